"""Bảng tự chấm điểm chi bộ: the frame of the year's rules with the cell's own points and why there are less.

regime-2014-2017.md 10.12. Where the rules grade and do not score, grades stand in place of points; where they
name cases that force a level, the cases follow with có/không, and the level that the cell proposes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from app.common.messages import decimal
from app.domain.scores import ScoredBy, ScoreItem
from app.domain.targets import CELL, COLLECTIVE
from app.papers import blocks, prose, signatures, tables
from app.papers.content import Block, Document, PageSetup
from app.papers.kind import Subject
from app.papers.result_words import ResultWords
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.rules.language import Truth
from app.rules.level_views import level_view
from app.rules.results import sheet_of
from app.rules.ruleset import ScoreFrame, ScoreGroup
from app.rules.subject_facts import codes_of, frame_of, score_facts
from app.year.review_year import ReviewYear

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side gave: its lines by item, and its sums by ``score.<group>`` and ``score.total``."""

    lines: Mapping[str, ScoreItem]
    sums: Mapping[str, object]

    def points(self, item: str) -> str:
        line = self.lines.get(item)
        return _points(line.points if line else None)

    def sum_of(self, name: str) -> str:
        found = self.sums.get(f"score.{name}")
        return _points(found if isinstance(found, float) else None)


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the sheet that the cell filled in for itself; without one its form for a pen."""
    review, page = review_of(year, subject.day, words.tone), profile.page
    title = words.text("type_name")
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(title, words.text("subject", cell=year.cell.name, year=str(year.year)), profile),
            _scores(review, page, words),
            *_appraised(review, words),
            *_cases(review, page, words),
            *_level(review, page, words),
            signatures.issued(year, subject, words, signatures.Sheet(profile, page)),
            prose.fact(words.text("above"), "", lines=2),
        ),
    )


def _side(review: Review, by: ScoredBy) -> _Side:
    sheet = sheet_of(review.outlook, (CELL, COLLECTIVE), by)
    items = review.outlook.year_facts.lines_of(sheet) if sheet else ()
    frame = frame_of(review.year, review.rules, CELL)
    return _Side({one.item: one for one in items}, score_facts(items, frame))


def _scores(review: Review, page: PageSetup, words: Wording) -> Block:
    frame = frame_of(review.year, review.rules, CELL)
    is_graded = review.rules.scoring.mode == "grades"
    part = words.part("grades" if is_graded else "points")
    rows = tuple(_rows(review, frame, words)) if frame else ()
    return tables.table(tables.columns(part), rows, page, part)


def _rows(review: Review, frame: ScoreFrame, words: Wording) -> Iterator[tables.Row]:
    own, upper = _side(review, ScoredBy.SELF), _side(review, ScoredBy.UPPER_COMMITTEE)
    grades = {one.code: one.name for one in review.rules.scoring.grades}
    places = count(1)
    for number, group in enumerate(frame.groups):
        # A frame whose groups are its lines has no sums to show; they are numbered as lines are.
        is_line = not group.items
        yield tables.Row(
            {
                "place": str(next(places)) if is_line else _ROMAN[number],
                "text": group.name,
                "most": _points(group.max_points),
                "own": own.sum_of(group.code),
                "grade": _grade(own, group.code, grades) if is_line else "",
                "reason": _reason(own, group.code) if is_line else "",
                "upper": upper.sum_of(group.code),
                "upper_grade": _grade(upper, group.code, grades) if is_line else "",
            },
            is_bold=not is_line,
        )
        yield from _lines(group, own, upper, grades)
    if review.rules.scoring.mode == "points":
        total = {"text": words.text("total"), "most": _points(review.rules.scoring.total)}
        yield tables.Row({**total, "own": own.sum_of("total"), "upper": upper.sum_of("total")}, is_bold=True)


def _lines(group: ScoreGroup, own: _Side, upper: _Side, grades: Mapping[str, str]) -> Iterator[tables.Row]:
    codes = codes_of(group) if group.items else []
    for place, (code, item) in enumerate(zip(codes, group.items, strict=True), start=1):
        yield tables.Row(
            {
                "place": str(place),
                "text": item.text,
                "most": _points(item.max_points),
                "own": own.points(code),
                "grade": _grade(own, code, grades),
                "reason": _reason(own, code),
                "upper": upper.points(code),
                "upper_grade": _grade(upper, code, grades),
            }
        )


def _grade(side: _Side, code: str, grades: Mapping[str, str]) -> str:
    line = side.lines.get(code)
    return grades.get(line.grade, "") if line else ""


def _reason(side: _Side, code: str) -> str:
    line = side.lines.get(code)
    return line.reason if line else ""


def _appraised(review: Review, words: Wording) -> Iterator[Block]:
    """Return the total that was appraised in the cell, where that was done."""
    total = _side(review, ScoredBy.APPRAISED).sum_of("total")
    if total and review.rules.scoring.mode == "points":
        most = _points(review.rules.scoring.total)
        yield blocks.line(words.text("appraised", points=total, most=most), "body")


def _cases(review: Review, page: PageSetup, words: Wording) -> Iterator[Block]:
    kinds = {CELL, COLLECTIVE}
    cases = [one for one in review.rules.disqualifiers if kinds & set(one.objects)]
    if not cases:
        return
    part, cross = words.part("cases"), wording("shared").text("chosen")
    known = bool(review.year.cycles)
    view = level_view(review.year, review.rules, CELL, review.outlook.year_facts.of(CELL))
    found = dict(view.forced)
    rows = []
    for place, case in enumerate(cases, start=1):
        value = found.get(case.code, Truth.FALSE) if known else Truth.UNKNOWN
        marks = {"yes": cross if value is Truth.TRUE else "", "no": cross if value is Truth.FALSE else ""}
        rows.append(tables.Row({"place": str(place), "text": case.name, **marks}))
    forced = review.level(cases[0].forces, CELL)
    yield prose.heading(words.text("cases_head", level=forced))
    yield from prose.below_text(tables.table(tables.columns(part), rows, page, part))


def _level(review: Review, page: PageSetup, words: Wording) -> Sequence[Block]:
    levels, own = review.levels(CELL), ResultWords(review).of_cell()
    if not levels:
        return (prose.fact(words.text("level"), ""),)
    chosen = review.level(own.level, CELL) if own else ""
    boxes = prose.ticked([one.name for one in levels], chosen, page)
    return (prose.heading(words.text("level")), *prose.below_text(boxes))


def _points(value: float | None) -> str:
    return decimal(round(value, 2)) if value is not None else ""
