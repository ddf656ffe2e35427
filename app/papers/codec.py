"""A paper's content as JSON and back, without loss, in every format that was ever stored.

Each value is an object with its ``type``; fields at their default are left out. Stored with an issued paper
as base85 of deflate (decisions.md 2.8), about 1.5 KB a page.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import zlib
from collections.abc import Callable
from typing import Any

from app.errors import EnvironmentFailed
from app.papers import content
from app.papers.content import CONTENT_FORMAT, Document

_TYPES: dict[str, Callable[..., object]] = {
    one.__name__: one
    for one in (
        content.Document,
        content.PageSetup,
        content.Style,
        content.Paragraph,
        content.Run,
        content.Rule,
        content.Leader,
        content.Field,
        content.Table,
        content.Cell,
        content.SideBySide,
    )
}
_LONGEST = 64 * 2**20
"""No paper is longer than this when unpacked; what is, was damaged."""


_UPGRADES: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = ()
"""Step n turns the plain value of format n + 1 into format n + 2; one more at each change of shape."""


def encode(document: Document) -> str:
    """Return `document` as JSON text with its format number."""
    value = {"format": CONTENT_FORMAT, "document": _plain(document)}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Document:
    """Return the document that `encode` was given, in this or an older format.

    Raises `EnvironmentFailed`: ``L-302`` when the text is damaged, ``L-303`` when a newer program wrote it.
    """
    try:
        stored = json.loads(text)
        newer = stored["format"] > CONTENT_FORMAT
        document = None if newer else _document(stored)
    except (ValueError, TypeError, LookupError) as damage:
        raise EnvironmentFailed("L-302") from damage
    if document is None:
        raise EnvironmentFailed("L-303")
    return document


def pack(document: Document) -> str:
    """Return `document` as an issued paper stores it."""
    return base64.b85encode(zlib.compress(encode(document).encode(), 9)).decode("ascii")


def unpack(stored: str) -> Document:
    """Return the document that `pack` was given; raises as `decode` does."""
    try:
        text = zlib.decompressobj().decompress(base64.b85decode(stored), _LONGEST).decode()
    except (ValueError, zlib.error):
        text = ""  # not JSON: `decode` says what has to be said
    return decode(text)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    told = {
        field.name: _plain(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if getattr(value, field.name) != field.default
    }
    return {"type": type(value).__name__, **told}


def _document(stored: dict[str, Any]) -> Document:
    plain = stored["document"]
    for upgrade in _UPGRADES[stored["format"] - 1 :]:
        plain = upgrade(plain)
    document = _value(plain)
    if not isinstance(document, Document):
        raise TypeError("not a document")
    return document


def _value(plain: object) -> object:
    if isinstance(plain, list):
        return tuple(_value(item) for item in plain)
    if isinstance(plain, dict):
        fields = {name: _value(item) for name, item in plain.items() if name != "type"}
        return _TYPES[plain["type"]](**fields)
    return plain
