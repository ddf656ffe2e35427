"""The program's own files: what was done to them since the release is known, file by file (C07)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.common import release_files
from app.common.messages import sentence
from app.errors import EnvironmentFailed
from tests.damaged_release import forget_what_was_read, use_copy
from tests.sizes import report


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the resources of a built program."""
    folder = use_copy(tmp_path, monkeypatch)
    release_files.write_list(folder)
    release_files.changed.cache_clear()
    yield folder
    forget_what_was_read()


def changed() -> tuple[str, ...]:
    release_files.changed.cache_clear()
    return release_files.changed()


def test_a_program_that_runs_from_its_source_has_no_list() -> None:
    assert changed() == ()
    assert not (release_files.FOLDER / release_files.LIST).exists()


@pytest.mark.fault("C07")
def test_every_file_that_was_edited_or_taken_away_is_named(released: Path) -> None:
    names = list(release_files.hashes(released))
    caught = 0
    for at, name in enumerate(names):
        path = released / name
        content = path.read_bytes()
        flipped = bytearray(content)
        flipped[at % len(flipped)] ^= 1 << at % 8
        path.write_bytes(flipped)
        caught += changed() == (name,)
        path.unlink()
        caught += changed() == (name,)
        path.write_bytes(content)
    report("C07", damaged=2 * len(names), caught=caught)
    assert len(names) > 100
    assert caught == 2 * len(names)
    assert changed() == ()


def test_a_look_at_names_and_sizes_would_believe_an_edited_file(released: Path) -> None:
    """The control: a flipped bit changes neither."""
    sizes = {name: (released / name).stat().st_size for name in release_files.hashes(released)}
    believed = 0
    for name, length in list(sizes.items())[:50]:
        content = bytearray((released / name).read_bytes())
        content[0] ^= 1
        (released / name).write_bytes(content)
        believed += (released / name).stat().st_size == length
    report("C07 control", edited=50, believed=believed)
    assert believed == 50
    assert len(changed()) == 50


@pytest.mark.fault("C07")
@pytest.mark.parametrize("content", [b"", b"{}x", b"[1]", b"\xff\xfe", b'"a"', b"null"])
def test_a_list_that_was_spoilt_is_no_proof(released: Path, content: bytes) -> None:
    (released / release_files.LIST).write_bytes(content)
    assert changed() == (release_files.LIST,)


def test_what_was_added_harms_nothing(released: Path) -> None:
    (released / "texts" / "Thumbs.db").write_bytes(b"x")
    assert changed() == ()


def test_it_is_told_once(released: Path) -> None:
    (released / "texts" / "problems.toml").unlink()
    release_files.changed.cache_clear()
    assert release_files.take_changed() == ("texts/problems.toml",)
    assert release_files.take_changed() == ()


@pytest.mark.fault("C07")
@pytest.mark.parametrize("content", [None, b"", b" \n", b"a = ", b"\xff\xfe\x00"])
def test_a_file_that_does_not_read_is_named(released: Path, content: bytes | None) -> None:
    path = released / "styles" / "hd36.toml"
    assert path.exists()
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EnvironmentFailed) as caught:
        release_files.read_toml("styles", "hd36.toml")
    assert caught.value.code == "L-016"
    assert "styles/hd36.toml" in sentence(caught.value)


@pytest.mark.fault("C07")
def test_without_the_sentences_code_and_file_are_said(released: Path) -> None:
    (released / "texts" / "errors.toml").write_bytes(b"\x00")
    forget_what_was_read()
    said = sentence(EnvironmentFailed("L-206"))
    assert "L-206" in said
    assert "texts/errors.toml" in said
