"""The list of parts in the About window is complete and true."""

import json
from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtCore import qVersion

import environment
import licences
import locked


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, str]]:
    parts = json.loads(licences.LIST.read_text(encoding="utf-8"))["parts"]
    return {part["name"]: part for part in parts}


def test_the_committed_list_is_what_the_lock_says_now(shown: dict[str, dict[str, str]]) -> None:
    assert list(shown.values()) == licences.parts(), (
        "run: packaging/licences.py, with the environment's Python"
    )


def test_every_shipped_package_is_listed_on_both_systems(shown: dict[str, dict[str, str]]) -> None:
    listed = {licences.folder_name(name): part["version"] for name, part in shown.items()}

    for lock in environment.LOCKS.values():
        for package in locked.needed(lock, [locked.PROGRAM]):
            assert listed[package.name] == package.version


def test_parts_inside_packages_are_named_in_their_real_versions(shown: dict[str, dict[str, str]]) -> None:
    database = sqlcipher3.connect(":memory:")
    database.execute("PRAGMA key = 'x'")
    cipher = database.execute("PRAGMA cipher_version").fetchone()[0]
    provider = database.execute("PRAGMA cipher_provider_version").fetchone()[0]
    database.close()

    assert shown["SQLCipher"]["version"] == cipher.split()[0]
    assert shown["OpenSSL"]["version"] == provider.split()[1]
    assert shown["SQLite"]["version"] == sqlcipher3.sqlite_version
    assert shown["Qt"]["version"] == qVersion()


def test_the_boot_code_is_named_in_its_locked_version(shown: dict[str, dict[str, str]]) -> None:
    build = locked.needed(environment.LOCKS["windows"], [locked.BUILD])

    assert shown["PyInstaller"]["version"] in [part.version for part in build if part.name == "pyinstaller"]


def test_texts_of_every_part_are_written(tmp_path: Path, shown: dict[str, dict[str, str]]) -> None:
    python = tmp_path / "python"
    python.mkdir()
    (python / "LICENSE.txt").write_text("PSF", encoding="utf-8")
    here = Path(json.__file__).parent  # the standard library holds no packages: nothing is found there

    with pytest.raises(KeyError):
        licences.write_texts(tmp_path / "none", python, here)

    site_packages = Path(sqlcipher3.__file__).parents[1]
    licences.write_texts(tmp_path / "giay-phep", python, site_packages)

    index = (tmp_path / "giay-phep" / "DANH-MUC.txt").read_text(encoding="utf-8-sig")
    for name, part in shown.items():
        assert f"{name} {part['version']}: {part['licence']}" in index
        written = list((tmp_path / "giay-phep" / licences.folder_name(name)).glob("*.txt"))
        assert bool(written) == (part["licence"] != licences.NEEDS_NO_TEXT), name


def test_lesser_gpl_parts_carry_both_texts(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.mkdir()
    (python / "LICENSE.txt").write_text("PSF", encoding="utf-8")
    licences.write_texts(tmp_path / "giay-phep", python, Path(sqlcipher3.__file__).parents[1])

    for name in ("qt", "pyside6-essentials", "shiboken6"):
        files = {path.name for path in (tmp_path / "giay-phep" / name).iterdir()}
        assert files == {"LGPL-3.txt", "GPL-3.txt"}
