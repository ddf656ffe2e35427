"""``demo``, ``export`` and ``verify``: a package for everybody, and every change to it told apart."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from app import bootstrap
from tests.builders import PASSWORD, a_core
from tests.commands.conftest import Run


@pytest.fixture
def package(command: Run, practice_cell: Path, password: Path, tmp_path: Path) -> Path:
    """Return the package of the practice cell, written by the command."""
    said = command(
        "export",
        practice_cell,
        "--year",
        "2017",
        "--out",
        tmp_path / "ra",
        "--password-file",
        password,
        "--json",
    )
    assert said.code == 0
    return Path(said.json["package"])


@pytest.mark.slow
@pytest.mark.parametrize("year", [2017, 2026])
def test_demo_makes_a_database_and_its_whole_package(command: Run, tmp_path: Path, year: int) -> None:
    options = ("--year", f"{year}", "--members", "5", "--seed", "7", "--json")

    said = command("demo", tmp_path / "ra", *options)

    assert said.code == 0
    database, package = Path(said.json["database"]), Path(said.json["package"])
    assert (database.is_file(), package.is_dir()) == (True, True)
    assert {database.parent.parent, package.parent} == {tmp_path / "ra"}
    assert package.name.startswith(f"LUYEN-TAP_KiemDiem{year}_CB")
    bag = bagit.Bag(str(package))
    assert bag.validate()
    assert "X-Missing-Parts" not in bag.info
    assert command("verify", package).code == 0
    core = bootstrap.unlock(database.parent, bootstrap.practice_password())
    assert len(core.members.list()) == 5
    assert [one.state for one in core.packages.history(year)] == ["written"]
    assert [line.code for line in core.home.lines(year) if line.code.startswith(("package", "paper"))] == []
    core.close()


@pytest.mark.slow
def test_demo_prints_its_password_and_takes_another(command: Run, password: Path, tmp_path: Path) -> None:
    shown = command("demo", tmp_path / "a", "--members", "3")
    own = command("demo", tmp_path / "b", "--members", "3", "--password-file", password)

    assert bootstrap.practice_password() in shown.out
    assert bootstrap.practice_password() not in own.out
    bootstrap.unlock(tmp_path / "b" / "du-lieu", PASSWORD).close()


@pytest.mark.parametrize(
    ("option", "value"),
    [("--members", "2"), ("--members", "121"), ("--year", "1999"), ("--year", "0"), ("--year", "99999")],
)
def test_demo_refuses_a_cell_that_cannot_be(command: Run, tmp_path: Path, option: str, value: str) -> None:
    said = command("demo", tmp_path / "ra", option, value)

    assert (said.code, "(L-001)" in said.err) == (2, True)
    assert not (tmp_path / "ra").exists()


def test_demo_does_not_write_over_another_cell(command: Run, tmp_path: Path) -> None:
    assert command("demo", tmp_path, "--members", "3").code == 0

    said = command("demo", tmp_path, "--members", "3")

    assert (said.code, "(L-112)" in said.err) == (2, True)


def test_a_package_is_whole_and_with_its_database_surely_signed(
    command: Run, package: Path, practice_cell: Path, password: Path
) -> None:
    alone = command("verify", package, "--json")
    known = command("verify", package, "--db", practice_cell, "--password-file", password, "--json")

    assert (alone.code, alone.json) == (
        0,
        {"answer": "whole_unknown_key", "signature": "unknown", "wrong": []},
    )
    assert (known.code, known.json["answer"]) == (0, "whole")
    assert command("verify", package).out.strip() == "Nguyên vẹn, không kiểm được chữ ký."


PDF = "data/01_TapThe/LUYEN-TAP_01_ToTrinhDeNghiCongNhanKetQua.pdf"


def flip(package: Path) -> None:
    data = bytearray((package / PDF).read_bytes())
    data[99] ^= 1
    (package / PDF).write_bytes(data)


@pytest.mark.parametrize(
    ("wreck", "wrong"),
    [
        (flip, {"path": PDF, "kind": "changed"}),
        (lambda package: (package / PDF).unlink(), {"path": PDF, "kind": "missing"}),
        (lambda package: (package / "data/x.txt").write_text("x"), {"path": "data/x.txt", "kind": "extra"}),
        (
            lambda package: (package / PDF).rename(package / "data/khac.pdf"),
            {"path": PDF, "kind": "renamed", "found_as": "data/khac.pdf"},
        ),
    ],
    ids=["changed", "missing", "extra", "renamed"],
)
def test_every_change_is_told_apart(
    command: Run, package: Path, wreck: Callable[[Path], object], wrong: dict[str, str]
) -> None:
    wreck(package)

    said = command("verify", package, "--json")

    assert (said.code, said.json["answer"], said.json["wrong"]) == (1, "wrong_files", [wrong])
    words = command("verify", package).out
    assert words.startswith("Có tệp sai:")
    assert all(wrong[name] in words for name in wrong if name != "kind")


def test_an_unfinished_package_is_told(command: Run, package: Path) -> None:
    (package / "tagmanifest-sha256.txt.minisig").unlink()

    said = command("verify", package)

    assert (said.code, said.out.splitlines()[0]) == (1, "Chưa ghi xong.")


def test_what_is_no_package_is_not_judged(command: Run, tmp_path: Path) -> None:
    assert command("verify", tmp_path / "gone").code == 2
    assert command("verify", tmp_path).code == 2


def test_export_says_what_is_missing_and_refuses_what_is_empty(
    command: Run, password: Path, tmp_path: Path
) -> None:
    core = a_core(tmp_path / "so")
    arguments = ("export", tmp_path / "so", "--out", tmp_path / "ra", "--password-file", password)
    core.close()
    assert "(L-421)" in command(*arguments, "--year", "2017").err
    assert "(L-525)" in command(*arguments, "--year", "2016").err

    core = bootstrap.unlock(tmp_path / "so", PASSWORD)
    core.papers.issue(core.papers.add("submission", 2017, {}).uid)
    core.close()
    said = command(*arguments, "--year", "2017")

    assert said.code == 0
    assert "còn thiếu: Danh sách đảng viên." in said.err
    assert "Đã ghi và đọc lại" in said.out


@pytest.mark.slow
def test_demo_gives_no_password_of_a_cell_that_it_did_not_make(command: Run, tmp_path: Path) -> None:
    assert command("demo", tmp_path, "--members", "3").code == 0

    again = command("demo", tmp_path, "--members", "3")

    assert (again.code, again.out, "(L-112)" in again.err) == (2, "", True)


@pytest.mark.parametrize("kind", ["missing", "file", "empty", "strange"])
def test_what_is_plainly_no_package_is_called_so(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    place = tmp_path / "x"
    if kind == "file":
        place.write_bytes(b"PK")
    elif kind != "missing":
        (place / "kin").mkdir(parents=True)
    if kind == "strange":
        real = os.scandir

        def forbidden(folder: Path) -> object:
            if folder == place:
                return real(folder)
            raise PermissionError(13, "")

        monkeypatch.setattr(os, "scandir", forbidden)

    said = command("verify", place)

    assert (said.code, said.out, "(L-411)" in said.err) == (2, "", True)


def test_a_package_is_checked_from_inside_too(
    command: Run, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(package)

    assert command("verify", ".").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_on_a_strangers_stick_gives_the_terminal_no_orders(command: Run, package: Path) -> None:
    (package / "data" / "x\x1b]0;y\x07\x9b2J\u202e.txt").write_bytes(b"x")

    said = command("verify", package)

    assert (said.code, "data/x�]0;y��2J�.txt" in said.out) == (1, True)
    assert not set(said.out) & set("\x1b\x07\x9b\u202e")


def test_a_package_that_lists_itself_without_end_is_told(command: Run, package: Path) -> None:
    (package / "data" / "lap").symlink_to(package)

    assert command("verify", package, "--json").json["wrong"] == [{"path": "data/lap", "kind": "extra"}]


@pytest.mark.slow
@pytest.mark.parametrize(("switch", "ending"), [("--encrypt", "*.7z"), ("--pdf", "*.pdf")])
def test_a_closed_package_opens_with_the_password_that_was_printed_once(
    command: Run, practice_cell: Path, password: Path, tmp_path: Path, switch: str, ending: str
) -> None:
    out = ("--year", "2017", "--out", tmp_path / "ra", "--password-file", password)
    said = command("export", practice_cell, *out, switch, "--json")
    package, shown = Path(said.json["package"]), said.json["password"]
    key = tmp_path / "khoa.txt"
    key.write_text(shown + "\n", encoding="utf-8")

    given = ("--package-password-file", key)
    assert len(list(package.glob(ending))) == 1
    assert command("verify", package, *given).out.strip() == "Nguyên vẹn, không kiểm được chữ ký."
    known = command("verify", package, "--db", practice_cell, "--password-file", password, *given, "--json")
    assert (known.code, known.json["answer"]) == (0, "whole")
    wrong = command("verify", package, "--package-password-file", password)
    assert (wrong.code, "(L-426)" in wrong.err) == (2, True)
    own = command("export", practice_cell, *out, switch, *given, "--json")
    assert (own.code, "password" in own.json) == (0, False)
    short = command("export", practice_cell, *out, switch, "--package-password-file", short_file(tmp_path))
    assert (short.code, "(L-431)" in short.err) == (2, True)


def short_file(folder: Path) -> Path:
    file = folder / "ngan.txt"
    file.write_text("ngan\n", encoding="utf-8")
    return file
