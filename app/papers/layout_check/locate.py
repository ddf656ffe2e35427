"""Finds the components of a paper in the lines of a file, by what they say and where they stand."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence

from app.papers.layout_check import foot, head
from app.papers.layout_check.model import Line, WordFile
from app.papers.layout_check.parts import Head, Paper, Sort, Title
from app.papers.layout_check.recognised import form_of, reads_as, shouts_as, type_of, words

_MONTHS = 12
_HEAD_LINES = 45
"""Of a page, so many lines from its top can be the head and the title."""
_LONG = 90
"""Letters from which a line is text and no component."""


def located(file: WordFile) -> Paper:
    """Return the paper that the file holds."""
    at, kind, form = _type_line(file.lines)
    start = at if at is not None else _text_begins(file.lines)
    top = head.located(file.lines[:start])
    title, text_at = _title(file.lines, at, start, kind, form)
    sort = _sort(title, top)
    if sort is Sort.TYPED and top.number is None and _is_personal(file.lines, text_at):
        sort = Sort.FORM
    bottom, foot_at = foot.located(file.lines, text_at, sort)
    return Paper(file, sort, top, title, file.lines[text_at:foot_at], bottom, _dated(top))


def _type_line(lines: Sequence[Line]) -> tuple[int | None, str, str]:
    written = [(at, line) for at, line in enumerate(lines) if not line.is_empty][:_HEAD_LINES]
    seen_head = False
    for at, line in written:
        seen_head = seen_head or head.is_title(line) or shouts_as("motto", line.text)
        if len(line.text) > _LONG and seen_head:
            break
        kind, form = type_of(line.text), form_of(line.text)
        if (kind or form) and not reads_as("numbered", line.text):
            return at, "" if form and not kind else kind, form
    return None, "", ""


def _text_begins(lines: Sequence[Line]) -> int:
    for at, line in enumerate(lines):
        if reads_as("addressee", line.text) or (len(line.text) > _LONG and line.place is None):
            return at
    return min(len(lines), _HEAD_LINES)


def _title(lines: Sequence[Line], at: int | None, start: int, kind: str, form: str) -> tuple[Title, int]:
    """Return the title, and where the text below it begins."""
    if at is None:
        addressee, after = _addressee(lines, start)
        return Title(addressee=addressee), after
    after = at + 1
    subject: list[Line] = []
    dashes = None
    while after < len(lines) and len(subject) < 4:  # noqa: PLR2004  a subject has no more lines
        line = lines[after]
        if line.rule_mm is not None and line.is_empty:
            dashes = dashes or line
        elif reads_as("like_dashes", line.text):
            dashes = line
        elif not line.is_empty and (dashes or not _is_of_title(line, lines[at])):
            break
        elif not line.is_empty:
            subject.append(line)
        after += 1
    addressee, after = _addressee(lines, after)
    return Title(lines[at], kind, form, tuple(subject), dashes, addressee), after


def _is_of_title(line: Line, type_line: Line) -> bool:
    """Return whether a line below the name of type goes on with it: centred or in bold, no addressee."""
    if reads_as("addressee", line.text) or reads_as("basis", line.text) or line.place != type_line.place:
        return False
    return line.align == "center" or (line.all("bold") and len(line.text) < _LONG and not _is_heading(line))


def _is_heading(line: Line) -> bool:
    return line.text[:3].rstrip(" ").endswith(".") or line.text.endswith(":")


def _addressee(lines: Sequence[Line], at: int) -> tuple[tuple[Line, ...], int]:
    found: list[Line] = []
    while at < len(lines):
        line = lines[at]
        first = not found and reads_as("addressee", line.text) is not None
        later = bool(found) and reads_as("recipient", line.text) is not None and len(line.text) < _LONG
        if line.is_empty or (reads_as("like_dashes", line.text) and not found):
            at += 1
        elif first or (later and not reads_as("basis", line.text) and _is_short_list(found)):
            found.append(line)
            at += 1
        else:
            break
    return tuple(found), at


def _is_short_list(found: Sequence[Line]) -> bool:
    """Return whether bodies are listed below the word: it stands alone, or others came below it before."""
    match = reads_as("addressee", found[0].text)
    return len(found) > 1 or (match is not None and not match["body"])


def _sort(title: Title, top: Head) -> Sort:
    kinds = words()["kinds"]
    if title.kind in kinds["minutes"]:
        return Sort.MINUTES
    if title.kind and not title.form:
        return Sort.TYPED
    if title.type_name is not None:
        return Sort.FORM
    coded = top.number is not None and f"-{kinds['letter_code']}/" in top.number.text.replace(" ", "")
    return Sort.LETTER if coded or (title.addressee and top.title) else Sort.UNKNOWN


def _is_personal(lines: Sequence[Line], text_at: int) -> bool:
    """Return whether those who sign do it for themselves, as a member who explains a matter does."""
    bottom, _ = foot.located(lines, text_at, Sort.FORM)
    signing = [line for one in bottom.signatures for line in one.authority]
    return bool(signing) and not any(shouts_as("authority", line.text) for line in signing)


def _dated(top: Head) -> dt.date | None:
    """Return the date on the paper; the last day it can be where day or month are not, or cannot be."""
    if top.place_date is None:
        return None
    match = reads_as("date", top.place_date.text) or reads_as("short_date", top.place_date.text)
    figures = [match[part].strip() for part in ("year", "month", "day")] if match else [""]
    year, month, day = ([int(one) if one.isdigit() else 0 for one in figures] + [0, 0])[:3]
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    month = month if 1 <= month <= _MONTHS else _MONTHS
    last = monthrange(year, month)[1]
    return dt.date(year, month, day if 1 <= day <= last else last)
