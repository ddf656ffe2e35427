"""The diagnostic file says how the program and the data are, and nothing of what was written in them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.common import fault_file, logfile
from app.errors import EnvironmentFailed
from app.version import __version__
from tests.builders import MEMBER, PASSWORD, SteadyClock, a_core, seams
from tests.conftest import LogWatch


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.members.add(MEMBER)
    yield core
    core.close()


def section(text: str, title: str) -> list[str]:
    """Return the lines below a heading."""
    return text.partition(f"== {title}")[2].partition("==\n")[2].partition("\n\n== ")[0].splitlines()


def test_it_says_versions_counts_sizes_and_checks(core: Core) -> None:
    core.backups.make("manual")
    made = core.diagnosis.make(["Màn hình 1366 × 768"])
    assert f"Sổ Chi bộ {__version__}" in section(made.text, "Chương trình")
    assert "Màn hình 1366 × 768" in section(made.text, "Cửa sổ")
    assert "member: 1" in section(made.text, "Số dòng")
    assert any(line.startswith("chi-bo.db: ") for line in section(made.text, "Tệp"))
    assert "manual: 1 bản" in section(made.text, "Bản sao lưu")
    checks = section(made.text, "Kết quả")
    assert len(checks) == 5
    assert all(line.endswith(": tốt") for line in checks)
    assert made.is_sound


def test_a_failed_check_is_said(core: Core) -> None:
    (core.folder / "chi-bo.moc").unlink()
    made = core.diagnosis.make()
    assert made.is_sound is False
    assert "Mốc đã lưu: CÓ CHỖ SAI" in section(made.text, "Kết quả")


def test_it_carries_the_log_the_bugs_and_the_faults(core: Core, log_watch: LogWatch) -> None:
    log = logging.getLogger("app.test")
    (core.folder / fault_file.FILE_NAME).write_text(
        'Fatal Python error: Aborted\n  File "/x/a.py", line 3 in f\n'
    )
    fault_file.keep_left(core.folder / fault_file.FILE_NAME)
    logfile.start(core.folder)
    try:
        log.info("step %d", 1)
        for _ in range(3):
            try:
                raise LookupError(MEMBER["full_name"])  # noqa: TRY301  a bug on purpose
            except LookupError:
                log.exception("bug")
        log.warning("told: %s", EnvironmentFailed("L-102"))
        made = core.diagnosis.make()
    finally:
        logfile.stop()
    log_watch.take()
    assert section(made.text, "Những lần tắt") == ["Aborted", "  a.py:3 f"]
    bugs = section(made.text, "Những lỗi")
    assert sum(line.endswith("ERROR app.test bug") for line in bugs) == 3
    assert "builtins.LookupError" in bugs
    assert section(made.text, "Nhật ký")[0].endswith("INFO app.test step 1")
    assert section(made.text, "Nhật ký")[-1].endswith("told: L-102")
    assert MEMBER["full_name"] not in made.text


def test_a_record_of_a_backup_cannot_bring_its_words_in(core: Core) -> None:
    made = core.backups.make("manual")
    record = json.loads(made.record.read_text(encoding="utf-8"))
    made.record.write_text(json.dumps({**record, "reason": "Nguyễn Văn Canary"}), encoding="utf-8")
    text = core.diagnosis.make().text
    assert "Canary" not in text
    assert "không rõ: 1 bản" in section(text, "Bản sao lưu")


@pytest.mark.parametrize("damage", ["none", "no database", "rubbish", "no folder"])
def test_data_that_do_not_open_have_their_file_too(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "so"
    if damage != "no folder":
        a_core(folder).close()
    if damage == "no database":
        (folder / bootstrap.DATABASE_NAME).unlink()
    elif damage == "rubbish":
        (folder / bootstrap.DATABASE_NAME).write_bytes(b"x" * 5000)
    made = bootstrap.diagnose_closed(folder, seams(SteadyClock()))
    assert made.is_sound is None
    assert section(made.text, "Kết quả") == ["Chưa mở dữ liệu nên chưa kiểm tra được."]
    assert section(made.text, "Số dòng") == ["không có"]
    assert str(tmp_path) not in made.text
    assert PASSWORD not in made.text
