"""A rule set as a page to read: every rule in words, with its source and how far that was checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.common import release_files
from app.rules import own_words
from app.rules.ruleset import Basis, RuleSet, Scoring, Time
from app.rules.ruleset_base import Part, Rule, Source
from app.rules.ruleset_sentences import number, sentence

OWN = "own"
"""The state of what the cell set itself, by the letter of the committee above."""
MISSING = "missing"
"""The state of what nobody has found."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One rule in words, where it stands, and its mark in words; `state` is the mark's code."""

    words: str
    source: str
    mark: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """Rules of one kind under their heading."""

    title: str
    lines: tuple[PageLine, ...]


def page(ruleset: RuleSet, base: RuleSet | None = None) -> tuple[PageBlock, ...]:
    """Return the set as blocks of rules in the order in which a year goes; empty kinds are left out.

    `base` is the set without the cell's own values, by which it is told what may be set; None: `ruleset`.
    """
    words = page_words()
    blocks = [
        PageBlock(words["kinds"][name], tuple(_lines(ruleset, name, words)))
        for name in words["kinds"]
        if getattr(ruleset, name)
    ]
    gaps = tuple(PageLine(said, "", str(words["marks"][MISSING]), MISSING) for said in ruleset.gaps)
    settings = PageBlock(words["settings"], tuple(_settings(ruleset, words)))
    own = tuple(PageLine(said, "", "") for said in own_words.offered(base or ruleset, words))
    last = (PageBlock(words["own"]["title"], own), PageBlock(words["gaps"], gaps))
    return tuple(block for block in (*blocks[:1], settings, *blocks[1:], *last) if block.lines)


def marks(ruleset: RuleSet) -> list[str]:
    """Return the mark of every rule, to be counted."""
    return [
        rule.source.mark.value
        for name in page_words()["kinds"]
        for rule in getattr(ruleset, name)
        if isinstance(rule, Rule)
    ]


@cache
def page_words() -> Mapping[str, Any]:
    """Return the words of the page."""
    return release_files.read_toml("texts", "ruleset_pages.toml")


def _settings(ruleset: RuleSet, words: Mapping[str, Any]) -> Iterator[PageLine]:
    scoring, time = ruleset.scoring, ruleset.time
    own = {one.key for one in ruleset.own}
    yield _sourced(_measured(scoring, words), scoring.source, words)
    days = number(time.draft_lead_days, words)
    lead = words["time"]["lead_working" if time.lead_in_working_days else "lead"].format(days=days)
    yield _sourced(lead, time.source, words, own="time/draft_lead_days" in own)
    yield _sourced(_least(time, words), time.least_source, words, own="time/least_minutes" in own)


def _measured(scoring: Scoring, words: Mapping[str, Any]) -> str:
    grades = ", ".join(one.name for one in scoring.grades)
    total = number(scoring.total, words)
    said = str(words["scoring"][scoring.mode]).format(grades=grades, total=total)
    return f"{said} {scoring.note}".strip()


def _least(time: Time, words: Mapping[str, Any]) -> str:
    said = str(words["time"]["least"]).format(minutes=number(time.least_minutes, words))
    return f"{said} {time.least_text}".strip()


def _lines(ruleset: RuleSet, name: str, words: Mapping[str, Any]) -> Iterator[PageLine]:
    own = _own_codes(ruleset, name)
    for rule in getattr(ruleset, name):
        said = sentence(rule, ruleset, words)
        yield _sourced(said, _source(rule), words, own=getattr(rule, "code", "") in own)


def _own_codes(ruleset: RuleSet, name: str) -> set[str]:
    """Return the codes of the rules of one kind in which the cell set something itself."""
    paths = [one.key.split("/") for one in ruleset.own]
    return {path[1] for path in paths if path[0] == name}


def _source(rule: Part) -> Source:
    if isinstance(rule, Basis):
        return Source(document=rule.number, mark=rule.mark)
    source = getattr(rule, "source", Source())
    assert isinstance(source, Source)  # noqa: S101  every kind of rule declares its source so
    return source


def _sourced(text: str, source: Source, words: Mapping[str, Any], *, own: bool = False) -> PageLine:
    where = [part for part in (source.document, source.article) if part]
    state = OWN if own else source.mark.value
    return PageLine(text, ", ".join(where) or str(words["no_source"]), str(words["marks"][state]), state)
