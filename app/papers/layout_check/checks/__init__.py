"""The checks, one module a component; a new one is added by its file and its line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.papers.layout_check.checks import (
    addressee,
    body,
    date,
    faces,
    fonts,
    head,
    number,
    page,
    page_number,
    recipients,
    signature,
    spelling,
    title,
)
from app.papers.layout_check.found import Found
from app.papers.layout_check.parts import Paper
from app.papers.styles import Profile

Check = Callable[[Paper, Profile], Iterator[Found]]

CHECKS: tuple[Check, ...] = (
    page.check,
    fonts.check,
    faces.check,
    head.check,
    number.check,
    date.check,
    title.check,
    addressee.check,
    body.check,
    signature.check,
    recipients.check,
    page_number.check,
    spelling.check,
)
