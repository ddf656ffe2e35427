"""Names that every system takes, from whatever a cell, a paper or a person is called."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.text import clean_line
from app.package import bag, names
from app.package.plan import DossierPaper, Origin, Part, RootPapers, build, place
from tests.package.packages import CELL, MADE_AT, PACKAGE_ID, SEED

LEGAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
RESERVED = {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
# Letters of Vietnamese and of anything else, and what Windows forbids.
TEXT = st.text(
    alphabet=st.characters() | st.sampled_from('ĂÂĐÊÔƠƯăâđêôơưẤậỗ <>:"/\\|?*.~%\0\n'), max_size=120
)
WORDS = st.one_of(TEXT, st.sampled_from(["CON", "nul", "Tờ trình", "LPT1", "..", "~", "Biên bản " * 20]))


def is_legal(component: str) -> bool:
    stem = component.partition(".")[0].lower()
    return (
        LEGAL.fullmatch(component) is not None
        and len(component) <= names.COMPONENT_LIMIT
        and stem not in RESERVED
        and not component.endswith((".", " "))
    )


PAPERS = st.lists(
    st.tuples(WORDS, st.sampled_from(Part), st.none() | st.tuples(st.integers(1, 999), TEXT)), max_size=12
)


@given(papers=PAPERS, cell_name=WORDS.map(clean_line).filter(bool), practice=st.booleans())
@pytest.mark.fault("G15")
def test_every_path_of_a_package_is_short_legal_and_unique_on_every_system(
    papers: list[tuple[str, Part, tuple[int, str] | None]], cell_name: str, practice: bool
) -> None:
    cell = CELL.model_copy(update={"name": cell_name, "is_practice": practice})
    placed = place(
        (DossierPaper(title, part, b"w", b"p", person) for title, part, person in papers), practice=practice
    )
    package = build(
        Origin(PACKAGE_ID, 2017, cell, MADE_AT, "", SEED), placed, RootPapers(b"", b"", b"", b"", b"")
    )
    paths = [f"{package.folder_name}/{file.path}" for file in package.files]
    assert all(len(path) <= names.PATH_LIMIT for path in paths)
    assert all(is_legal(component) for path in paths for component in path.split("/"))
    assert len({path.lower() for path in paths}) == len(paths)
    assert names.is_package_folder(package.folder_name)
    listed = bag.parse_manifest(next(f.data for f in package.files if f.path == bag.MANIFEST))
    assert list(listed) == [path for item in placed for path in (item.file_path, item.pdf_path)]


@pytest.mark.parametrize(
    ("full_name", "code"),
    [
        ("Nguyễn Văn A", "001_NVA"),
        ("Đỗ Thị Ước", "001_DTU"),
        ("ĐẶNG  ẤT", "001_DA"),
        ("Ỷ", "001_Y"),
        ("阮", "001_X"),
        ("Tôn Nữ Thị Mỹ Duyên Anh Thư", "001_TNTMDA"),
    ],
)
def test_a_person_is_called_by_number_and_initials(full_name: str, code: str) -> None:
    assert names.person_code(1, full_name) == code


@pytest.mark.parametrize(
    ("cell_name", "folder"),
    [
        ("Chi bộ thôn Đông", "KiemDiem2017_CB-ThonDong_20171204-1530_7F3A"),
        ("Chi bộ 5", "KiemDiem2017_CB-5_20171204-1530_7F3A"),
        ("CHI BỘ TRƯỜNG TIỂU HỌC XÃ MẪU", "KiemDiem2017_CB-TruongTieuHoc_20171204-1530_7F3A"),
    ],
)
def test_the_folder_tells_year_cell_time_and_id(cell_name: str, folder: str) -> None:
    assert names.package_folder(2017, cell_name, MADE_AT, PACKAGE_ID, practice=False) == folder


def test_the_folder_of_practice_says_so() -> None:
    name = names.package_folder(2017, "Chi bộ thôn Đông", MADE_AT, PACKAGE_ID, practice=True)
    assert name == "LUYEN-TAP_KiemDiem2017_CB-ThonDong_20171204-1530_7F3A"


@given(st.lists(st.sampled_from(["ToTrinh", "totrinh", "TOTRINH", "BaoCao"]), max_size=30))
@pytest.mark.fault("G16")
def test_equal_names_are_numbered(stems: list[str]) -> None:
    given_out: list[str] = []
    for stem in stems:
        given_out.append(names.unique(stem, given_out))
    assert len({name.lower() for name in given_out}) == len(stems)


def test_the_time_of_the_folder_is_that_of_the_room() -> None:
    at = dt.datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001  the wall clock, as people write it
    assert "_20260102-0304_" in names.package_folder(2026, "Chi bộ 1", at, PACKAGE_ID, practice=False)
