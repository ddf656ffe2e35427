"""The command line as a whole: Vietnamese words, sentences instead of traces, exit codes."""

import codecs
import errno
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import COMMANDS
from app.commands.parser import PROGRAM, in_vietnamese
from app.commands.running import run
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.common.paths import RESOURCES
from tests.builders import PASSWORD
from tests.commands.conftest import Run
from tests.conftest import LogWatch
from tests.guard import bare_environment

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments?|show|help message|exit|required|error|invalid|expected|the)\b",
    re.IGNORECASE,
)


def without_names(words: str) -> str:
    """Leave out what is a name and not a word: options, commands, paths, codes."""
    return re.sub(rf"--?[a-z-]+|{PROGRAM}|\S+/\S+|\b[A-Z_]{{2,}}\b", " ", words)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help_in_vietnamese(command: Run, name: str) -> None:
    said = command(name, "--help")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Cách dùng: {PROGRAM} {name}")
    assert text(f"{name}.help")[:40].split(":")[0] in " ".join(said.out.split())
    assert "--json" in said.out
    assert not ENGLISH.search(without_names(said.out))
    assert name in command("--help").out


def test_the_overview_lists_every_command(command: Run) -> None:
    said = command("--help")

    assert said.code == 0
    assert all(re.search(rf"^  {name} +\S", said.out, re.MULTILINE) for name in COMMANDS)
    assert command().code == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dump"], "Còn thiếu: db, out, --year."),
        (["dump", "so", "ra", "--year", "x"], "--year cần một số nguyên, không phải 'x'."),
        (["dump", "so", "ra", "--year"], "Sau --year cần một giá trị."),
        (["dump", "so", "ra", "--year", "2017", "--la"], "Không hiểu: --la."),
        (["dump", "so", "ra", "--yea", "2017"], "Còn thiếu: --year."),
        (["import-members", "so", "ra", "--preview=1"], "--preview không nhận giá trị ('1')."),
        (["nothing"], "Không có lệnh “nothing”."),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(command: Run, arguments: list[str], words: str) -> None:
    said = command(*arguments)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(words)
    assert "--help" in said.err
    assert said.err.endswith("(L-530)\n")


@pytest.mark.parametrize("arguments", [["dump"], ["nothing"], ["verify", "a", "b"]])
def test_a_wrong_call_is_told_as_json_too(command: Run, arguments: list[str]) -> None:
    said = command(*arguments, "--json")

    assert (said.code, said.json["error"], said.json["sentence"]) == (2, "L-530", said.err.strip())


@pytest.mark.parametrize(
    "arguments",
    [["dump", "", "ra", "--year", "2017"], ["verify", ""], ["backup", "so", "--password-file", ""]],
)
def test_an_empty_path_is_not_the_current_folder(command: Run, arguments: list[str]) -> None:
    said = command(*arguments)

    assert (said.code, "cần một đường dẫn, không phải ''." in said.err) == (2, True)


def test_a_complaint_that_nobody_foresaw_is_told_in_general_words() -> None:
    assert in_vietnamese("something entirely new: x") == "Câu lệnh chưa đúng."


def test_a_bug_is_a_sentence_and_stands_in_the_log(
    command: Run, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch, data_folder: Path
) -> None:
    monkeypatch.setitem(COMMANDS, "dump", "tests.commands.broken")

    said = command("dump")

    assert (said.code, said.out) == (2, "")
    assert "lỗi ngoài dự kiến" in said.err
    assert "Traceback" not in said.err
    assert log_watch.take() == ["command failed"]
    log = data_folder / "nhat-ky.log"
    assert str(log) in said.err
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")

    assert command("dump", "--json").json["sentence"] == said.err.strip()
    assert log_watch.take() == ["command failed"]


def test_warnings_of_the_program_stay_off_the_terminal() -> None:
    code = "import logging, app.commands.running as r, app.commands.terminal as t; r.run(['x'], t.Terminal())"
    asked = code + "; logging.getLogger('app').warning('english')"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, cwd=ROOT, check=True)

    assert b"english" not in said.stderr


def test_an_output_that_takes_no_more_is_told_as_what_it_is(
    command: Run, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("app.commands.dump.run", full)

    said = command("dump", "--json")

    assert (said.code, said.json["error"]) == (2, "L-102")
    assert log_watch.take() == ["command failed"]


@pytest.mark.parametrize("how", [KeyboardInterrupt, BrokenPipeError])
def test_an_interruption_is_no_bug(
    command: Run, monkeypatch: pytest.MonkeyPatch, how: type[BaseException]
) -> None:
    def interrupted(*_: object) -> int:
        raise how

    monkeypatch.setattr("app.commands.dump.run", interrupted)

    assert command("dump").code == 2


def test_a_windowed_program_has_no_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert run(["nothing"], Terminal()) == 2
    assert run(["--help"], Terminal()) == 0


def test_a_console_of_an_old_code_page_gets_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1258"))

    terminal = Terminal()
    terminal.say("Đảng ủy – “ổn”")
    sys.stdout.flush()

    assert raw.getvalue().decode("utf-8").strip() == "Đảng ủy – “ổn”"


def test_without_a_terminal_the_password_must_come_from_a_file(command: Run, tmp_path: Path) -> None:
    said = command("dump", tmp_path, tmp_path / "x.json", "--year", "2017")

    assert said.code == 2
    assert "--password-file" in said.err


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\r", b"\n\nx"])
def test_a_password_file_is_read_as_editors_write_it(
    command: Run, practice_cell: Path, tmp_path: Path, mark: bytes, end: bytes
) -> None:
    file = tmp_path / "p.txt"
    file.write_bytes(mark + PASSWORD.encode() + end)

    assert command("backup", practice_cell, "--password-file", file).code == 0


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_a_password_file_may_be_utf_16(
    command: Run, practice_cell: Path, tmp_path: Path, encoding: str, mark: bytes
) -> None:
    file = tmp_path / "p.txt"
    file.write_bytes(mark + (PASSWORD + "\r\n").encode(encoding))

    assert command("backup", practice_cell, "--password-file", file).code == 0


def test_no_more_of_a_password_file_is_read_than_a_password_has(command: Run, practice_cell: Path) -> None:
    said = command("backup", practice_cell, "--password-file", "/dev/zero")

    assert (said.code, "Mật khẩu có ký tự không dùng được" in said.err) == (2, True)


def test_a_missing_password_is_told_in_words_of_the_command_line(
    command: Run, practice_cell: Path, tmp_path: Path
) -> None:
    (tmp_path / "p.txt").write_bytes(b"\n")

    said = command("backup", practice_cell, "--password-file", tmp_path / "p.txt", "--json")

    assert said.err.startswith("Mật khẩu: Mật khẩu chưa nhập.\n")
    assert said.json["sentence"] == said.err.splitlines()[1]
    assert "màn hình" not in said.err


def test_errors_are_json_too_when_json_was_asked_for(command: Run, tmp_path: Path, password: Path) -> None:
    said = command("backup", tmp_path, "--password-file", password, "--json")

    assert said.code == 2
    assert said.json["error"] == "L-111"
    assert said.json["sentence"] == said.err.strip()


def test_as_a_program_it_starts_light_and_speaks_utf_8() -> None:
    started = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "app", "--help"],
        capture_output=True,
        cwd=ROOT,
        check=True,
        env=bare_environment(PYTHONIOENCODING="ascii"),
    )

    assert "Sổ Chi bộ" in started.stdout.decode("utf-8")
    loaded = {line.rpartition("|")[2].strip() for line in started.stderr.decode().splitlines()}
    assert "app.commands.running" in loaded
    assert not loaded & {"pydantic", "sqlalchemy", "PySide6", "openpyxl", "reportlab"}


def test_texts_have_a_section_for_each_command_and_no_other() -> None:
    import tomllib

    sections = tomllib.loads((RESOURCES / "texts" / "commands.toml").read_text(encoding="utf-8"))

    assert sections.keys() - {"parser", "shared"} == COMMANDS.keys()


@pytest.mark.fault("A17")
def test_no_command_opens_or_makes_data_in_a_synced_folder(command: Run, tmp_path: Path) -> None:
    said = command("demo", str(tmp_path / "OneDrive" / "thu"))

    assert said.code == 2
    assert "OneDrive" in said.err
    assert "L-123" in said.err
    assert not (tmp_path / "OneDrive" / "thu" / "du-lieu").exists()
