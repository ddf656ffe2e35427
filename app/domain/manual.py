"""The printable manual as one value: chapters of parts of spans, with every word already in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

PartKind = Literal["head", "text", "bullet", "step"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one face; `target` is the code of the chapter that it points to."""

    text: str
    bold: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading within a chapter, a paragraph, or a line of a list; a step has its `number`."""

    kind: PartKind
    spans: tuple[Span, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """One topic of the help; `pictures` are paths of PNG files shown below its title."""

    code: str
    title: str
    parts: tuple[Part, ...]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manual:
    """The whole manual; `see` says where a chapter is, of its `number` and `page`."""

    title: str
    program: str
    note: str
    contents: str
    see: str
    chapters: tuple[Chapter, ...]


def encode(manual: Manual) -> bytes:
    """Return the manual as it is sent to the child process."""
    return json.dumps(asdict(manual), ensure_ascii=False).encode()


def decode(encoded: bytes) -> Manual:
    """Return the manual that was encoded."""
    given = json.loads(encoded)
    return Manual(**{**given, "chapters": tuple(_chapter(**one) for one in given["chapters"])})


def _chapter(code: str, title: str, parts: Sequence[Mapping[str, Any]], pictures: Sequence[str]) -> Chapter:
    return Chapter(code, title, tuple(_part(**one) for one in parts), tuple(pictures))


def _part(kind: PartKind, spans: Sequence[Mapping[str, Any]], number: int) -> Part:
    return Part(kind, tuple(Span(**one) for one in spans), number)
