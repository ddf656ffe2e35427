"""What goes to the child process and comes back: forms read, forms filled, pages of what was filled."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.papers.committee import sheet_fill, sheet_form, word_fill, word_form
from app.papers.committee.model import FormView, Marks, Named, marks_of, plain, view_of
from app.papers.committee.sheet_book import Book

READ_JOB, FILL_JOB = "read_committee_form", "fill_forms"
WORD, EXCEL = "docx", "xlsx"


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form as it looks, and the places to which it gives names itself."""

    view: FormView
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file to be made: of a form with its marks and what is written, or already filled (`content`)."""

    name: str
    format: str
    form: str = ""
    """The key of the form among those that go along."""
    marks: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    rows: Sequence[Mapping[str, str]] = ()
    content: str = ""
    band: str = ""
    title: str = ""


def stored(data: bytes) -> str:
    """Return the bytes of a file as they are stored and travel."""
    return base64.b85encode(data).decode("ascii")


def unstored(content: str) -> bytes:
    """Return the bytes that `stored` was given."""
    return base64.b85decode(content)


def read(data: bytes, format_: str) -> FormRead:
    """Return a form as it looks; raises what lxml and zipfile raise for a damaged file."""
    return _READERS[format_](data)


def _read_word(data: bytes) -> FormRead:
    return FormRead(word_form.view(data), word_form.named_places(data))


def _read_sheets(data: bytes) -> FormRead:
    book = Book(data)
    return FormRead(sheet_form.view(book), sheet_form.named_places(book))


_READERS: Mapping[str, Callable[[bytes], FormRead]] = {WORD: _read_word, EXCEL: _read_sheets}
_FILLERS = {WORD: word_fill.fill, EXCEL: sheet_fill.fill}


def filled(wanted: Wanted, data: bytes) -> bytes:
    """Return the form with what is written at its places."""
    marks: Marks = marks_of(wanted.marks)
    return _FILLERS[wanted.format](data, marks, wanted.values, wanted.rows, wanted.band)


def encode_read(found: FormRead) -> bytes:
    """Return what was read for the way back."""
    value = {"view": plain(found.view), "named": [[one.at, one.name] for one in found.named]}
    return json.dumps(value, ensure_ascii=False).encode()


def decode_read(told: bytes) -> FormRead:
    """Return what `encode_read` was given."""
    value: dict[str, Any] = json.loads(told)
    return FormRead(view_of(value["view"]), tuple(Named(at, name) for at, name in value["named"]))


def encode_wanted(wanted: Sequence[Wanted], forms: Mapping[str, str], formats: Sequence[str]) -> bytes:
    """Return what is to be made; `forms` by key as they are stored, `formats` "file" and "pdf"."""
    each = [
        {
            "name": one.name,
            "format": one.format,
            "form": one.form,
            "marks": one.marks,
            "values": dict(one.values),
            "rows": [dict(row) for row in one.rows],
            "content": one.content,
            "band": one.band,
            "title": one.title,
        }
        for one in wanted
    ]
    value = {"wanted": each, "forms": dict(forms), "formats": list(formats)}
    return json.dumps(value, ensure_ascii=False).encode()


def decode_wanted(payload: bytes) -> tuple[tuple[Wanted, ...], dict[str, bytes], tuple[str, ...]]:
    """Return what `encode_wanted` was given, the forms as bytes."""
    value: dict[str, Any] = json.loads(payload)
    forms = {key: unstored(content) for key, content in value["forms"].items()}
    return tuple(Wanted(**one) for one in value["wanted"]), forms, tuple(value["formats"])
