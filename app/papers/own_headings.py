"""Headings of a form of the year's rules as the cell set them; a damaged one stands as the form has it."""

from __future__ import annotations

from collections.abc import Iterable

from app.papers.own_checks import problems
from app.papers.own_text import FORM, TITLE, Place
from app.rules.own_texts import OwnText, of_kind
from app.rules.ruleset import Form, Section


def headed_by(form: Form, own: Iterable[OwnText]) -> Form:
    """Return the form with the cell's own headings, which every paper and page then has."""
    texts = of_kind(own, form.paper)
    if not texts:
        return form
    return form.model_copy(update={"sections": tuple(_section(form, one, texts) for one in form.sections)})


def heading_key(form: Form, section: Section) -> str:
    """Return the path of a heading."""
    return f"{FORM}/{form.code}/{section.code}"


def _section(form: Form, section: Section, texts: dict[str, str]) -> Section:
    key = heading_key(form, section)
    text = texts.get(key)
    if text is None or problems(Place(key, FORM, "", section.heading, most=TITLE), text):
        return section
    return section.model_copy(update={"heading": text})
