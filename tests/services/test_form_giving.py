"""Forms of a whole cell go out and come back: stopped, refused a place, taken up again, read together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Core, Seams, create_cell
from app.common.progress import Progress
from app.errors import Cancelled, EnvironmentFailed, Refused
from app.services.form_files import FileState
from app.services.member_forms import FormKind
from app.worker.inline import InlineJobs
from tests.acts.stage import rules
from tests.builders import CELL, CHEAP, MEMBER, PASSWORD, SteadyClock
from tests.papers.forms.hands import changed, typing

YEAR = 2017
COUNT = 25
BOMB = b"PK bomb"


class FragileJobs(InlineJobs):
    """A child that one of the files ends."""

    def run(self, job: str, payload: bytes, progress: Progress) -> bytes:
        """Run, or end."""
        if BOMB in payload:
            raise EnvironmentFailed("L-011")
        return super().run(job, payload, progress)


class StopsAt:
    """Somebody who presses "Dừng lại" at a step of the writing."""

    def __init__(self, step: int) -> None:
        self._step = step

    def step(self, done: int, total: int, label: str = "") -> None:
        """Stop there."""
        del total
        if label == "form.writing" and done == self._step:
            raise Cancelled


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    seams = Seams(SteadyClock(), FragileJobs(), cost=CHEAP)
    core, _ = create_cell(tmp_path / "so", PASSWORD, CELL, YEAR, seams)
    core.review.cycles.begin(YEAR, rules(), {})
    for number in range(COUNT):
        name = f"Nguyễn Văn {chr(ord('A') + number)}"
        core.members.add({**MEMBER, "full_name": name, "card_number": f"{number:012d}"})
    yield core
    core.close()


def give(core: Core, folder: Path, progress: Progress | None = None, **manner: bool) -> tuple[Path, ...]:
    everybody = [one.uid for one in core.papers.forms.lines(FormKind.SELF_REVIEW, YEAR)]
    return core.papers.forms.give(FormKind.SELF_REVIEW, YEAR, everybody, folder, progress, **manner)


def got_one(core: Core) -> int:
    return sum(one.given_on is not None for one in core.papers.forms.lines(FormKind.SELF_REVIEW, YEAR))


def test_stopped_between_two_it_is_told_who_has_one_and_goes_on_where_it_was(
    core: Core, tmp_path: Path
) -> None:
    folder = tmp_path / "usb"
    with pytest.raises(Cancelled):
        give(core, folder, StopsAt(0))
    with pytest.raises(Refused) as stopped:
        give(core, folder, StopsAt(10))
    assert (stopped.value.code, stopped.value.params) == ("L-316", {"count": 10, "left": COUNT - 10})
    assert (len(list(folder.iterdir())), got_one(core)) == (10, 10)
    paths = give(core, folder)
    assert sorted(folder.iterdir()) == sorted(paths)
    assert (len(paths), got_one(core)) == (COUNT, COUNT)


def test_a_form_that_finds_no_place_is_told_with_those_that_were_written(core: Core, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    (first, *_, last) = give(core, tmp_path / "mau")
    core.history.undo()
    in_the_way = folder / f"{last.name}.dang-tao"
    in_the_way.mkdir(parents=True)
    with pytest.raises(EnvironmentFailed) as failed:
        give(core, folder)
    assert (failed.value.code, failed.value.params["count"], failed.value.params["left"]) == (
        "L-315",
        COUNT - 1,
        1,
    )
    assert (folder / first.name).read_bytes() == first.read_bytes()
    assert (got_one(core), (folder / last.name).exists()) == (COUNT - 1, False)


def test_what_somebody_wrote_into_a_form_is_never_written_over(core: Core, tmp_path: Path) -> None:
    (path, *_) = give(core, tmp_path / "usb")
    filled = changed(path.read_bytes(), typing({"s:ethics": "Giản dị."}))
    path.write_bytes(filled)
    again = give(core, tmp_path / "usb", with_pdf=True)
    assert path.read_bytes() == filled
    assert again[0].name == f"{path.stem}_2.docx"
    assert len(list((tmp_path / "usb").iterdir())) == 2 * COUNT + 1


def test_the_pdf_beside_a_form_is_not_taken_for_something_that_came_back(core: Core, tmp_path: Path) -> None:
    paths = give(core, tmp_path / "usb", with_pdf=True)
    (tmp_path / "usb" / "scan.pdf").write_bytes(b"%PDF-1.4")
    files = core.papers.forms.read(YEAR, [tmp_path / "usb"]).files
    assert len(paths) == 2 * COUNT
    assert [one.path.name for one in files if one.state is FileState.REFUSED] == ["scan.pdf"]
    assert len(files) == COUNT + 1


def test_a_broken_file_and_one_that_ends_the_child_harm_none_of_the_others(
    core: Core, tmp_path: Path
) -> None:
    paths = give(core, tmp_path / "usb")
    paths[3].write_bytes(b"PK\x03\x04 hong")
    paths[4].write_bytes(BOMB)
    paths[5].write_bytes(changed(paths[5].read_bytes(), typing({"s:ethics": "Giản dị."})))
    paths[6].unlink()
    files = {one.path: one for one in core.papers.forms.read(YEAR, paths).files}
    refused = {paths.index(path): one.refusal.code for path, one in files.items() if one.refusal}
    assert refused == {3: "L-508", 4: "L-011", 6: "L-501"}
    assert [path for path, one in files.items() if one.state is FileState.NEW] == [paths[5]]
