"""``dump``, ``load``, ``backup``, ``restore`` over a closed practice cell."""

import io
import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from app import bootstrap
from app.commands import restore
from app.commands.terminal import Terminal
from app.common.paths import RESOURCES
from app.practice.careless import planted
from app.practice.plan import PracticePlan
from app.rules.ruleset import from_snapshot
from app.year.dump import FORMAT, dump
from tests.acts.others import OF_THE_CELL
from tests.acts.stage import a_stage
from tests.acts.table import SETTING
from tests.builders import PASSWORD
from tests.commands.conftest import Run
from tests.practice.years import known


def dumped(command: Run, folder: Path, file: Path, password: Path) -> str:
    said = command("dump", folder, file, "--year", "2017", "--password-file", password)
    assert said.code == 0, said.err
    return file.read_text(encoding="utf-8")


def test_dump_load_dump_is_identical(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    first = dumped(command, practice_cell, tmp_path / "1.json", password)
    schema = json.loads((RESOURCES / "schemas" / "year.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(first), schema)

    loaded = command("load", tmp_path / "moi", tmp_path / "1.json", "--password-file", password, "--json")

    assert loaded.code == 0
    assert (loaded.json["year"], len(loaded.json["recovery_code"])) == (2017, 29)
    assert dumped(command, tmp_path / "moi", tmp_path / "2.json", password) == first


@pytest.mark.slow
def test_a_year_with_everything_in_it_is_dumped_loaded_and_checked(
    command: Run, password: Path, tmp_path: Path
) -> None:
    stage = a_stage(tmp_path / "so")
    for act in (*SETTING, *OF_THE_CELL):
        stage.carry_out(act)
    stage.core.close()
    first = dumped(command, tmp_path / "so", tmp_path / "1.json", password)
    schema = json.loads((RESOURCES / "schemas" / "year.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(first), schema)
    assert [name for name, records in json.loads(first).items() if not records] == []

    assert command("load", tmp_path / "moi", tmp_path / "1.json", "--password-file", password).code == 0

    assert dumped(command, tmp_path / "moi", tmp_path / "2.json", password) == first
    for folder in ("so", "moi"):
        said = command("check", tmp_path / folder, "--year", "2017", "--password-file", password)
        assert (said.code, said.err) == (1, "")
        assert "R0-04" in said.out  # the member whom an act added is not settled yet


def test_dump_says_on_the_side_that_the_file_is_not_encrypted(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    out = tmp_path / "1.json"

    said = command("dump", practice_cell, out, "--year", "2017", "--password-file", password, "--json")

    assert "không được mã hóa" in said.err
    assert said.json == {"year": 2017, "file": str(out)}


def test_the_database_file_may_be_named_instead_of_its_folder(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    assert dumped(command, practice_cell / "chi-bo.db", tmp_path / "1.json", password)


def test_a_year_that_is_there_is_replaced_only_when_asked(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    first = dumped(command, practice_cell, tmp_path / "1.json", password)
    core = bootstrap.unlock(practice_cell, PASSWORD)
    core.members.trash([core.members.list()[0].uid])
    core.close()

    refused = command("load", practice_cell, tmp_path / "1.json", "--password-file", password)
    assert (refused.code, "Sổ đã có năm 2017." in refused.err) == (2, True)

    assert (
        command("load", practice_cell, tmp_path / "1.json", "--replace", "--password-file", password).code
        == 0
    )
    assert dumped(command, practice_cell, tmp_path / "2.json", password) == first


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"x" * 1000])
def test_what_is_no_year_is_not_loaded(command: Run, password: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)

    said = command("load", tmp_path / "moi", tmp_path / "x.json", "--password-file", password)

    assert (said.code, said.err.rstrip().endswith("(L-527)")) == (2, True)
    assert not (tmp_path / "moi").exists()


def test_backup_and_restore_bring_the_day_back(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    first = dumped(command, practice_cell, tmp_path / "1.json", password)
    made = command("backup", practice_cell, "--password-file", password, "--json")
    assert made.code == 0
    core = bootstrap.unlock(practice_cell, PASSWORD)
    core.members.trash([member.uid for member in core.members.list()])
    core.close()

    restored = command("restore", made.json["set"], "--password-file", password, "--json")

    assert restored.json == {"database": str(practice_cell / "chi-bo.db"), "changes_lost": 1}
    assert "có thêm 1 việc" in restored.err
    assert dumped(command, practice_cell, tmp_path / "2.json", password) == first


def test_restore_works_when_the_database_does_not_open(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    first = dumped(command, practice_cell, tmp_path / "1.json", password)
    made = command("backup", practice_cell, "--password-file", password, "--json").json["set"]
    (practice_cell / "chi-bo.db").write_bytes(b"\0" * 5000)
    assert (
        command("dump", practice_cell, tmp_path / "x", "--year", "2017", "--password-file", password).code
        == 2
    )

    assert command("restore", made, "--password-file", password).code == 0

    assert dumped(command, practice_cell, tmp_path / "2.json", password) == first


def test_a_set_elsewhere_is_restored_into_a_new_folder(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    first = dumped(command, practice_cell, tmp_path / "1.json", password)
    made = Path(command("backup", practice_cell, "--password-file", password, "--json").json["set"])
    stick = tmp_path / "usb"
    stick.mkdir()
    for path in made.parent.glob(f"{made.stem}.*"):
        path.rename(stick / path.name)
    assert "(L-533)" in command("restore", stick / made.name, "--password-file", password).err

    said = command("restore", stick / made.name, "--into", tmp_path / "moi", "--password-file", password)

    assert (said.code, "Không rõ" in said.err) == (0, True)
    assert dumped(command, tmp_path / "moi", tmp_path / "2.json", password) == first


def test_where_somebody_can_be_asked_no_means_no(
    practice_cell: Path, password: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = bootstrap.unlock(practice_cell, PASSWORD)
    made = core.backups.make("command")
    core.members.trash([member.uid for member in core.members.list()])
    core.close()
    answers = io.StringIO("không\ncó\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    asked = [str(made.database), "--password-file", str(password)]
    left = []
    for _ in range(2):
        out, err = io.StringIO(), io.StringIO()
        code = restore.run(asked, Terminal(out, err))
        assert "5 đảng viên" in err.getvalue()
        core = bootstrap.unlock(practice_cell, PASSWORD)
        left.append((code, len(core.members.list())))
        core.close()
    assert left == [(2, 0), (0, 5)]


def test_what_is_no_backup_is_not_restored(command: Run, practice_cell: Path, password: Path) -> None:
    said = command("restore", practice_cell / "sao-luu" / "x.db", "--password-file", password)

    assert (said.code, "(L-533)" in said.err) == (2, True)


def test_a_wrong_password_opens_nothing(command: Run, practice_cell: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "sai.txt"
    wrong.write_text("sai", encoding="utf-8")

    said = command("dump", practice_cell, tmp_path / "x", "--year", "2017", "--password-file", wrong)

    assert (said.code, "(L-206)" in said.err) == (2, True)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_password_file_that_cannot_be_read_is_told(
    command: Run, practice_cell: Path, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "pw"
    if content is not None:
        file.write_bytes(content)

    said = command("backup", practice_cell, "--password-file", file)

    assert (said.code, "(L-531)" in said.err) == (2, True)


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\ndòng hai"])
def test_the_first_line_of_the_file_is_the_password(
    command: Run, practice_cell: Path, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / "pw"
    file.write_bytes(b"\xef\xbb\xbf" + (PASSWORD + ending).encode())

    assert command("backup", practice_cell, "--password-file", file).code == 0


def test_a_password_file_made_by_powershell_is_read(
    command: Run, practice_cell: Path, tmp_path: Path
) -> None:
    file = tmp_path / "pw"
    file.write_bytes((PASSWORD + "\r\n").encode("utf-16"))

    assert command("backup", practice_cell, "--password-file", file).code == 0


@pytest.mark.parametrize(
    "name", ["chi-bo.db", "chi-bo.khoa", "chi-bo.moc", "chi-bo.db-journal", "bao-cao.docx"]
)
def test_a_dump_is_written_over_no_file_that_is_not_one(
    command: Run, practice_cell: Path, password: Path, name: str
) -> None:
    (practice_cell / "bao-cao.docx").write_bytes(b"PK\x03\x04")
    before = {path.name: path.read_bytes() for path in practice_cell.iterdir() if path.is_file()}

    said = command("dump", practice_cell, practice_cell / name, "--year", "2017", "--password-file", password)

    assert (said.code, name in said.err, "(L-534)" in said.err) == (2, True, True)
    assert before == {path.name: path.read_bytes() for path in practice_cell.iterdir() if path.is_file()}


def test_a_dump_may_be_written_again(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    first = dumped(command, practice_cell, tmp_path / "1.json", password)

    assert dumped(command, practice_cell, tmp_path / "1.json", password) == first


@pytest.mark.parametrize("out", ["khong-co/1.json", "a" * 300, ".", "mat-khau.txt/1.json"])
def test_a_place_that_is_none_is_called_so(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path, out: str
) -> None:
    said = command("dump", practice_cell, tmp_path / out, "--year", "2017", "--password-file", password)

    assert (said.code, "(L-107)" in said.err or "(L-534)" in said.err) == (2, True)


def test_a_database_that_is_not_there_yet_is_made_in_the_folder_around_it(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    first = dumped(command, practice_cell, tmp_path / "1.json", password)
    wanted = tmp_path / "moi" / "chi-bo.db"

    loaded = command("load", wanted, tmp_path / "1.json", "--password-file", password, "--json")

    assert loaded.json["database"] == str(wanted)
    assert wanted.is_file()
    assert dumped(command, wanted, tmp_path / "2.json", password) == first


@pytest.mark.parametrize("name", ["chi-bo.khoa", "chi-bo.moc"])
def test_only_the_database_stands_for_its_folder(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "1.json"

    said = command("dump", practice_cell / name, out, "--year", "2017", "--password-file", password)

    assert (said.code, "(L-111)" in said.err, out.exists()) == (2, True, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f'"format": {FORMAT}', '"format": true'),
        ('"year": 2017', '"year": true'),
        ('"uid": "', '"uid": "../'),
    ],
)
def test_a_year_that_is_refused_leaves_the_data_files_as_they_are(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path, old: str, new: str
) -> None:
    text = dumped(command, practice_cell, tmp_path / "1.json", password)
    (tmp_path / "2.json").write_text(text.replace(old, new, 1), encoding="utf-8")
    before = {path: path.read_bytes() for path in practice_cell.rglob("*") if path.is_file()}

    said = command("load", practice_cell, tmp_path / "2.json", "--replace", "--password-file", password)

    assert (said.code, "(L-521)" in said.err) == (2, True)
    assert before == {path: path.read_bytes() for path in practice_cell.rglob("*") if path.is_file()}


def test_what_cannot_be_true_is_loaded_as_it_stands_and_told_with_its_line(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    year = json.loads(dumped(command, practice_cell, tmp_path / "1.json", password))
    year["sittings"][0].update(started_at="09:00", ended_at="08:00")
    year["members"][0].update(
        born_on="2001-02-03", admitted_on="1999-01-01", official_on="", admission_decided_on=""
    )
    year["explanations"][0].update(finished_on="2016-12-01")
    text = json.dumps(year, ensure_ascii=False, indent=1) + "\n"
    (tmp_path / "2.json").write_text(text, encoding="utf-8")

    said = command("load", tmp_path / "moi", tmp_path / "2.json", "--password-file", password, "--json")

    told = {one["place"]: one["line"] for one in said.json["contradictions"]}
    lines = text.split("\n")
    assert (said.code, list(told)) == (
        1,
        ["members[0].admitted_on", "explanations[0].finished_on", "sittings[0].ended_at"],
    )
    assert all(f'"{place.rsplit(".", 1)[1]}"' in lines[line - 1] for place, line in told.items())
    assert dumped(command, tmp_path / "moi", tmp_path / "3.json", password) == text
    checked = command("check-data", tmp_path / "moi", "--password-file", password, "--json")
    assert {(one["kind"], one["table"], one["count"]) for one in checked.json["findings"]} == {
        ("contradictory", table, 1) for table in ("member", "explanation", "sitting")
    }


def test_a_year_saved_by_an_editor_with_its_mark_is_loaded(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    text = dumped(command, practice_cell, tmp_path / "1.json", password)
    (tmp_path / "2.json").write_text(text, encoding="utf-8-sig")

    assert command("load", tmp_path / "moi", tmp_path / "2.json", "--password-file", password).code == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[" * 1_000_000, "L-527"),
        (b'{"format": 1, "year": ' + b"9" * 10_000 + b"}", "L-527"),
        (b"\xff\xfe" + "{}".encode("utf-16-le"), "L-527"),
        (b"PK\x03\x04" + bytes(1000), "L-527"),
        (None, "L-502"),
    ],
    ids=["deep", "number", "encoding", "zip", "31 MB"],
)
def test_a_file_made_to_do_harm_is_refused_and_nothing_is_made(
    command: Run, password: Path, tmp_path: Path, content: bytes | None, code: str
) -> None:
    file = tmp_path / "nam.json"
    with file.open("wb") as out:
        out.write(content or b"{")
        if content is None:
            out.truncate(31_000_000)

    said = command("load", tmp_path / "moi", file, "--password-file", password, "--json")

    assert (said.code, said.json["error"], (tmp_path / "moi").exists()) == (2, code, False)


@pytest.mark.slow
@pytest.mark.parametrize("year", [2017, 2026])
def test_check_of_a_careless_year_tells_every_planted_defect_once(
    command: Run, password: Path, tmp_path: Path, year: int
) -> None:
    """R2-11 among them, which is known only by comparing the texts."""
    plan = PracticePlan(year, 18, careless=True)
    whole = known(plan)
    rules = from_snapshot(whole.cycles[0].ruleset_snapshot)
    (tmp_path / "nam.json").write_text(dump(whole), encoding="utf-8")
    assert command("load", tmp_path / "so", tmp_path / "nam.json", "--password-file", password).code == 0

    told = command("check", tmp_path / "so", "--year", str(year), "--password-file", password, "--json")

    wanted = Counter(one.rule(rules.id) for one in planted(plan, rules))
    assert sum(wanted.values()) == 20
    found = Counter(one["id"] for one in told.json["findings"])
    assert {rule: found[rule] for rule in wanted} == dict(wanted)
    assert found.keys() - wanted.keys() <= {"R5-07", "R5-09"}  # what a well-run year has open as well


def test_a_year_without_a_review_is_not_called_complete(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path
) -> None:
    year = json.loads(dumped(command, practice_cell, tmp_path / "1.json", password))
    bare = {
        name: [] if isinstance(value, list) and name != "members" else value for name, value in year.items()
    }
    (tmp_path / "2.json").write_text(json.dumps(bare), encoding="utf-8")
    assert command("load", tmp_path / "moi", tmp_path / "2.json", "--password-file", password).code == 0

    said = command("check", tmp_path / "moi", "--year", "2017", "--password-file", password)

    assert (said.code, said.out.strip()) == (0, "Năm 2017 chưa mở đợt kiểm điểm nên chưa có gì để xem.")


def test_a_dump_with_a_code_of_no_rules_makes_nothing(command: Run, password: Path, tmp_path: Path) -> None:
    text = dump(known(PracticePlan(2017, 3))).replace('"self_level": "good"', '"self_level": "tot"', 1)
    (tmp_path / "nam.json").write_text(text, encoding="utf-8")

    said = command("load", tmp_path / "so", tmp_path / "nam.json", "--password-file", password)

    assert said.code == 2
    assert "L-559" in said.err
    assert "self_level" in said.err
    assert not (tmp_path / "so").exists()
