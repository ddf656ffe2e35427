"""Members are added, edited, put into the trash and brought back; every refusal stands under its field."""

import datetime as dt

import pytest

from app.common.changes import Change
from app.domain.members import MemberDraft, member_problems
from app.errors import ChangedElsewhere, Invalid, NotFound
from app.services.members import MemberService
from app.storage.database import Database
from tests.builders import MEMBER, SteadyClock


def add(members: MemberService, name: str, **facts: object) -> str:
    return members.add({**MEMBER, "full_name": name, "card_number": "", **facts}).uid


def names(members: MemberService) -> list[str]:
    return [member.full_name for member in members.list()]


def test_a_member_added_is_found_as_typed_and_cleaned(members: MemberService) -> None:
    added = members.add(
        {"full_name": " TRẦN  THỊ B ", "born_on": "5/11/1970", "card_number": "000 000 000 002"}
    )

    assert members.get(added.uid) == added
    assert (added.full_name, added.born_on, added.card_number) == ("Trần Thị B", "1970-11-05", "000000000002")


@pytest.mark.fault("E14")
def test_letters_of_another_alphabet_in_a_name_are_stored_and_told(members: MemberService) -> None:
    told = member_problems(MemberDraft(**{**MEMBER, "full_name": "Жan Văn A"}), dt.date(2017, 12, 6))

    assert [(one.field, one.code, one.params, one.severity) for one in told] == [
        ("full_name", "name.foreign_letters", {"letters": "Ж"}, "warning")
    ]
    assert members.get(add(members, "Жan Văn A")).full_name == "Жan Văn A"


@pytest.mark.fault("E15")
def test_a_name_typed_for_an_old_font_is_stored_and_told() -> None:
    told = member_problems(MemberDraft(**{**MEMBER, "full_name": "NguyÔn V¨n MÉu"}), dt.date(2017, 12, 6))

    assert [(one.field, one.code, one.severity) for one in told] == [("full_name", "name.tcvn3", "warning")]


def test_the_list_goes_by_given_name_in_vietnamese_order(members: MemberService) -> None:
    for name in ("Lê Văn Đức", "Trần Ân", "Phạm Văn An", "Đỗ Thị Bình", "Nguyễn Văn Dũng", "Nguyễn Ăn"):
        add(members, name)

    assert names(members) == [
        "Phạm Văn An",
        "Nguyễn Ăn",
        "Trần Ân",
        "Đỗ Thị Bình",
        "Nguyễn Văn Dũng",
        "Lê Văn Đức",
    ]


def test_saving_keeps_what_was_not_edited_and_counts_up(members: MemberService) -> None:
    uid = add(members, "Nguyễn Văn A")

    saved = members.save(uid, 1, {"note": "Phó bí thư"})

    assert (saved.note, saved.full_name, saved.rev) == ("Phó bí thư", "Nguyễn Văn A", 2)
    assert members.get(uid) == saved


def test_saving_over_a_newer_state_is_refused(members: MemberService) -> None:
    uid = add(members, "Nguyễn Văn A")
    members.save(uid, 1, {"note": "Phó bí thư"})

    with pytest.raises(ChangedElsewhere):
        members.save(uid, 1, {"note": "Bí thư"})
    assert members.get(uid).note == "Phó bí thư"


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"full_name": " "}, "full_name", "field.empty"),
        ({"full_name": "A" * 201}, "full_name", "text.too_long"),
        ({"born_on": "30/02/1970"}, "born_on", "date.no_such_day"),
        ({"born_on": "07/12/2017"}, "born_on", "date.future"),
        ({"card_number": "123"}, "card_number", "card_number.shape"),
        ({"sex": "x"}, "sex", "field.choice"),
        ({"born_on": "2000", "admitted_on": "2010"}, "admitted_on", "member.admitted_too_young"),
        ({"official_on": "1984"}, "official_on", "member.official_before_admission"),
    ],
)
def test_what_cannot_be_stored_is_named_by_field_and_nothing_changes(
    members: MemberService, values: dict[str, object], field: str, code: str
) -> None:
    uid = add(members, "Nguyễn Văn A")
    before = members.list()

    with pytest.raises(Invalid) as added:
        members.add({**MEMBER, "card_number": "", **values})
    with pytest.raises(Invalid) as saved:
        members.save(uid, 1, values)

    for invalid in (added, saved):
        assert (field, code) in [(problem.field, problem.code) for problem in invalid.value.problems]
    assert members.list() == before


def test_two_persons_never_share_a_card_number(members: MemberService) -> None:
    members.add(MEMBER)
    other = add(members, "Trần Thị B")

    with pytest.raises(Invalid) as refused:
        members.save(other, 1, {"card_number": MEMBER["card_number"]})

    (problem,) = refused.value.problems
    assert (problem.field, problem.code, problem.params) == (
        "card_number",
        "member.card_taken",
        {"name": "Nguyễn Văn A"},
    )


def test_saving_a_member_with_its_own_card_number_is_fine(members: MemberService) -> None:
    member = members.add(MEMBER)

    assert members.save(member.uid, 1, {"note": ""}).card_number == MEMBER["card_number"]


def test_trash_takes_members_out_of_the_list_and_gives_them_back(
    members: MemberService, clock: SteadyClock
) -> None:
    first, second = add(members, "Nguyễn Văn A"), add(members, "Trần Thị B")

    members.trash([first, second])

    assert names(members) == []
    assert [(one.full_name, one.trashed_on) for one in members.trashed()] == [
        ("Nguyễn Văn A", clock.today()),
        ("Trần Thị B", clock.today()),
    ]
    members.restore([second])
    assert (names(members), [one.uid for one in members.trashed()]) == (["Trần Thị B"], [first])


def test_a_member_put_into_the_trash_again_keeps_its_first_day(
    members: MemberService, clock: SteadyClock
) -> None:
    uid = add(members, "Nguyễn Văn A")
    members.trash([uid])
    clock.moment += dt.timedelta(days=5)
    members.trash([uid])

    assert members.get(uid).trashed_on == dt.date(2017, 12, 6)


def test_a_card_number_in_the_trash_is_told_as_such(members: MemberService) -> None:
    member = members.add(MEMBER)
    members.trash([member.uid])

    with pytest.raises(Invalid) as refused:
        members.add({**MEMBER, "full_name": "Trần Thị B"})

    assert [problem.code for problem in refused.value.problems] == ["member.card_in_trash"]


def test_trash_is_one_step_for_all_chosen(members: MemberService, database: Database) -> None:
    uids = [add(members, f"Nguyễn Văn {letter}") for letter in "ABC"]
    before = members.list()

    members.trash(uids)

    assert database.history.undo() == "member.trash"
    assert members.list() == before


def test_an_unknown_member_stops_the_whole_step(members: MemberService) -> None:
    uid = add(members, "Nguyễn Văn A")

    with pytest.raises(NotFound):
        members.trash([uid, "0" * 32])
    assert names(members) == ["Nguyễn Văn A"]


def test_every_act_is_one_undo_step_with_its_name_and_one_notice(
    members: MemberService, database: Database
) -> None:
    heard: list[Change] = []
    database.on_commit.append(heard.append)

    uid = add(members, "Nguyễn Văn A")
    members.save(uid, 1, {"note": "Phó bí thư"})
    members.trash([uid])
    members.restore([uid])

    actions = ["member.add", "member.edit", "member.trash", "member.restore"]
    assert [change.action for change in heard] == actions
    assert {change.subjects for change in heard} == {frozenset({"member"})}
    assert [database.history.undo() for _ in actions] == actions[::-1]
    assert names(members) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"born_on": "1960"}, True),
        ({"born_on": ""}, True),
        ({"born_on": "1960-12"}, False),
        ({"born_on": "1961"}, False),
        ({"full_name": "Nguyễn Văn B"}, False),
        ({"full_name": "NGUYỄN VĂN A"}, True),
        ({"card_number": "000000000009"}, False),
    ],
)
def test_a_double_is_the_same_name_with_a_birth_that_may_be_the_same(
    members: MemberService, facts: dict[str, object], found: bool
) -> None:
    first = members.add(MEMBER)

    doubles = members.doubles({**MEMBER, "card_number": "", **facts})

    assert [one.uid for one in doubles] == ([first.uid] if found else [])


def test_old_and_new_tone_placement_are_one_name(members: MemberService) -> None:
    add(members, "Nguyễn Thị Thủy")

    assert len(members.doubles({"full_name": "Nguyễn Thị Thuỷ"})) == 1


def test_one_field_is_set_for_many_as_one_step(members: MemberService, database: Database) -> None:
    uids = [add(members, f"Nguyễn Văn {letter}") for letter in "ABC"]
    before = members.list()

    members.set_for_all(uids[:2], "fee_category", "pensioner")

    assert [one.fee_category for one in members.list()] == ["pensioner", "pensioner", ""]
    assert database.history.undo() == "member.edit_several"
    assert members.list() == before
    with pytest.raises(Invalid):
        members.set_for_all(uids, "fee_category", "nonsense")
    assert members.list() == before
    with pytest.raises(ValueError, match="full_name"):
        members.set_for_all(uids, "full_name", "Trần Thị B")
