"""The font of the PDF: looked for in order, refused when unfit, told when there is none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import EnvironmentFailed
from app.papers import fonts


@pytest.fixture(autouse=True)
def fresh_search() -> Iterator[None]:
    fonts.typeface.cache_clear()
    yield
    fonts.typeface.cache_clear()


def copied(folder: Path) -> tuple[Path, tuple[str, ...]]:
    """Copy the font of this machine to `folder` and return it as a place to look in."""
    source = fonts.typeface().folder
    files = next(files for place, files in fonts.places() if place == source)
    fonts.typeface.cache_clear()
    for file in files:
        shutil.copy(source / file, folder / file)
    return folder, files


def test_the_first_place_that_has_it_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = copied(tmp_path)
    monkeypatch.setattr(fonts, "places", lambda: [(tmp_path / "không có", place[1]), place])

    assert fonts.typeface().folder == tmp_path


def test_windows_own_font_comes_before_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINDIR", "/windows")

    assert fonts.places()[0][0].as_posix() == "/windows/Fonts"
    assert fonts.places()[0][1][0] == "times.ttf"


@pytest.mark.fault("F04")
@pytest.mark.parametrize("damage", ["missing", "truncated", "not a font", "one bit"])
def test_a_damaged_font_is_passed_over(damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, files = copied(tmp_path)
    file = folder / files[2]
    data = file.read_bytes()
    file.unlink()
    flipped = data[:200_000] + bytes([data[200_000] ^ 4]) + data[200_001:]
    damaged = {"truncated": data[:5_000], "not a font": b"x" * 5_000, "one bit": flipped}
    if damage in damaged:
        file.write_bytes(damaged[damage])
    monkeypatch.setattr(fonts, "places", lambda: [(folder, files)])

    with pytest.raises(EnvironmentFailed) as told:
        fonts.typeface()

    assert told.value.code == "L-301"


def test_a_font_without_vietnamese_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, files = copied(tmp_path)
    monkeypatch.setattr(fonts, "places", lambda: [(folder, files)])
    monkeypatch.setattr(fonts, "COVERED", ((0x1EA0, 0x1EF9), (0x1F600, 0x1F600)))

    with pytest.raises(EnvironmentFailed):
        fonts.typeface()
