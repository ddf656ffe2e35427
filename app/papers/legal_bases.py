"""The year's legal bases as papers cite them: "Công văn số 3993-CV/BTCTW, ngày 10/11/2017 của …" (1.6).

Bases belong to years (rulings.md 3.9). What kind of document one is, its number or subject says.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from app.common.text import fold
from app.domain.cycles import LegalBasis
from app.papers import blocks
from app.papers.content import Block, Leader
from app.papers.dates import short_date
from app.papers.own_layer import shared_words
from app.papers.review import Review
from app.papers.wording import Wording

_TYPE_CODE = re.compile(r"-([^-/\s]+)/")


def cited(review: Review) -> tuple[str, ...]:
    """Return each basis of the year in one phrase, by date; one without a date comes last."""
    words = shared_words("results", review)
    ordered = sorted(review.year.legal_bases, key=lambda one: (one.dated_on or dt.date.max, one.number))
    return tuple(_cited(one, words) for one in ordered)


def lines(review: Review) -> tuple[Block, ...]:
    """Return the bases line by line, as a paper begins; without any, lines for a pen."""
    words, told = shared_words("results", review), cited(review)
    return blocks.bases(told, words) or (Leader(words.text("open_basis"), "body", lines=2),)


def _cited(one: LegalBasis, words: Wording) -> str:
    names: Sequence[str] = words.texts("document_types")
    kind = next((name for name in names if fold(one.subject_line).startswith(fold(name) + " ")), "")
    rest = one.subject_line[len(kind) :].strip()
    if not kind:
        code = _TYPE_CODE.search(one.number)
        kind = words.named("type_codes", code[1]) if code else ""
    parts = [words.text("basis_number", kind=kind or words.text("some_document"), number=one.number)]
    if one.dated_on:
        parts[0] += words.text("basis_date", date=short_date(one.dated_on))
    if one.issuer:
        parts.append(words.text("basis_issuer", issuer=one.issuer))
    if rest:
        is_joined = any(fold(rest).startswith(fold(word) + " ") for word in words.texts("joining"))
        parts.append(rest if is_joined else words.text("basis_about", subject=rest))
    return " ".join(parts)
