"""``diagnose`` prints what may be sent, and writes it only where it was told to."""

from __future__ import annotations

from pathlib import Path

from app import bootstrap
from tests.commands.conftest import Run


def test_it_prints_and_writes_the_file(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    file = tmp_path / "chan-doan.txt"
    said = command("diagnose", practice_cell, "--out", file, "--password-file", password)
    assert (said.code, said.err) == (0, "")
    assert said.out.rstrip("\n") == file.read_text(encoding="utf-8").rstrip("\n")
    assert "member: 5" in said.out


def test_what_is_wrong_is_found(command: Run, practice_cell: Path, password: Path) -> None:
    said = command("diagnose", practice_cell, "--password-file", password, "--json")
    assert (said.code, said.json["sound"]) == (0, True)
    core = bootstrap.unlock(practice_cell, password.read_text(encoding="utf-8").strip())
    core.close()
    (practice_cell / bootstrap.DATABASE_NAME).write_bytes(b"x" * 5000)
    assert command("diagnose", practice_cell, "--password-file", password).code == 2


def test_data_that_do_not_open_need_no_password(command: Run, tmp_path: Path) -> None:
    said = command("diagnose", tmp_path, "--closed", "--json")
    assert (said.code, said.json["sound"]) == (0, None)
    assert str(tmp_path) not in said.json["text"]
