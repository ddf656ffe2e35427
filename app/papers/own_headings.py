"""Headings of a form of the year's rules as the cell set them; a damaged one stands as the form has it.

A heading is set without its number, by which the parts of the form are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.papers.own_checks import problems
from app.papers.own_text import FORM, TITLE, Place
from app.rules.own_texts import OwnText, of_kind
from app.rules.ruleset import Form, Section

_NUMBER = re.compile(r"^(?:[IVX]+\.\d+|[IVX]+|\d+|[A-D])\.\s+")


def headed_by(form: Form, own: Iterable[OwnText]) -> Form:
    """Return the form with the cell's own headings, which every paper and page then has."""
    texts = of_kind(own, form.paper)
    if not texts:
        return form
    return form.model_copy(update={"sections": tuple(_section(form, one, texts) for one in form.sections)})


def headings(form: Form, section: Section) -> dict[str, str]:
    """Return what heads a section by path, the parts that begin with it first, as the form has it."""
    key = f"{FORM}/{form.code}/{section.code}"
    return {**{f"{key}/{at}": text for at, text in enumerate(section.under, 1)}, key: section.heading}


def bare(heading: str) -> str:
    """Return a heading without its number."""
    return _NUMBER.sub("", heading)


def _section(form: Form, section: Section, texts: Mapping[str, str]) -> Section:
    *under, heading = (_set(key, text, texts) for key, text in headings(form, section).items())
    return section.model_copy(update={"heading": heading, "under": tuple(under)})


def _set(key: str, original: str, texts: Mapping[str, str]) -> str:
    text = texts.get(key)
    if text is None or problems(Place(key, FORM, "", bare(original), most=TITLE), text):
        return original
    number = _NUMBER.match(original)
    return f"{number[0] if number else ''}{bare(text) if number else text}"
