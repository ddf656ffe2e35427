"""What a cell may set itself, in words: which value, and how far (``resources/texts/ruleset_pages.toml``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from app.common.messages import decimal
from app.rules.cell_layer import Setting, settings, shown_day
from app.rules.own_values import NEXT
from app.rules.ruleset import RuleSet

Words: TypeAlias = Mapping[str, Any]
MANY = frozenset({"criterion", "group"})
"""Kinds of which a set has dozens: one sentence for each score frame."""


def offered(ruleset: RuleSet, words: Words) -> Iterator[str]:
    """Yield what may be set over `ruleset`, each with its limit, as sentences."""
    frames = {one.code: one.name for one in ruleset.score_frames}
    told: set[tuple[str, str]] = set()
    yield words["own"]["rule"]
    for one in settings(ruleset):
        if one.kind not in MANY:
            yield f"{label(one, words)}: {limit(one, words)}"
            continue
        frame = one.key.split("/")[1]
        if (one.kind, frame) not in told:
            told.add((one.kind, frame))
            yield words["own"]["frames"][one.kind].format(frame=frames[frame])


def label(setting: Setting, words: Words) -> str:
    """Return which value it is."""
    name = words["own"]["subjects"].get(setting.name, setting.name)
    return str(words["own"]["kinds"][setting.kind]).format(name=name)


def choices(setting: Setting, words: Words) -> tuple[tuple[str, str], ...]:
    """Return what may be chosen, with its words; nothing where a value is typed."""
    return tuple((one, str(words["own"]["choices"][setting.kind][one])) for one in setting.choices)


def limit(setting: Setting, words: Words) -> str:
    """Return how far the value may go."""
    limits = words["own"]["limits"]
    if setting.choices:
        return ", ".join(said for _, said in choices(setting, words))
    if setting.takes_day and setting.latest:
        kind = "latest_next" if setting.latest.startswith(NEXT) else "latest"
        return str(limits[kind]).format(day=shown_day(setting.latest))
    if not setting.is_fixed:
        return str(limits["any"])
    return str(limits["low" if setting.low else "high"]).format(
        low=decimal(setting.low or 0), high=decimal(setting.high or 0)
    )
