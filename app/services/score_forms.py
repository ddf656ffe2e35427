"""The score sheet of a subject as the year's rules have it, beside what is stored of it; writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.scores import ScoredBy, ScoreItem, ScoreSheet
from app.rules.ruleset import ScoreFrame, ScoreGroup
from app.rules.subject_facts import codes_of, frame_of
from app.services.level_tables import LevelTable

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NUMBER = re.compile(r"\d{1,5}(?:[.,]\d{1,3})?")


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A criterion, or the head of a group of them; `most` is None where the centre leaves it open."""

    code: str
    place: str
    text: str
    most: float | None = None
    parts: tuple[str, ...] = ()
    """The criteria that a head sums up; empty for a criterion."""


@dataclass(frozen=True, slots=True)
class ScoreForm:
    """What one subject is scored by in a year."""

    name: str
    rows: tuple[ScoreRow, ...]
    grades: tuple[tuple[str, str], ...]
    """Codes and names, the highest first; empty where points are given."""
    total: float | None
    note: str

    @property
    def items(self) -> tuple[ScoreRow, ...]:
        """Return the criteria, which are what one scores."""
        return tuple(one for one in self.rows if not one.parts)

    @property
    def has_most(self) -> bool:
        """Return whether the rules say for any row how much it may give."""
        return any(one.most is not None for one in self.rows)

    def points(self, text: str) -> float | None:
        """Return the points that somebody typed, "7,5" or "7.5"; None for what is no number."""
        return float(text.replace(",", ".")) if _NUMBER.fullmatch(text.strip()) else None

    def grade(self, text: str) -> str:
        """Return the grade, by code, that somebody typed: its place from the highest, or its name."""
        typed = text.strip()
        if typed.isdecimal():
            at = int(typed)
            return self.grades[at - 1][0] if 1 <= at <= len(self.grades) else ""
        return next((code for code, name in self.grades if name.casefold() == typed.casefold()), "")

    def grade_name(self, code: str) -> str:
        """Return the name of a grade; empty for none."""
        return dict(self.grades).get(code, "")


def score_form(table: LevelTable, target: str) -> ScoreForm | None:
    """Return what a subject is scored by; None where nothing scores it, or its kind is not settled."""
    scoring, frame = table.ruleset.scoring, frame_of(table.whole, table.ruleset, target)
    if scoring.mode == "none" or frame is None:
        return None
    grades = sorted(scoring.grades, key=lambda one: -one.rank) if scoring.mode == "grades" else []
    return ScoreForm(
        name=frame.name,
        rows=tuple(_rows(frame)),
        grades=tuple((one.code, one.name) for one in grades),
        total=scoring.total if scoring.mode == "points" else None,
        note=scoring.note,
    )


def stored_sheet(
    table: LevelTable, target: str, side: ScoredBy
) -> tuple[ScoreSheet | None, Mapping[str, ScoreItem]]:
    """Return the sheet of a subject by one side in the open round, with its lines by criterion."""
    whole = table.whole
    own = (one for one in whole.score_sheets if (one.target, one.scored_by) == (target, side))
    sheet = next((one for one in own if one.round_number == table.round_number), None)
    lines = {one.item: one for one in whole.score_items if sheet and one.sheet == sheet.uid}
    return sheet, lines


def _rows(frame: ScoreFrame) -> Iterator[ScoreRow]:
    if not any(group.items for group in frame.groups):
        for place, group in enumerate(frame.groups, 1):
            yield ScoreRow(group.code, str(place), group.name, group.max_points)
        return
    for numeral, group in zip(_ROMAN, frame.groups, strict=False):
        yield from _of_group(numeral, group)


def _of_group(numeral: str, group: ScoreGroup) -> Iterator[ScoreRow]:
    codes = tuple(codes_of(group))
    if not group.items:
        yield ScoreRow(group.code, numeral, group.name, group.max_points)
        return
    yield ScoreRow(group.code, numeral, group.name, group.max_points, codes)
    for place, (code, item) in enumerate(zip(codes, group.items, strict=True), 1):
        yield ScoreRow(code, str(place), item.text, item.max_points)
