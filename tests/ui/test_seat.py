"""What this laptop remembers of folders names nobody on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ui.desktop.last_folder import found, rough
from ui.desktop.seat import FILE_NAME, Seat, settings_of


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "nguoi dung"
    for name in ("Desktop", "Documents", "Downloads"):
        (home / name).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


def test_the_folder_is_exact_while_the_program_runs_and_rough_after_it(tmp_path: Path, home: Path) -> None:
    chosen = home / "Documents" / "Nguyễn Văn Canary"
    chosen.mkdir()
    seat = Seat(tmp_path)
    seat.last_folder = chosen
    assert seat.last_folder == chosen
    settings_of(tmp_path).sync()
    assert "Canary" not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert Seat(tmp_path).last_folder == home / "Documents"


def test_a_whole_path_of_before_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(f"[General]\nlast_folder={tmp_path}/Canary\n", encoding="utf-8")
    seat = Seat(tmp_path)
    seat.font_size = 16
    settings_of(tmp_path).sync()
    assert "Canary" not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert seat.last_folder == Path.home()


def test_places_and_what_is_kept_of_them(home: Path, tmp_path: Path) -> None:
    desktop = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation))
    assert rough(desktop / "a" / "b") == "desktop"
    assert rough(home / "riêng") == ""
    assert rough(tmp_path) == tmp_path.anchor
    assert found("desktop") == desktop
    assert found("E:\\khong co") == home
    assert found("../..") == home
    assert found("") == home
