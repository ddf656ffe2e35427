"""What is left out of the Windows program, and what the check afterwards tells."""

from pathlib import Path

import pytest

import environment
import licences
import program_check
import trim
import wine_prefix


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6\\opengl32sw.dll",
        "PySide6\\plugins\\imageformats\\qwebp.dll",
        "PySide6\\Qt6QmlModels.dll",
        "PIL\\_avif.cp311-win_amd64.pyd",
        "reportlab\\fonts\\Vera.ttf",
        "libcrypto-3.dll",
    ],
)
def test_left_out(name: str) -> None:
    assert trim.is_left_out(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\imageformats\\qsvg.dll",
        "PySide6\\plugins\\imageformats\\qico.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6\\Qt6PrintSupport.dll",
        "PIL\\_imaging.cp311-win_amd64.pyd",
        "docx\\templates\\default.docx",
        "resources\\fonts\\LiberationSerif-Bold.ttf",
        "resources\\translations\\qt_vi.qm",
    ],
)
def test_kept(name: str) -> None:
    assert trim.kept([(name, "source", "DATA")]) == [(name, "source", "DATA")]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a program folder with which nothing is wrong."""
    inside = tmp_path / "SoChiBo" / "_internal"
    wanted = [
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/imageformats/qsvg.dll",
        "PySide6/Qt6PrintSupport.dll",
        "PySide6/Qt6Svg.dll",
        "resources/fonts/LiberationSerif-Regular.ttf",
        "resources/fonts/LiberationSans-Regular.ttf",
        "resources/licences.json",
        "py7zr/py7zr.py",
        *(f"{name}/__init__.py" for name in ("bcj", "inflate64", "multivolumefile", "pyppmd")),
        "resources/ban-phat-hanh.json",
    ]
    versions = environment.ROOT.glob("app/storage/migrations/versions/*.py")
    wanted += [path.relative_to(environment.ROOT).as_posix() for path in versions]
    for name in wanted:
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).touch()
    for name in ("SoChiBo.exe", "sochibo-lenh.exe"):
        (inside.parent / name).write_text("Sổ Chi bộ", encoding="utf-16-le")
    for part in licences.parts():
        folder = inside.parent / "giay-phep" / licences.folder_name(part["name"])
        folder.mkdir(parents=True)
        (folder / "LICENSE.txt").touch()
    return inside.parent


def test_a_whole_program_has_no_faults(program: Path) -> None:
    assert program_check.faults(program) == []


def test_there_are_stand_ins_to_look_for() -> None:
    assert {path.stem for path in wine_prefix.STAND_INS.glob("*.c")} == {"bcryptprimitives", "icuuc"}


@pytest.mark.parametrize("name", ["icuuc.dll", "ICUUC.DLL", "PySide6/bcryptprimitives.dll"])
def test_a_stand_in_of_the_build_is_told(program: Path, name: str) -> None:
    (program / "_internal" / name).touch()

    assert program_check.faults(program) == [f"stand-in of the build shipped: {name}"]


def test_a_missing_program_is_told(program: Path) -> None:
    (program / "sochibo-lenh.exe").unlink()

    assert program_check.faults(program) == ["missing: sochibo-lenh.exe"]


def test_a_program_without_its_version_resource_is_told(program: Path) -> None:
    (program / "SoChiBo.exe").write_bytes(b"MZ")

    assert program_check.faults(program) == ["no version resource: SoChiBo.exe"]


@pytest.mark.fault("F04")
def test_a_missing_font_is_told(program: Path) -> None:
    (program / "_internal/resources/fonts/LiberationSerif-Regular.ttf").unlink()

    assert program_check.faults(program) == ["missing: resources/fonts/LiberationSerif-Regular.ttf"]


def test_what_should_be_left_out_is_told(program: Path) -> None:
    (program / "_internal/PySide6/opengl32sw.dll").touch()

    assert program_check.faults(program) == ["should be left out: PySide6/opengl32sw.dll"]


def test_a_part_without_its_licence_is_told(program: Path) -> None:
    (program / "giay-phep/qt/LICENSE.txt").unlink()

    assert program_check.faults(program) == ["no licence text: Qt"]


def test_a_program_that_grew_is_told(program: Path) -> None:
    with (program / "_internal" / "large.bin").open("wb") as file:
        file.truncate(111_000_000)

    assert program_check.faults(program) == ["111.0 MB, more than 110"]
