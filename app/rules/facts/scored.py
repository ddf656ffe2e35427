"""Facts about score sheets (QĐ 366 Điều 10, 12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from app.common.messages import decimal
from app.domain.scores import ScoredBy, ScoreSheet
from app.rules.finding_words import listed, word
from app.rules.language import Absent, Value
from app.rules.outlook import Outlook
from app.rules.subject_facts import codes_of, frame_of

if TYPE_CHECKING:
    from app.rules.fact_book import Fact

_LEAST_EXCESS = 1e-6
"""Sums of tenths are not exact."""


def appraised_before_self(outlook: Outlook, uid: str) -> Value:
    """Whether somebody else scored the subject who had not scored himself by then (C-16)."""
    sheets = {one.scored_by: one for one in _sheets(outlook, uid)}
    appraised, own = sheets.get(ScoredBy.APPRAISED), sheets.get(ScoredBy.SELF)
    if appraised is None:
        return Absent.NOT_APPLICABLE
    if own is None:
        return True
    return bool(own.scored_on and appraised.scored_on and own.scored_on > appraised.scored_on)


def over_frame(outlook: Outlook, uid: str) -> Value:
    """The groups with more points than their frame has, in words; empty where there are none (C-17)."""
    if outlook.ruleset.scoring.mode != "points":
        return Absent.NOT_APPLICABLE
    return listed(dict.fromkeys(part for sheet in _sheets(outlook, uid) for part in _over(outlook, sheet)))


def _sheets(outlook: Outlook, uid: str) -> list[ScoreSheet]:
    return [one for one in outlook.year.score_sheets if one.target == uid]


def _over(outlook: Outlook, sheet: ScoreSheet) -> Iterator[str]:
    frame = frame_of(outlook.year, outlook.ruleset, sheet.target)
    if frame is None:
        return
    points = {one.item: one.points or 0 for one in outlook.year_facts.lines_of(sheet)}
    for group in frame.groups:
        given = sum(points.get(code, 0) for code in codes_of(group))
        if group.max_points is not None and given > group.max_points + _LEAST_EXCESS:
            yield word("over_frame", group=group.name, given=decimal(given), most=decimal(group.max_points))


FACTS: Mapping[str, Fact] = {
    "score.appraised_first": appraised_before_self,
    "score.over_frame": over_frame,
}
