"""Which words of a kind of paper a cell may set itself, in the order of the paper, and what each must keep.

What is offered stands in the wording of the kind; what is left out of it, and what a place to fill in is
called, in ``resources/regulations/common/own_wording.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from app.common import release_files
from app.papers.content import CELL_SIDE_MM
from app.papers.kind import Subject
from app.papers.own_headings import bare, headings
from app.papers.own_text import (
    FORM,
    GONE,
    HEAD,
    NAME,
    POST,
    RECIPIENTS,
    SENTENCE,
    SIGNATURE,
    SIGNER,
    TITLE,
    Place,
    Prescribed,
    Slot,
    Sort,
)
from app.papers.review import Review, review_of
from app.papers.signatures import authority
from app.papers.styles import Profile, profile_for
from app.papers.wording import PLACEHOLDER, Wording, toned, wording
from app.rules.ruleset import Form, Section
from app.rules.ruleset_base import Mark
from app.year.review_year import ReviewYear

_FILE = ("regulations", "common", "own_wording.toml")
_WIDE_MM = 200.0
_LEAST_HEAD, _LETTERS_PER_MM = 40, 4
_LETTER = re.compile(r"[^\W\d_]")
_VERIFIED, _ONE_SOURCE = "✔", "◐"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of paper in its year: the wording without own words, and how the year's papers look."""

    code: str
    year: ReviewYear
    review: Review
    words: Wording
    profile: Profile


def places(code: str, year: ReviewYear) -> tuple[Place, ...]:
    """Return what may be set on papers of the kind `code` in `year`, in the order of the paper."""
    review = review_of(year, None)
    rules, profile = review.rules, profile_for(review.day)
    words = wording(code, profile.words["tone"], rules.terms, (rules.parent, rules.id))
    kind = _Kind(code, year, review, words, profile)
    found = (*_titles_first(_texts(kind)), *_forms(kind), *_recipients(kind), *_signatures(kind))
    return tuple(replace(one, tone=words.tone) for one in found)


def shared_kinds() -> Mapping[str, tuple[str, str]]:
    """Return what papers of several kinds share: its name, and the kind of paper on which it is shown."""
    return {code: (name, shown_on) for code, (name, shown_on) in _file()["shared"].items()}


def cites_the_year(code: str) -> bool:
    """Return whether papers of a kind print the legal bases of the year, which are entered elsewhere."""
    return code in _file()["bases_of_year"]["kinds"]


def place_gone(key: str, text: str, year: int) -> Place:
    """Return where a text stood for which the rules of `year` have no place; it says what it is."""
    label = str(_file()["labels"]["gone"]).format(year=year)
    sort = Sort.LINES if "\n" in text else Sort.LINE
    return Place(key, GONE, label, PLACEHOLDER.sub("…", text), sort=sort, most=len(text))


def part_names() -> Mapping[str, str]:
    """Return what the parts of a paper are called, in their order."""
    return dict(_file()["parts"])


def _titles_first(found: Iterator[Place]) -> Iterator[Place]:
    yield from sorted(found, key=lambda one: one.part != "title")


def _texts(kind: _Kind) -> Iterator[Place]:
    skipped = {*_file()["skip"]["all"], *_file()["skip"].get(kind.code, ())}
    lists = _file()["lists"].get(kind.code, ())
    for key, value in kind.words.values.items():
        if key in lists:
            yield _list(kind, key, value)
        elif key not in skipped:
            yield from _within(kind, key, value, skipped)


def _within(kind: _Kind, key: str, value: object, skipped: set[str]) -> Iterator[Place]:
    match value:
        case str() if _LETTER.search(PLACEHOLDER.sub("", value)):
            yield _line(kind, key, value)
        case dict():
            inside = ((f"{key}/{name}", inner) for name, inner in value.items() if name not in skipped)
            for path, inner in inside:
                yield from _within(kind, path, inner, skipped)
        case [str(), *_]:
            for number, text in enumerate(value, 1):
                yield _line(kind, f"{key}/{number}", str(text))
        case [dict(), *_]:
            # Texts by the day from which they stand: the one of the year.
            for text in kind.words.in_force(key, kind.review.day)[:1]:
                yield _line(kind, key, text)
        case _:
            return


def _line(kind: _Kind, key: str, text: str) -> Place:
    name = key.split("/", maxsplit=1)[0]
    is_title = name in {"type_name", "type_names", "subject"} or name.startswith("subject_")
    *table, name_of, last = key.split("/") if "/" in key else ("", key)
    is_head = name_of == "columns"
    room_mm = _room_mm(kind, table, int(last)) if is_head else 0
    return Place(
        key,
        "title" if is_title else "text",
        _label(key),
        toned(text, kind.words.tone),
        _slots(kind, [text], needed=True),
        most=_most_of_head(room_mm) if is_head else _most(key, is_title=is_title),
        prescribed=_prescribed(kind, key),
        style=next(one for one in kind.profile.styles if one.name == "table_head") if is_head else None,
        room_mm=room_mm,
    )


def _most(key: str, *, is_title: bool) -> int:
    return HEAD if key in _file()["heads"]["keys"] else TITLE if is_title else SENTENCE


def _most_of_head(room_mm: float) -> int:
    """Return how many letters the head of a column may have: what is higher than a page cannot be printed."""
    return min(HEAD, max(_LEAST_HEAD, round(room_mm * _LETTERS_PER_MM)))


def _room_mm(kind: _Kind, table: Sequence[str], number: int) -> float:
    """Return how wide the words of a column may be."""
    inside: Any = kind.words.values
    for name in table:
        inside = inside[name]
    widths = inside.get("widths_mm", ())
    return float(widths[number - 1]) - 2 * CELL_SIDE_MM if widths else _WIDE_MM


def _list(kind: _Kind, key: str, value: Sequence[Any]) -> Place:
    is_dated = bool(value) and isinstance(value[0], Mapping)
    texts = kind.words.in_force(key, kind.review.day) if is_dated else [str(one) for one in value]
    original = "\n".join(toned(one, kind.words.tone) for one in texts)
    return Place(key, "text", _label(key), original, _slots(kind, texts, needed=False), Sort.LINES)


def _recipients(kind: _Kind) -> Iterator[Place]:
    if kind.code in _file()["no_recipients"]["kinds"]:
        return
    texts = [str(one) for one in kind.words.values.get(RECIPIENTS, ())]
    slots = _slots(kind, [*texts, "{committee}"], needed=False)
    original = "\n".join(toned(one, kind.words.tone) for one in texts)
    yield Place(
        RECIPIENTS, "recipients", _label(RECIPIENTS), original, slots, Sort.LINES, TITLE, may_be_empty=True
    )


def _signatures(kind: _Kind) -> Iterator[Place]:
    fixed, profile = kind.profile.words, kind.profile
    for name in _file()[SIGNATURE].get(kind.code, ()):
        source = authority(kind.year, Subject(), kind.words) if name == "authority" else name
        key = f"{SIGNATURE}/{name}"
        mark = profile.marks.get(f"words.{source}", "")
        known = mark.startswith((_VERIFIED, _ONE_SOURCE))
        prescribed = Prescribed(profile.title, mark.startswith(_VERIFIED)) if known else None
        yield Place(key, SIGNATURE, _label(key), fixed[source], most=HEAD, prescribed=prescribed)
    names = _file()[SIGNER].get(kind.code, ())
    if "name" in names:
        choices = tuple(_file()["choices"][POST].items())
        yield Place(POST, SIGNATURE, _label(POST), choices[0][0], sort=Sort.CHOICE, choices=choices)
    for name in names:
        key = f"{SIGNER}/{name}"
        slots = _slots(kind, ["{name}"], needed=False)
        yield Place(key, SIGNATURE, _label(key), "{name}", slots, most=NAME)


def _forms(kind: _Kind) -> Iterator[Place]:
    for form in kind.review.rules.forms:
        if form.paper == kind.code:
            for section in form.sections:
                label = _file()["labels"]["heading_of_form"].format(form=form.number or form.name)
                source = _of_form(form, section)
                for key, text in headings(form, section).items():
                    yield Place(key, FORM, label, bare(text), most=TITLE, prescribed=source)


def _of_form(form: Form, section: Section) -> Prescribed | None:
    """Return the form that gives a heading; what it adds for leaders was read in no form."""
    source = form.source
    if not source.document or source.mark is Mark.UNVERIFIED:
        return None
    document = ", ".join(filter(None, [source.article, source.document]))
    return Prescribed(document, source.mark is Mark.VERIFIED and not section.of_leaders)


def _prescribed(kind: _Kind, key: str) -> Prescribed | None:
    rules = kind.review.rules
    for one in _file()["prescribed"]:
        if one["kind"] == kind.code and one["set"] in {rules.id, rules.parent} and key in one["keys"]:
            return Prescribed(one["document"], one["is_verified"])
    return None


def _slots(kind: _Kind, texts: Sequence[str], *, needed: bool) -> tuple[Slot, ...]:
    """Return the places to fill in; the words of the year's rules may also be typed in full."""
    own_names, terms = _file()["names_of"].get(kind.code, {}), kind.words.terms
    codes = dict.fromkeys(code for text in texts for code in PLACEHOLDER.findall(text))
    return tuple(
        Slot(code, terms[code], is_needed=False)
        if code in terms
        else Slot(code, own_names.get(code) or _file()["names"][code], is_needed=needed)
        for code in codes
    )


def _label(key: str) -> str:
    labels, path = _file()["labels"], key.split("/")
    number = path[-1] if path[-1].isdigit() else ""
    for name in (key, path[0], path[1] if len(path) > 1 else "", path[0].split("_")[0]):
        if name in labels and (name != path[0].split("_")[0] or name == "subject" or name in path):
            return str(labels[name]).format(number=number)
    return str(labels["default"])


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    return release_files.read_toml(*_FILE)
