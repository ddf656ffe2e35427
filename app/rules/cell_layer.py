"""What a cell may set itself over the rules of its year, and how far: its layer tightens, never weakens.

Only what stands in the table below can be set. A value that a document fixes may be made stricter (an earlier
day, a smaller share, a longer time), never milder; where no source gives one, any sensible value may be set.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.common.messages import decimal
from app.errors import Problem
from app.rules.own_values import NEXT, OwnValue, laid
from app.rules.ruleset import RuleSet, ScoreFrame, ScoreGroup
from app.rules.ruleset_base import Mark, Rule, Source

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})?")
_CRITERION = re.compile(r"score_frames/([a-z0-9_.-]+)/([a-z0-9_.-]+)/([a-z0-9_.-]+)/max_points")
_MOST_DAYS, _MOST_MINUTES, _HUNDRED, _HALF = 60, 2_880, 100, 50


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that may be set: its key, whose it is in words, what the rules say, and how far it may go."""

    key: str
    kind: str
    """Code of what it is: ``deadline``, ``cap``, ``criterion`` …; its words are texts."""
    name: str
    """The rule it belongs to, in words."""
    value: str
    """What the rules give; empty where they give nothing."""
    source: Source
    low: float | None = None
    high: float | None = None
    latest: str = ""
    """The last day that is allowed, as ``12-31`` or ``next 01-15``; empty: any."""
    choices: tuple[str, ...] = ()
    is_fixed: bool = False
    """Whether a document sets the limit; otherwise it only keeps nonsense out."""

    @property
    def takes_day(self) -> bool:
        """Return whether the value is a day of the year."""
        return self.key.endswith("/day")


Settings: TypeAlias = "Callable[[RuleSet], Iterator[Setting]]"


def settings(ruleset: RuleSet) -> tuple[Setting, ...]:
    """Return everything that the cell may set over `ruleset`, which is without own values."""
    return tuple(one for offered in _TABLE for one in offered(ruleset))


def problems(ruleset: RuleSet, lines: Sequence[OwnValue]) -> list[Problem]:
    """Return what is wrong with own values over `ruleset`; the field names the line from 1: ``2.value``."""
    known = {one.key: one for one in settings(ruleset)}
    found = [
        problem
        for number, line in enumerate(lines, 1)
        for problem in _alone(number, line, known, [one.key for one in lines[: number - 1]])
    ]
    return found or list(_together(ruleset, lines))


def _alone(
    number: int, line: OwnValue, known: Mapping[str, Setting], before: Sequence[str]
) -> Iterator[Problem]:
    setting = known.get(line.key) or _new_criterion(line, known)
    if setting is None:
        yield Problem(f"{number}.key", "own.not_allowed")
        return
    if line.key in before:
        yield Problem(f"{number}.key", "own.twice")
    if not line.document.strip():
        yield Problem(f"{number}.document", "own.no_letter")
    yield from (Problem(f"{number}.value", code, params) for code, params in _value(line.value, setting))


def _new_criterion(line: OwnValue, known: Mapping[str, Setting]) -> Setting | None:
    """Return the setting of a criterion that only this cell has, in a group whose points are the cell's."""
    found = _CRITERION.fullmatch(line.key)
    if not found or not line.text.strip():
        return None
    frame, group, _ = found.groups()
    beside = [key for key in known if key.startswith(f"score_frames/{frame}/{group}/")]
    return known[beside[0]] if beside else None


def _value(value: str, setting: Setting) -> Iterator[tuple[str, dict[str, object]]]:
    if setting.choices:
        if value not in setting.choices:
            yield "own.not_a_choice", {}
    elif setting.takes_day:
        yield from _day(value, setting)
    else:
        yield from _number(value, setting)


def _day(value: str, setting: Setting) -> Iterator[tuple[str, dict[str, object]]]:
    if not _is_day(value):
        yield "own.not_a_day", {}
    elif setting.latest and _order(value) > _order(setting.latest):
        yield "own.too_late", {"latest": shown_day(setting.latest)}


def _number(value: str, setting: Setting) -> Iterator[tuple[str, dict[str, object]]]:
    if not _NUMBER.fullmatch(value):
        yield "own.not_a_number", {}
    elif setting.low is not None and float(value) < setting.low:
        yield "own.too_small", {"low": decimal(setting.low)}
    elif setting.high is not None and float(value) > setting.high:
        yield "own.too_large", {"high": decimal(setting.high)}


def _is_day(value: str) -> bool:
    try:
        # 2000 has a 29th of February.
        dt.date.fromisoformat(f"2000-{value.removeprefix(NEXT)}")
    except ValueError:
        return False
    return len(value.removeprefix(NEXT)) == len("12-31")


def _together(ruleset: RuleSet, lines: Sequence[OwnValue]) -> Iterator[Problem]:
    """Yield what is wrong only beside the rest: points that overrun their group, bands turned round."""
    numbers = {line.key: number for number, line in enumerate(lines, 1)}
    whole = RuleSet.model_validate(laid({**ruleset.model_dump(mode="json"), "own": _dumped(lines)}))
    for frame in whole.score_frames:
        for group in frame.groups:
            yield from _overrun(frame, group, numbers)
    for rule in whole.level_rules:
        keys = [key for key in numbers if key.startswith(f"level_rules/{rule.code}/")]
        low, high = rule.score_min, rule.score_below
        if keys and low is not None and high is not None and low >= high:
            yield Problem(f"{numbers[keys[-1]]}.value", "own.band_turned")


def _overrun(frame: ScoreFrame, group: ScoreGroup, numbers: Mapping[str, int]) -> Iterator[Problem]:
    at = f"score_frames/{frame.code}/{group.code}/"
    keys = [key for key in numbers if key.startswith(at)]
    points = [one.max_points for one in group.items]
    given = [one for one in points if one is not None]
    if not keys or group.max_points is None or not points:
        return
    total, whole = sum(given), len(given) == len(points)
    if total > group.max_points or (whole and total < group.max_points):
        params: dict[str, object] = {"total": decimal(total), "max": decimal(group.max_points)}
        yield Problem(f"{numbers[keys[-1]]}.value", "own.sum", params)


def _dumped(lines: Iterable[OwnValue]) -> list[dict[str, object]]:
    return [one.model_dump(mode="json") for one in lines]


def shown_day(stored: str) -> str:
    """Return a stored day as people write it, without the year: ``31/12``."""
    month, day = stored.removeprefix(NEXT).split("-")
    return f"{day}/{month}"


def _order(stored: str) -> tuple[bool, str]:
    return stored.startswith(NEXT), stored.removeprefix(NEXT)


def _fixed(source: Source, rule: Rule | None = None) -> bool:
    """Return whether a document fixes the value: it was checked there, or the rule is locked."""
    return source.mark is Mark.VERIFIED or (rule is not None and rule.locked)


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _deadlines(ruleset: RuleSet) -> Iterator[Setting]:
    for one in ruleset.deadlines:
        stored = f"{NEXT if one.next_year else ''}{one.month:02d}-{one.day:02d}"
        latest = stored if _fixed(one.source, one) else ""
        yield Setting(f"deadlines/{one.code}/day", "deadline", one.name, stored, one.source, latest=latest)


def _time(ruleset: RuleSet) -> Iterator[Setting]:
    time = ruleset.time
    for field, value, source, most in (
        ("draft_lead_days", time.draft_lead_days, time.source, _MOST_DAYS),
        ("least_minutes", time.least_minutes, time.least_source, _MOST_MINUTES),
    ):
        fixed = value is not None and _fixed(source)
        low = float(value) if value is not None and fixed else 0.0
        yield Setting(f"time/{field}", field, "", _text(value), source, low, most, is_fixed=fixed)


def _caps(ruleset: RuleSet) -> Iterator[Setting]:
    names = {one.code: one.short for one in (*ruleset.cell_levels, *ruleset.member_levels)}
    for one in ruleset.caps:
        most = one.exception_percent or one.percent
        fixed = most is not None and _fixed(one.source, one)
        kind = "cap" if one.subject == "members" else "cap_of_cells"
        key, value = f"caps/{one.code}/percent", _text(one.percent)
        high = most if fixed else _HUNDRED
        yield Setting(key, kind, names[one.level], value, one.source, 0, high, is_fixed=fixed)


def _ballots(ruleset: RuleSet) -> Iterator[Setting]:
    for one in ruleset.ballots:
        low = max(one.threshold_percent or _HALF, _HALF)
        value = _text(one.threshold_percent)
        key = f"ballots/{one.code}"
        yield Setting(f"{key}/threshold_percent", "threshold", one.subject, value, one.source, low, _HUNDRED)
        if one.secrecy == "either":
            choices = ("yes", "no")
            yield Setting(f"{key}/secrecy", "secrecy", one.subject, "", one.source, choices=choices)


def _bands(ruleset: RuleSet) -> Iterator[Setting]:
    names = {one.code: one.name for one in (*ruleset.cell_levels, *ruleset.member_levels)}
    for one in ruleset.level_rules:
        for field, value in (("score_min", one.score_min), ("score_below", one.score_below)):
            if value is not None and not _fixed(one.source, one):
                key, high = f"level_rules/{one.code}/{field}", ruleset.scoring.total
                yield Setting(key, field, names[one.level], _text(value), one.source, 0, high)


def _points(ruleset: RuleSet) -> Iterator[Setting]:
    if ruleset.scoring.mode != "points":
        return
    for frame in ruleset.score_frames:
        if frame.locked:
            continue
        for group in frame.groups:
            key = f"score_frames/{frame.code}/{group.code}"
            if group.max_points is None:
                high = ruleset.scoring.total
                yield Setting(f"{key}/max_points", "group", group.name, "", frame.source, 0, high)
            for item in group.items:
                if item.max_points is None:
                    high = group.max_points or ruleset.scoring.total
                    where = f"{key}/{item.code}/max_points"
                    yield Setting(where, "criterion", item.text, "", frame.source, 0, high)


def _dossier(ruleset: RuleSet) -> Iterator[Setting]:
    for one in ruleset.dossier:
        if not one.required and not one.when:
            yield Setting(
                f"dossier/{one.code}/required", "required", one.name, "", one.source, choices=("yes",)
            )


_TABLE: tuple[Settings, ...] = (_deadlines, _time, _caps, _points, _bands, _ballots, _dossier)
"""What may be set, kind by kind; a new kind is a function here and its words."""
