"""Where the components of a paper stand in a file, and what kind of paper it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from app.papers.layout_check.model import Line, WordFile


class Sort(StrEnum):
    """What is asked of a paper depends on what it is."""

    TYPED = "typed"
    """With a name of type, number, recipients: báo cáo, tờ trình, nghị quyết …"""
    LETTER = "letter"
    """Công văn: no name of type, the subject under the number."""
    MINUTES = "minutes"
    FORM = "form"
    """Bản kiểm điểm, phiếu, danh sách: a head of its own, no number, no recipients."""
    UNKNOWN = "unknown"
    """Not recognised: only page, font and spelling are looked at."""


@dataclass(frozen=True, slots=True)
class Head:
    """Components 1 to 4."""

    title: Line | None = None
    motto: Line | None = None
    rules: tuple[tuple[Line, float], ...] = ()
    """Lines drawn in the head, with the line of text they stand below, and their length."""
    upper: tuple[Line, ...] = ()
    issuer: tuple[Line, ...] = ()
    star: Line | None = None
    number: Line | None = None
    letter_subject: tuple[Line, ...] = ()
    place_date: Line | None = None
    draft: Line | None = None
    secrecy: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """Components 5a, 5b and 8."""

    type_name: Line | None = None
    kind: str = ""
    """Name of the type in capitals, as the table of codes has it; empty for a form."""
    form: str = ""
    subject: tuple[Line, ...] = ()
    dashes: Line | None = None
    addressee: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs: authority, position, hint in brackets, blank lines, name."""

    authority: tuple[Line, ...] = ()
    position: tuple[Line, ...] = ()
    gap: int | None = None
    """Blank lines, None where it cannot be told."""
    signer: Line | None = None


@dataclass(frozen=True, slots=True)
class Foot:
    """Components 7 and 9."""

    signatures: tuple[Signature, ...] = ()
    recipients_label: Line | None = None
    recipients: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A file with its components found."""

    file: WordFile
    sort: Sort
    head: Head
    title: Title
    body: tuple[Line, ...]
    foot: Foot
    dated_on: dt.date | None = None
