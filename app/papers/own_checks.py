"""What is wrong with a text that a cell sets itself, and what is worth a word, where it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining

from app.common.old_fonts import converted, kind_of
from app.common.text import clean_line, clean_text, fold
from app.errors import Problem
from app.papers.content import Style
from app.papers.fonts import text_width_mm
from app.papers.glyphs import as_drawn, undrawable
from app.papers.own_text import RECIPIENTS, SIGNATURE, Place, Sort
from app.papers.wording import PLACEHOLDER, is_other_fashion

SLOT = re.compile(r"\[([^\[\]\n]*)\]")
_BRACES = re.compile("[{}]")
_BRACKETS = re.compile(r"[\[\]{}]")
_MOST_LINES = 30
_HIGHEST = 24
"""So many lines the head of a column may have: what is higher than a page cannot be printed."""
_FIELD = "text"
_ENDS = ",;. "
_BULLETS = "-–—•·*+ "
_YEAR = re.compile(r"(?<![\d/])20\d\d(?!\d)")
"""A year that is no part of a date: the next year goes on with the words as they are."""
_QUOTES = frozenset("\"“”«‘'")
_IN_CAPITALS = frozenset({"type_name", "type_names", SIGNATURE})


def typed_text(place: Place, stored: str) -> str:
    """Return a stored text as people type it: "năm [năm]" for ``năm {year}``."""
    words = {one.code: one.words for one in place.slots}
    return PLACEHOLDER.sub(lambda found: f"[{words.get(found[1], found[1])}]", stored)


def stored_text(place: Place, typed: str) -> str:
    """Return a typed text as it is stored: clean, its places to fill in by their codes.

    What is in brackets and no such place stays as it is, for `problems` to name.
    """
    codes = {" ".join(one.words.split()): one.code for one in reversed(place.slots)}
    text = as_drawn(clean_text(typed))
    lines = [clean_line(line) for line in text.split("\n")]
    if place.key == RECIPIENTS:
        lines = [line.lstrip(_BULLETS).rstrip(_ENDS) for line in lines]
    kept = "\n".join(line for line in lines if line)

    def code(found: re.Match[str]) -> str:
        name = codes.get(" ".join(found[1].split()))
        return f"{{{name}}}" if name else found[0]

    return SLOT.sub(code, kept)


def typed_problems(place: Place, typed: str) -> list[Problem]:
    """Return why a text cannot stand on papers as it was typed; nothing for one that can."""
    if _BRACES.search(typed):
        return [Problem(_FIELD, "own_text.braces")]
    return problems(place, stored_text(place, typed))


def problems(place: Place, stored: str) -> list[Problem]:
    """Return why a text cannot stand on papers; nothing for one that can."""
    if place.sort is Sort.CHOICE:
        return [] if stored in dict(place.choices) else [Problem(_FIELD, "field.choice")]
    found = list(_shape(place, stored))
    return found or [*_slots(place, stored), *_letters(stored)]


def hints(place: Place, stored: str) -> list[Problem]:
    """Return what is odd in a text that may stand: another fashion of tones, signs the form puts itself."""
    if place.sort is Sort.CHOICE:
        return []
    rest, name = PLACEHOLDER.sub("", stored), place.key.split("/")[0]
    is_subject = name == "subject" or name.startswith("subject_")
    odd = {
        "own_text.tone": is_other_fashion(rest, place.tone),
        "own_text.subject_stop": is_subject and stored.endswith("."),
        "own_text.subject_quotes": is_subject and stored[:1] in _QUOTES,
        "own_text.not_capitals": name in _IN_CAPITALS and rest != rest.upper(),
        "own_text.recipient_file": name == RECIPIENTS and _names_file(stored),
        "own_text.narrow": place.style is not None and _widest(rest, place.style) > place.room_mm,
    }
    found = [Problem(_FIELD, code, {"tone": place.tone}, "warning") for code, is_odd in odd.items() if is_odd]
    years = {*_YEAR.findall(rest)} - {*_YEAR.findall(place.original)}
    if years:
        found.append(Problem(_FIELD, "own_text.year", {"years": ", ".join(sorted(years))}, "warning"))
    return found


def _widest(text: str, style: Style) -> float:
    return max((text_width_mm(word, style) for word in text.split()), default=0)


def _names_file(stored: str) -> bool:
    return any(fold(line).startswith("luu") for line in stored.split("\n"))


def _shape(place: Place, stored: str) -> Iterator[Problem]:
    lines = stored.split("\n")
    if not stored.strip():
        if not place.may_be_empty:
            yield Problem(_FIELD, "own_text.empty")
    elif place.sort is Sort.LINE and len(lines) > 1:
        yield Problem(_FIELD, "own_text.line_break")
    elif len(lines) > _MOST_LINES:
        yield Problem(_FIELD, "own_text.too_many_lines", {"count": len(lines), "most": _MOST_LINES})
    longest = max(map(len, lines))
    if longest > place.most:
        yield Problem(_FIELD, "own_text.too_long", {"count": longest, "most": place.most})
    elif place.style and _line_count(PLACEHOLDER.sub("0000", stored), place.style, place.room_mm) > _HIGHEST:
        yield Problem(_FIELD, "own_text.too_high")


def _line_count(text: str, style: Style, room_mm: float) -> int:
    """Return into how many lines the head of a column falls; words wider than it are broken at its edge."""
    count, filled = 1, 0.0
    space = text_width_mm(" ", style)
    for word in text.split():
        whole = text_width_mm(word, style)
        parts = [whole] if whole <= room_mm else [text_width_mm(letter, style) for letter in word]
        before = space if filled else 0.0
        for part in parts:
            if filled and filled + before + part > room_mm:
                count, filled, before = count + 1, 0.0, 0.0
            filled, before = filled + before + part, 0.0
    return count


def _slots(place: Place, stored: str) -> Iterator[Problem]:
    known = {one.code: one.words for one in place.slots}
    used = PLACEHOLDER.findall(stored)
    rest = PLACEHOLDER.sub("", stored)
    unknown = [f"[{name}]" for name in used if name not in known]
    unknown += [found[0] for found in SLOT.finditer(rest)]
    if unknown:
        names = ", ".join(f"[{words}]" for words in known.values())
        code = "own_text.unknown" if names else "own_text.no_slots"
        yield Problem(_FIELD, code, {"what": ", ".join(unknown), "known": names})
    elif _BRACKETS.search(rest):
        yield Problem(_FIELD, "own_text.brackets")
    lost = [f"[{one.words}]" for one in place.slots if one.is_needed and one.code not in used]
    if lost:
        yield Problem(_FIELD, "own_text.lost", {"what": ", ".join(lost)})


def _letters(stored: str) -> Iterator[Problem]:
    # A tone that belongs to no letter is drawn beside it, and not read again.
    lost = [*undrawable(stored), *(f"◌{mark}" for mark in sorted(filter(combining, {*stored})))]
    if lost:
        yield Problem(_FIELD, "own_text.letters", {"letters": " ".join(lost)})
    kind = kind_of(stored)
    if kind:
        yield Problem(_FIELD, "own_text.old_font", {"font": kind, "read": converted(stored, kind)})
