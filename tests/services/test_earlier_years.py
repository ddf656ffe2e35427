"""The first-year table: pasted, looked at, stored at once, taken back in one step."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.targets import CELL, COLLECTIVE
from app.errors import Invalid, Refused
from app.rules import ruleset_files
from app.rules.subject_facts import YearFacts
from app.services.earlier_pasting import Pasted, read_pasted
from app.services.earlier_years import EarlierYearService
from app.services.members import MemberService
from tests.builders import SteadyClock, a_database
from tests.common.test_old_fonts import in_vni
from tests.common.test_old_fonts_converted import typed_for_tcvn3
from tests.services.review_acts import YEAR, Begun, begun

GOOD = "Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ"
HEAD = "TT\tHọ và tên\tNăm 2015\tNăm 2016\tHạn chế, khuyết điểm\tViệc còn hứa\tThời hạn\n"


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database, ruleset_files.shipped()["cv3993"])
    database.close()


def service(cell: Begun) -> EarlierYearService:
    return cell.review.earlier_years


def pasted(cell: Begun, text: str) -> Pasted:
    found = read_pasted(HEAD + text, service(cell).table(YEAR))
    assert found is not None
    return found


def take(cell: Begun, text: str) -> int:
    """Store every row whose subject is known, and return how many cells changed."""
    edits = {row.target: row.texts for row in pasted(cell, text).rows if row.target}
    return len(service(cell).apply(YEAR, edits))


def test_a_pasted_table_is_stored_as_the_records_of_the_year(cell: Begun) -> None:
    first, second, _ = (member.uid for member in cell.members)

    changed = take(
        cell,
        '1\tNguyễn Văn Mẫu\tTốt\tHTXSNV\t"- Ít phát biểu\n- Họp muộn"\tGiúp một hộ nghèo\tQuý II/2018\n'
        "2\tTrần Thị Thử\tdự bị\tKHTNV\t\t\t\n"
        "\tChi bộ\tHTTNV\tTSVM\tHọp chưa đủ kỳ\tLập lịch họp\t31/03/2018\n",
    )

    assert changed == 12
    year = cell.year
    assert {
        (one.target, one.of_year, one.level, one.level_name, one.sub_reason) for one in year.past_levels
    } == {
        (first, 2015, "good", GOOD, ""),
        (first, 2016, "excellent", "Đảng viên đủ tư cách, hoàn thành xuất sắc nhiệm vụ", ""),
        (second, 2015, "", "Đảng viên dự bị", ""),
        (second, 2016, "not_fulfilled", "Đảng viên không hoàn thành nhiệm vụ", "not_done"),
        (CELL, 2015, "cell_good", "Hoàn thành tốt nhiệm vụ", ""),
        (CELL, 2016, "clean_strong", "Trong sạch, vững mạnh", ""),
    }
    assert {(one.target, one.text, one.from_year) for one in year.earlier_shortcomings} == {
        (first, "Ít phát biểu", 2016),
        (first, "Họp muộn", 2016),
        (COLLECTIVE, "Họp chưa đủ kỳ", 2016),
    }
    assert [(one.content, one.due) for one in year.commitment_items] == [("Giúp một hộ nghèo", "Quý II/2018")]
    (matter,) = year.remediation_items
    assert (matter.target, matter.text, f"{matter.due_on:%d/%m/%Y}") == (
        COLLECTIVE,
        "Lập lịch họp",
        "31/03/2018",
    )


def test_pasting_the_same_again_changes_nothing_and_one_undo_takes_it_back(cell: Begun) -> None:
    text = (
        '1\tNguyễn Văn Mẫu\tTốt\tXS\t"Ít nói\nHọp muộn"\t"- A\n- B"\t"1/2018\n-"\n'
        "\tChi bộ\t\tTSVM\tThiếu\tLập lịch\t1/3/2018\n"
    )
    before = cell.year
    take(cell, text)
    after = cell.year

    assert take(cell, text) == 0
    assert cell.year == after

    cell.database.history.undo()
    assert cell.year == before


def test_what_is_stored_comes_back_as_the_table_that_was_pasted(cell: Begun) -> None:
    take(cell, '1\tNguyễn Văn Mẫu\tTốt\t\t"- A\n- B"\t"- C\n- D"\t"1/2018\n-"\n')

    assert service(cell).table(YEAR).row(cell.members[0].uid).cells == {
        "2015": GOOD,
        "shortcoming": "- A\n- B",
        "promise": "- C\n- D",
        "due": "1/2018\n-",
    }


def test_empty_cells_say_nothing_and_an_emptied_one_takes_away(cell: Begun) -> None:
    member = cell.members[0].uid
    take(cell, "1\tNguyễn Văn Mẫu\tTốt\tTốt\tÍt nói\tGiúp hộ nghèo\t2018\n")
    assert take(cell, "1\tNguyễn Văn Mẫu\t\t\t\t\t\n") == 0

    service(cell).apply(YEAR, {member: {"2015": "", "shortcoming": "", "promise": "", "due": ""}})

    year = cell.year
    assert [one.of_year for one in year.past_levels] == [2016]
    assert (year.earlier_shortcomings, year.commitment_items, year.commitments) == ((), (), ())


def test_a_word_put_right_keeps_what_was_answered(cell: Begun) -> None:
    member = cell.members[0].uid
    take(cell, '1\tNguyễn Văn Mẫu\t\t\t"- Ít noi\n- Họp muộn"\t\t\n')
    first = next(one for one in cell.year.earlier_shortcomings if one.text == "Ít noi")
    cell.review.shortcomings.save_earlier(first, {"correction": "corrected"})

    service(cell).apply(YEAR, {member: {"shortcoming": "- Họp muộn\n- Ít nói"}})

    kept = {one.text: one.correction for one in cell.year.earlier_shortcomings}
    assert kept == {"Họp muộn": "", "Ít nói": "corrected"}


@pytest.mark.parametrize(
    ("cells", "column", "code", "value"),
    [
        ("khá\t\t\t\t", "2015", "earlier.no_level", "khá"),
        ("\tTSVM\t\t\t", "2016", "earlier.no_level", "TSVM"),
        ("\t\t\t\tQuý I", "due", "earlier.no_promise", "Quý I"),
        ('\t\t\t"- A\n- B\n- C"\t"1/2018\n2/2018"', "due", "earlier.terms", "1/2018 2/2018"),
        ("\t\t\tA\t" + "x" * 600, "due", "text.too_long", "x" * 60 + "…"),
    ],
)
def test_each_fault_is_named_with_place_value_and_what_is_expected(
    cell: Begun, cells: str, column: str, code: str, value: str
) -> None:
    found = pasted(cell, f"1\tNguyễn Văn Mẫu\t{cells}\n")
    (row,) = found.rows
    (problem,) = [one.problem for one in found.changes(row, row.target) if one.problem]

    assert (row.number, problem.field, problem.code, problem.params["value"]) == (2, column, code, value)
    assert found.title_of(column)
    if code == "earlier.no_level":
        assert GOOD in str(problem.params["levels"])


def test_nothing_is_stored_while_one_chosen_row_is_wrong(cell: Begun) -> None:
    before = cell.year

    with pytest.raises(Invalid):
        take(cell, "1\tNguyễn Văn Mẫu\tTốt\t\t\t\t\n2\tTrần Thị Thử\tkhá\t\t\t\t\n")

    assert cell.year == before


def test_a_term_of_the_cell_is_a_whole_day(cell: Begun) -> None:
    found = pasted(cell, "\tChi bộ\t\t\t\tLập lịch\tQuý I\n")
    (problem,) = [one.problem for one in found.changes(found.rows[0], CELL) if one.problem]

    assert problem.code == "date.shape"


def test_namesakes_are_asked_about_and_a_stranger_is_nobody(cell: Begun) -> None:
    people = MemberService(cell.database, SteadyClock())
    one = people.add({"full_name": "Lê Văn Giả", "born_on": "1960", "card_number": "000000000001"})
    other = people.add({"full_name": "Lê Văn Giả", "born_on": "1970", "card_number": "000000000002"})

    rows = pasted(cell, "1\tLê Văn Giả\tTốt\t\t\t\t\n2\tPhạm Văn Lạ\tTốt\t\t\t\t\n").rows

    assert [row.target for row in rows] == ["", ""]
    assert set(rows[0].candidates) == {one.uid, other.uid, cell.members[2].uid}
    assert rows[1].candidates == ()


@pytest.mark.parametrize(("fact", "value"), [("Ngày sinh", "1970"), ("Số thẻ", "000000000002")])
def test_birth_or_card_tell_namesakes_apart(cell: Begun, fact: str, value: str) -> None:
    people = MemberService(cell.database, SteadyClock())
    people.add({"full_name": "Đỗ Văn Mẫu", "born_on": "1960", "card_number": "000000000001"})
    meant = people.add({"full_name": "Đỗ Văn Mẫu", "born_on": "1970", "card_number": "000000000002"})

    found = read_pasted(f"Họ tên\t{fact}\t2016\nĐỗ Văn Mẫu\t{value}\tTốt", service(cell).table(YEAR))

    assert found is not None
    assert [row.target for row in found.rows] == [meant.uid]


def test_rows_under_a_merged_name_go_on_with_it_and_totals_are_left_out(cell: Begun) -> None:
    rows = pasted(
        cell, "1\tNguyễn Văn Mẫu\tTốt\t\tÍt nói\t\t\n\t\t\t\tHọp muộn\t\t\n\tTổng cộng\t1\t\t\t\t\n"
    ).rows

    assert [(row.name, row.texts["shortcoming"]) for row in rows] == [("Nguyễn Văn Mẫu", "Ít nói\nHọp muộn")]


def test_one_person_in_two_rows_is_said(cell: Begun) -> None:
    found = pasted(cell, "1\tNguyễn Văn Mẫu\tTốt\t\t\t\t\n2\tNguyễn Văn Mẫu\tXS\t\t\t\t\n")

    twice = found.twice({row.number: row.target for row in found.rows})

    assert [(number, one.params["row"]) for number, one in twice.items()] == [(3, 2)]


def test_a_table_without_names_or_without_columns_is_none(cell: Begun) -> None:
    table = service(cell).table(YEAR)

    assert read_pasted("Tốt\tXS\nTốt\tXS", table) is None
    assert read_pasted("", table) is None


def test_facts_of_the_year_read_what_was_entered(cell: Begun) -> None:
    ruleset = ruleset_files.shipped()["qd366"]
    day = SteadyClock().today()
    first, second, _ = (member.uid for member in cell.members)
    take(cell, '1\tNguyễn Văn Mẫu\t\t\t"- Ít nói\n- Họp muộn"\t\t\n\tChi bộ\t\t\tThiếu kỳ họp\t\t\n')

    def facts(target: str) -> tuple[object, object]:
        found = YearFacts(cell.year, ruleset, day).of(target)
        return found["earlier.count"], getattr(
            found["earlier.corrected_pct"], "value", found["earlier.corrected_pct"]
        )

    assert facts(first) == (2, "unknown")
    assert facts(second) == (0, "not_applicable")
    assert facts(COLLECTIVE) == (1, "unknown")
    for one, correction in zip(cell.year.earlier_shortcomings, ("corrected",) * 3, strict=True):
        cell.review.shortcomings.save_earlier(one, {"correction": correction})
    assert (facts(first), facts(COLLECTIVE)) == ((2, 100.0), (1, 100.0))


def test_a_year_opened_from_a_finished_one_does_not_ask_again(cell: Begun) -> None:
    member = cell.members[0].uid
    take(cell, "1\tNguyễn Văn Mẫu\tTốt\tTốt\tÍt nói\tGiúp hộ nghèo\t2018\n")
    (promise,) = cell.year.commitment_items
    cell.review.commitments.save_item(promise, {"degree": "not_done"})
    cycle = cell.review.cycles.get(YEAR)
    assert cycle is not None
    cell.review.cycles.finish(cycle)

    with pytest.raises(Refused) as refused:
        service(cell).apply(YEAR, {member: {"2016": "XS"}})
    assert refused.value.code == "L-540"

    cell.review.next_years.open_after(YEAR)
    table = service(cell).table(YEAR + 1)
    row = table.row(member)

    assert table.carried == {"2017", "shortcoming", "promise", "due"}
    assert (row.cells["2016"], row.cells["shortcoming"], row.cells["promise"]) == (
        GOOD,
        "Ít nói",
        "Giúp hộ nghèo",
    )
    with pytest.raises(Invalid) as invalid:
        service(cell).apply(YEAR + 1, {member: {"shortcoming": "", "2014": "Tốt"}})
    assert [one.code for one in invalid.value.problems] == ["earlier.carried"]
    assert len(service(cell).apply(YEAR + 1, {member: {"2014": "Tốt"}})) == 1


@pytest.mark.parametrize(("kind", "typed"), [("TCVN3", typed_for_tcvn3), ("VNI", in_vni)])
def test_a_table_for_an_old_font_is_read_in_unicode_and_says_so(
    cell: Begun, kind: str, typed: Callable[[str], str]
) -> None:
    table = service(cell).table(YEAR)
    text = HEAD + "1\tNguyễn Văn Mẫu\tTốt\tHTXSNV\tÍt phát biểu\tGiúp một hộ nghèo\tQuý II/2018\n"

    clean, old = read_pasted(text, table), read_pasted(typed(text), table)

    assert clean is not None
    assert old is not None
    assert (clean.old_font, old.old_font) == ("", kind)
    assert [row.target for row in old.rows] == [row.target for row in clean.rows]
    folded = [{name: text.casefold() for name, text in row.texts.items()} for row in clean.rows]
    assert [{name: text.casefold() for name, text in row.texts.items()} for row in old.rows] == folded
