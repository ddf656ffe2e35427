"""Whatever lies where a small JSON file of ours should lie, reading it ends in facts or in nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.outside import object_in, read_object

WRECKS = {
    "empty": b"",
    "cut": b'{"a": 1',
    "a list": b"[1]",
    "a number": b"1",
    "no text": b"\xff\xfe\x00",
    "too deep": b'{"a":' + b"[" * 200_000,
    "no number": b'{"a": Infinity}',
    "a number without end": b'{"a": ' + b"9" * 5000 + b"}",
    "too large": b'{"a": "' + b"x" * 1_000_000 + b'"}',
}


@pytest.mark.parametrize("content", WRECKS.values(), ids=WRECKS)
def test_what_is_no_small_object_is_nothing(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(content)
    assert read_object(tmp_path / "x.json") == {}


@given(st.binary(max_size=200))
def test_any_bytes_are_facts_or_nothing(content: bytes) -> None:
    assert isinstance(object_in(content), dict)


def test_a_file_of_terabytes_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "x.json").open("wb") as file:
        file.truncate(2**42)
    assert read_object(tmp_path / "x.json") == {}


def test_a_missing_file_is_the_callers_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_object(tmp_path / "x.json")
