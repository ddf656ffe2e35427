"""A file that will not open is called by its right name, and nobody's bytes are touched."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import random
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from app.domain.members import Member
from app.domain.types import new_uid
from app.errors import EnvironmentFailed
from app.storage import connections, examining
from app.storage.connections import connect, disconnect, pragma
from app.storage.opening import create, open_database
from tests.sizes import report, size
from tests.storage.cells import KEY, SteadyClock, a_member, new_database, reopened, stored

OTHER_KEY = bytes(32)


@pytest.fixture
def filled(cell_folder: Path) -> Path:
    """Return a closed database with thirty members, over many pages."""
    database = reopened(cell_folder)
    with database.write("member.import") as work:
        work.add_all(a_member(f"Nguyễn Văn {number}", note="Đảng viên " * 15) for number in range(30))
    database.close()
    return cell_folder


def refusal(folder: Path, key: bytes = KEY) -> str:
    """Return the code with which the folder is refused; its file must stay byte for byte."""
    path = folder / "chi-bo.db"
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(EnvironmentFailed) as error:
        open_database(folder, key, SteadyClock())
    assert (path.read_bytes() if path.is_file() else None) == before
    return error.value.code


def test_a_missing_file_is_not_made_anew(filled: Path) -> None:
    (filled / "chi-bo.db").unlink()
    assert refusal(filled) == "L-110"


@pytest.mark.fault("A11")
def test_a_zero_byte_file_is_damage_and_no_new_database(filled: Path) -> None:
    """A11."""
    (filled / "chi-bo.db").write_bytes(b"")
    assert refusal(filled) == "L-201"


@pytest.mark.fault("A10")
def test_a_cut_file_is_damage_wherever_it_was_cut(filled: Path) -> None:
    """A10: in the middle of a page, at its edge, after 100 bytes."""
    path = filled / "chi-bo.db"
    whole = path.read_bytes()
    pages = len(whole) // 4096
    assert pages > 5
    cuts = [100, 4095, 4096, 4097, 8192, len(whole) - 1, len(whole) - 4096]
    cuts += random.Random(1).sample(range(1, len(whole)), size(20, 60))
    for cut in cuts:
        path.write_bytes(whole[:cut])
        assert refusal(filled) == "L-201", cut


def _word_file(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as word:
        word.writestr("word/document.xml", "<w:document/>" * 500)


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(65536))


def _plain_sqlite(path: Path) -> None:
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE member (uid TEXT)")
    plain.commit()
    plain.close()


def _text(path: Path) -> None:
    path.write_text("Danh sách đảng viên chi bộ thôn Mẫu\n" * 300, encoding="utf-8")


def _pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + random.Random(2).randbytes(9000))


@pytest.mark.parametrize("foreign", [_word_file, _zeros, _plain_sqlite, _text, _pdf])
@pytest.mark.fault("A12")
def test_another_programs_file_is_not_ours(filled: Path, foreign: Callable[[Path], None]) -> None:
    """A12."""
    foreign(filled / "chi-bo.db")
    assert refusal(filled) == "L-202"


@pytest.mark.fault("C05")
def test_an_encrypted_file_of_another_program_is_not_ours(filled: Path) -> None:
    """C05: the same library, the same key, another application id."""
    connection = connect(filled / "chi-bo.db", KEY, "make")
    pragma(connection, "application_id=7")
    disconnect(connection)
    assert refusal(filled) == "L-202"


@pytest.mark.fault("C01")
def test_a_newer_schema_is_refused_and_its_file_stays_as_it_is(filled: Path) -> None:
    """C01."""
    connection = connect(filled / "chi-bo.db", KEY, "make")
    pragma(connection, "user_version=999")
    disconnect(connection)
    before = {path.name: hashlib.sha256(path.read_bytes()).digest() for path in filled.iterdir()}
    with pytest.raises(EnvironmentFailed) as error:
        reopened(filled)
    assert (error.value.code, error.value.params["found"]) == ("L-204", 999)
    assert {path.name: hashlib.sha256(path.read_bytes()).digest() for path in filled.iterdir()} == before


def test_another_key_is_not_called_damage(filled: Path) -> None:
    assert refusal(filled, OTHER_KEY) == "L-213"


def test_the_database_of_another_cell_is_not_called_damage_without_a_mark(
    filled: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khac"
    other.mkdir()
    create(other, OTHER_KEY, new_uid(), SteadyClock()).close()
    (other / "chi-bo.db").replace(filled / "chi-bo.db")
    (filled / "chi-bo.moc").unlink()
    assert refusal(filled) == "L-213"


def test_noise_in_place_of_the_database_is_damage(filled: Path) -> None:
    path = filled / "chi-bo.db"
    path.write_bytes(random.Random(3).randbytes(path.stat().st_size))
    assert refusal(filled) == "L-201"


@pytest.mark.fault("A09")
def test_every_flipped_bit_of_a_closed_database_is_told(filled: Path) -> None:
    """A09: 300 flips in the full run; detected all, wrong data shown none."""
    path = filled / "chi-bo.db"
    whole = path.read_bytes()
    chance = random.Random(9)
    places = [0, 15, 16, 4095, 4096, len(whole) - 1]
    places += [chance.randrange(len(whole)) for _ in range(size(40, 300) - len(places))]
    codes = []
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        codes.append(refusal(filled))
    report("A09", flips=len(codes), detected=codes.count("L-201"), silent=len(codes) - codes.count("L-201"))
    assert set(codes) == {"L-201"}
    path.write_bytes(whole)
    reopened(filled).close()


def test_without_the_code_of_each_page_such_flips_would_be_silent(tmp_path: Path) -> None:
    """The test above can fail: without its codes the same library shows wrong data and calls them whole."""
    path, facts = tmp_path / "x.db", [f"Nguyễn Văn {number} {'x' * 300}".encode() for number in range(60)]

    def opened() -> driver.Connection:
        connection = driver.connect(str(path))
        for setting in ("key = 'mẫu'", "cipher_use_hmac = OFF", "kdf_iter = 1000"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    connection = opened()
    connection.execute("CREATE TABLE member (facts BLOB)")
    connection.executemany("INSERT INTO member VALUES (?)", [(one,) for one in facts])
    connection.commit()
    connection.close()
    whole, chance, silent = path.read_bytes(), random.Random(9), 0
    for _ in range(40):
        flipped = bytearray(whole)
        flipped[chance.randrange(4096, len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        with (
            contextlib.closing(opened()) as connection,
            contextlib.suppress(driver.Error, UnicodeDecodeError),
        ):
            found = [row[0] for row in connection.execute("SELECT facts FROM member")]
            (check,) = connection.execute("PRAGMA integrity_check").fetchone()
            silent += check == "ok" and found != facts
    report("A09 control", flips=40, silent=silent)
    assert silent > 0


@pytest.mark.fault("A20")
def test_a_forgotten_key_never_leaves_a_readable_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A20."""
    monkeypatch.setattr(connections, "apply_key", lambda *_: None)
    with pytest.raises(EnvironmentFailed) as error:
        new_database(tmp_path / "moi")
    assert error.value.code == "L-211"
    assert [path.name for path in (tmp_path / "moi").iterdir()] == []


@pytest.mark.fault("B05")
def test_an_empty_key_is_refused_before_the_disk_is_touched(tmp_path: Path) -> None:
    """B05."""
    for key in (b"", b"ngan", bytes(33)):
        with pytest.raises(ValueError, match="32 bytes"):
            create(tmp_path, key, new_uid(), SteadyClock())
        with pytest.raises(ValueError, match="32 bytes"):
            open_database(tmp_path, key, SteadyClock())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.fault("A21")
def test_an_old_library_is_refused_before_the_disk_is_touched(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A21."""
    monkeypatch.setattr(driver, "sqlite_version", "3.51.2")
    assert refusal(filled) == "L-212"
    with pytest.raises(EnvironmentFailed):
        create(tmp_path / "moi", KEY, new_uid(), SteadyClock())
    assert not (tmp_path / "moi").exists()


@pytest.mark.fault("C08")
def test_a_leftover_of_an_interrupted_wizard_does_not_stand_in_the_way(tmp_path: Path) -> None:
    """C08."""
    folder = tmp_path / "moi"
    folder.mkdir()
    (folder / "chi-bo.db.dang-tao").write_bytes(b"half")
    (folder / "chi-bo.db.dang-tao-journal").write_bytes(b"half")
    new_database(folder).close()
    assert sorted(path.name for path in folder.iterdir()) == ["chi-bo.db", "chi-bo.lock", "chi-bo.moc"]


def test_a_database_without_its_first_mark_opens(tmp_path: Path) -> None:
    """The program may be killed between the file and its mark."""
    database = new_database(tmp_path / "moi")
    database.close()
    (tmp_path / "moi" / "chi-bo.moc").unlink()
    reopened(tmp_path / "moi").close()


def test_a_refused_folder_is_free_for_the_next_program(filled: Path) -> None:
    refusal(filled, OTHER_KEY)
    database = reopened(filled)
    with database.read() as reader:
        assert reader.count(Member) == 30
    assert len(stored(database)["member"]) == 30
    database.close()


@pytest.mark.fault("A12")
def test_no_database_is_called_foreign_for_the_chance_of_its_first_bytes(cell_folder: Path) -> None:
    """Its first 16 bytes are random: of a million cells none may begin like another program's file."""
    path = cell_folder / "chi-bo.db"
    page = path.read_bytes()[:4096]
    dice = random.Random(0)
    for short in (b"\x1f\x8b", b"PK", b"BM", b"MZ", b"\xff\xd8", b"\xff\xfe", b"%!"):
        for _ in range(200):
            path.write_bytes((short + dice.randbytes(14) + page[16:])[:4096])
            examining.examine_file(path)
    path.write_bytes(gzip.compress(dice.randbytes(8192)))
    with pytest.raises(EnvironmentFailed, match="L-202"):
        examining.examine_file(path)
