"""Stored content: lossless, every old format readable, damage and newer programs told."""

import base64
import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import EnvironmentFailed
from app.papers import codec, content
from app.papers.content import CONTENT_FORMAT
from app.papers.writers import docx_writer, text_writer
from tests.papers.reading import pdf_text, squeezed, word_lines
from tests.papers.samples import CASES

FORMATS = sorted((Path(__file__).parent / "formats").glob("*.json"))


LENGTHS = st.floats(0, 500)
RUNS = st.lists(st.from_type(content.Run), max_size=3).map(tuple)
PARAGRAPHS = st.builds(content.Paragraph, RUNS, st.text(max_size=5))
RULES = st.builds(content.Rule, st.text(), st.text(max_size=5))
SIDES = st.lists(PARAGRAPHS | RULES, max_size=3).map(tuple)
CELLS = st.builds(content.Cell, st.lists(PARAGRAPHS, max_size=2).map(tuple), st.integers(1, 9))
ROWS = st.lists(CELLS, max_size=3).map(tuple)
BLOCKS = (
    PARAGRAPHS
    | RULES
    | st.builds(content.Leader, st.text(), st.text(max_size=5), st.integers(1, 9))
    | st.builds(
        content.Table, st.lists(LENGTHS, max_size=3).map(tuple), st.lists(ROWS, max_size=3).map(tuple)
    )
    | st.builds(content.SideBySide, SIDES, SIDES, LENGTHS, LENGTHS, st.booleans())
)


@given(st.lists(BLOCKS, max_size=4).map(tuple), st.text(), st.text())
def test_any_content_comes_back_as_it_was(blocks: tuple[content.Block, ...], title: str, band: str) -> None:
    document = replace(CASES[0].document(), blocks=blocks, title=title, band=band)

    assert codec.decode(codec.encode(document)) == document
    assert codec.unpack(codec.pack(document)) == document


def test_every_format_has_a_stored_paper() -> None:
    assert [file.stem for file in FORMATS] == [str(number) for number in range(1, CONTENT_FORMAT + 1)]


@pytest.mark.parametrize("file", FORMATS, ids=lambda file: file.stem)
def test_a_paper_of_an_old_format_reprints(file: Path) -> None:
    document = codec.decode(file.read_text(encoding="utf-8"))

    assert "Số 05-TTr/CB" in text_writer.lines(document)
    assert [line.strip() for line in word_lines(docx_writer.write(document))] == text_writer.lines(document)
    assert pdf_text(document) == squeezed("".join(text_writer.lines(document)))


def packed(text: str) -> str:
    return base64.b85encode(zlib.compress(text.encode())).decode()


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "x",
        "không phải base85",
        packed("{"),
        packed("[]"),
        packed("{}"),
        packed('{"format":1,"document":5}'),
        packed('{"format":"1","document":{}}'),
        packed('{"format":1,"document":{"type":"Run","text":"x"}}'),
        packed('{"format":1,"document":{"type":"X"}}'),
        codec.pack(CASES[0].document())[:-40],
    ],
)
def test_damage_is_told(stored: str) -> None:
    with pytest.raises(EnvironmentFailed) as told:
        codec.unpack(stored)

    assert told.value.code == "L-302"


def test_a_newer_format_is_told() -> None:
    value = json.loads(codec.encode(CASES[0].document()))
    value["format"] = CONTENT_FORMAT + 1

    with pytest.raises(EnvironmentFailed) as told:
        codec.decode(json.dumps(value))

    assert told.value.code == "L-303"
