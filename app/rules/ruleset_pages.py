"""A rule set as a page to read: every rule in words, with its source and how far that was checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.common import release_files
from app.rules.ruleset import Authority, BallotRule, Basis, Form, LevelRule, Rule, RuleSet, ScoreFrame, Source


@dataclass(frozen=True, slots=True)
class PageLine:
    """One rule in words, where it stands, and its mark in words."""

    words: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class PageBlock:
    """Rules of one kind under their heading."""

    title: str
    lines: tuple[PageLine, ...]


def page(ruleset: RuleSet) -> tuple[PageBlock, ...]:
    """Return the set as blocks of rules in the order in which a year goes; empty kinds are left out."""
    words = _words()
    levels = {one.code: one.name for one in (*ruleset.cell_levels, *ruleset.member_levels)}
    named = {**words, "levels": levels}
    blocks = [
        PageBlock(words["kinds"][name], tuple(_line(rule, named) for rule in getattr(ruleset, name)))
        for name in words["kinds"]
    ]
    settings = tuple(_settings(ruleset, words))
    return tuple(block for block in (PageBlock(words["settings"], settings), *blocks) if block.lines)


def marks(ruleset: RuleSet) -> list[str]:
    """Return the mark of every rule, to be counted."""
    return [
        rule.source.mark.value
        for name in _words()["kinds"]
        for rule in getattr(ruleset, name)
        if isinstance(rule, Rule)
    ]


@cache
def _words() -> Mapping[str, Any]:
    return release_files.read_toml("texts", "ruleset_pages.toml")


def _settings(ruleset: RuleSet, words: Mapping[str, Any]) -> Iterator[PageLine]:
    scoring, time = ruleset.scoring, ruleset.time
    yield _sourced(words["scoring"][scoring.mode].format(note=scoring.note), scoring.source, words)
    days = words["empty"] if time.draft_lead_days is None else str(time.draft_lead_days)
    minutes = words["empty"] if time.least_minutes is None else str(time.least_minutes)
    yield _sourced(words["time"]["lead"].format(days=days), time.source, words)
    yield _sourced(words["time"]["least"].format(minutes=minutes), time.source, words)


def _line(rule: Any, words: Mapping[str, Any]) -> PageLine:  # noqa: ANN401  any of the kinds of rule
    if isinstance(rule, Basis):
        return _sourced(_in_words(rule, words), Source(document=rule.number, mark=rule.mark), words)
    return _sourced(_in_words(rule, words), rule.source, words)


def _in_words(rule: Any, words: Mapping[str, Any]) -> str:  # noqa: ANN401  likewise
    if isinstance(rule, LevelRule):
        return _level_rule(rule, words)
    if isinstance(rule, ScoreFrame):
        return "; ".join(
            [rule.name, *(f"{group.name}: {_points(group.max_points, words)}" for group in rule.groups)]
        )
    if isinstance(rule, Form):
        return " – ".join(filter(None, [rule.number, rule.name, *(one.heading for one in rule.sections)]))
    if isinstance(rule, BallotRule):
        choices = ", ".join(words["levels"][choice] for choice in rule.choices)
        return f"{words['ballots'][rule.subject]}: {choices}. {rule.note}".strip()
    if isinstance(rule, Authority):
        who = words["authority"][f"{rule.subject}_{rule.cell_kind}"]
        return f"{who}. {words['shapes']['decides'].format(**rule.model_dump())}"
    return _plain(rule, words)


def _plain(rule: Any, words: Mapping[str, Any]) -> str:  # noqa: ANN401  likewise
    given = rule.model_dump(mode="json")
    shape = words["shapes"]
    for key in ("text", "topic", "number", "name"):
        if given.get(key):
            return str(shape[key]).format(**{**given, "sides": " / ".join(given.get("sides", ()))})
    return str(given.get("code", ""))


def _level_rule(rule: LevelRule, words: Mapping[str, Any]) -> str:
    low, high = rule.score_min, rule.score_below
    bands = words["bands"]
    band = (
        bands["between"]
        if low is not None and high is not None
        else bands["from"]
        if low is not None
        else bands["below"]
    )
    return "; ".join(
        [
            band.format(
                level=words["levels"][rule.level], low=_points(low, words), high=_points(high, words)
            ),
            *(one.text for one in rule.conditions),
        ]
    )


def _points(points: float | None, words: Mapping[str, Any]) -> str:
    return str(words["empty"]) if points is None else f"{points:g}"


def _sourced(text: str, source: Source, words: Mapping[str, Any]) -> PageLine:
    where: Sequence[str] = [part for part in (source.document, source.article) if part]
    return PageLine(text, ", ".join(where) or str(words["no_source"]), str(words["marks"][source.mark.value]))
