"""The parts that the About window names."""

import sys
from pathlib import Path

import pytest

from app.common import licences


def test_parts_are_named_once_with_version_and_licence() -> None:
    parts = licences.parts()

    assert {"Qt", "Python", "SQLCipher", "Liberation Fonts"} <= {part.name for part in parts}
    assert len({part.name for part in parts}) == len(parts)
    assert all(part.version and part.licence for part in parts)
    assert [part.name.lower() for part in parts] == sorted(part.name.lower() for part in parts)


def test_texts_lie_beside_the_built_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "SoChiBo.exe"))
    assert licences.texts_folder() is None

    (tmp_path / "giay-phep").mkdir()
    assert licences.texts_folder() == tmp_path / "giay-phep"
