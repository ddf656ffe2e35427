"""``check-data``: sentences and exit codes, and a mended copy only when asked for."""

import json
from pathlib import Path

import pytest

from tests.builders import PASSWORD, a_core
from tests.commands.conftest import Run
from tests.storage.test_data_checks import add, planted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Closed data of a cell."""
    core = a_core(tmp_path / "so")
    key = core.access._database.place.key  # noqa: SLF001  to plant what no act would
    core.close()
    (tmp_path / "khoa").write_bytes(key)
    (tmp_path / "mat-khau.txt").write_text(PASSWORD, encoding="utf-8")
    return tmp_path / "so"


def test_data_that_agree_end_with_0(command: Run, folder: Path) -> None:
    said = command(
        "check-data", str(folder), "--password-file", str(folder.parent / "mat-khau.txt"), "--json"
    )
    assert said.code == 0
    assert json.loads(said.out) == {"findings": [], "mended": ""}


@pytest.mark.fault("A22")
def test_what_is_found_is_told_and_mended_only_when_asked(command: Run, folder: Path) -> None:
    planted(folder, (folder.parent / "khoa").read_bytes(), add("post", member_uid="nobody"))
    given = ("check-data", str(folder), "--password-file", str(folder.parent / "mat-khau.txt"))
    said = command(*given)
    assert said.code == 1
    assert "Chức vụ của đảng viên: 1 mục" in said.out
    assert "--mend" in said.out
    mended = command(*given, "--mend", "--json")
    told = json.loads(mended.out)
    assert (mended.code, [one["kind"] for one in told["findings"]]) == (1, ["orphan"])
    assert Path(told["mended"]).is_file()
    password = ("--password-file", str(folder.parent / "mat-khau.txt"))
    assert command("restore", told["mended"], *password, "--yes").code == 0
    assert command(*given).code == 0
