"""A commitment that comes back again: what was reworded is a change of the promise, nothing stands twice."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app.bootstrap import Core
from app.services.form_files import Choice, FileState, FormFile, OfferState, chosen_unasked
from app.services.member_forms import FormKind
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.papers.forms.hands import changed, typing
from tests.papers.forms.test_damaged import unwrapped_all

YEAR = 2017
ROWS = {
    "a:n1": "Mỗi tháng đọc một nghị quyết của Trung ương",
    "g:n1": "12 lần",
    "a:n2": "Giúp hai hộ nghèo trong thôn",
    "a:n3": "Đi họp đúng giờ",
}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(YEAR, rules(), {})
    core.members.add({**MEMBER, "full_name": "Lê Văn Mẫu"})
    yield core
    core.close()


@pytest.fixture
def path(core: Core, tmp_path: Path) -> Path:
    """Return a file with three promises that were taken."""
    (member,) = core.members.list()
    (path,) = core.papers.forms.give(FormKind.COMMITMENT, YEAR, [member.uid], tmp_path)
    typed(path, ROWS)
    core.papers.forms.take(YEAR, [chosen_unasked(read(core, path))])
    return path


def typed(path: Path, texts: Mapping[str, str]) -> None:
    path.write_bytes(changed(path.read_bytes(), typing(texts)))


def read(core: Core, path: Path) -> FormFile:
    (file,) = core.papers.forms.read(YEAR, [path]).files
    return file


def promises(core: Core) -> list[tuple[str, str]]:
    items = sorted(core.review.whole(YEAR).commitment_items, key=lambda one: one.position)
    return [(one.content, one.goal) for one in items]


def before_and_after(file: FormFile) -> list[tuple[str, str]]:
    return [(one.place.now, one.text) for one in file.of(OfferState.DIFFERS) if one.is_change]


def test_other_words_of_a_promise_are_a_change_of_it_and_wait_for_a_tick(core: Core, path: Path) -> None:
    reworded = "Giúp ba hộ nghèo trong thôn thoát nghèo"
    typed(path, {"a:n2": reworded, "g:n2": "Trước tháng 10"})
    file = read(core, path)

    assert file.state is FileState.DIFFERS
    assert before_and_after(file) == [(ROWS["a:n2"], reworded)]
    unasked = chosen_unasked(file)
    assert not unasked.takes_anything
    core.papers.forms.take(YEAR, [Choice(file, frozenset(one.place.tag for one in file.offers if one.text))])
    assert promises(core) == [(ROWS["a:n1"], "12 lần"), (reworded, "Trước tháng 10"), (ROWS["a:n3"], "")]


def test_a_wholly_other_promise_in_a_known_row_is_a_change_too(core: Core, path: Path) -> None:
    typed(path, {"a:n3": "Học xong lớp trung cấp lý luận", "a:n4": "Trồng 5 sào rau"})
    file = read(core, path)

    assert before_and_after(file) == [(ROWS["a:n3"], "Học xong lớp trung cấp lý luận")]
    assert [one.text for one in file.of(OfferState.NEW)] == ["Trồng 5 sào rau"]
    core.papers.forms.take(YEAR, [chosen_unasked(file)])
    assert [content for content, _ in promises(core)] == [
        ROWS["a:n1"],
        ROWS["a:n2"],
        ROWS["a:n3"],
        "Trồng 5 sào rau",
    ]


def test_rows_in_another_order_stay_the_same_promises(core: Core, path: Path) -> None:
    typed(
        path, {"a:n1": ROWS["a:n3"], "g:n1": "", "a:n2": ROWS["a:n1"], "g:n2": "12 lần", "a:n3": ROWS["a:n2"]}
    )
    assert read(core, path).state is FileState.SAME


def test_a_change_is_taken_as_a_promise_of_its_own_where_that_is_ticked(core: Core, path: Path) -> None:
    typed(path, {"a:n1": "Mỗi tháng đọc một nghị quyết của tỉnh ủy"})
    file = read(core, path)
    (changed_one,) = file.of(OfferState.DIFFERS)
    core.papers.forms.take(YEAR, [Choice(file, frozenset(), as_new=frozenset({changed_one.place.of}))])
    assert promises(core)[0] == (ROWS["a:n1"], "12 lần")
    assert promises(core)[3] == ("Mỗi tháng đọc một nghị quyết của tỉnh ủy", "12 lần")


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("with_controls", [True, False])
def test_a_form_that_names_its_promises_offers_their_other_words(
    core: Core, tmp_path: Path, with_controls: bool
) -> None:
    (member,) = core.members.list()
    (later,) = core.papers.forms.give(FormKind.COMMITMENT, YEAR, [member.uid], tmp_path)
    first, second, _ = (one.uid for one in core.review.whole(YEAR).commitment_items)
    typed(later, {f"a:{first}": "Đi học ở huyện", f"a:{second}": "Giúp ba hộ nghèo trong thôn"})
    if not with_controls:
        later.write_bytes(changed(later.read_bytes(), unwrapped_all))
    file = read(core, later)

    assert before_and_after(file) == [
        (ROWS["a:n1"], "Đi học ở huyện"),
        (ROWS["a:n2"], "Giúp ba hộ nghèo trong thôn"),
    ]


@pytest.mark.usefixtures("path")
def test_the_row_of_a_promise_that_is_gone_is_no_other_promise(core: Core, tmp_path: Path) -> None:
    (member,) = core.members.list()
    (later,) = core.papers.forms.give(FormKind.COMMITMENT, YEAR, [member.uid], tmp_path)
    items = core.review.whole(YEAR).commitment_items
    core.review.commitments.remove_item(items[0])
    file = read(core, later)

    assert file.state is FileState.SAME
    assert set(file.unknown) == {ROWS["a:n1"], "12 lần"}


def test_a_first_commitment_beside_a_promise_typed_by_hand_is_new(core: Core, tmp_path: Path) -> None:
    (member,) = core.members.list()
    (path,) = core.papers.forms.give(FormKind.COMMITMENT, YEAR, [member.uid], tmp_path)
    core.review.commitments.put(YEAR, member.uid, {})
    core.review.commitments.add_item_of(YEAR, member.uid, {"content": "Giữ nếp sống giản dị"})
    typed(path, {"a:n1": "Trồng 5 sào rau"})
    file = read(core, path)

    assert before_and_after(file) == []
    core.papers.forms.take(YEAR, [chosen_unasked(file)])
    assert len(promises(core)) == 2
