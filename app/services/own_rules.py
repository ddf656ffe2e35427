"""What the cell sets itself over the rules of its year, by the letter of the committee above."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.cycles import Cycle
from app.errors import Invalid
from app.rules import own_words
from app.rules.cell_layer import Setting, problems, settings, shown_day
from app.rules.own_values import NEXT, OwnValue
from app.rules.ruleset import RuleSet, kept_in
from app.rules.ruleset_base import Mark
from app.rules.ruleset_pages import page_words
from app.services.begun_years import begun
from app.services.open_years import OpenYears
from app.storage.database import Database

_STORED_DAY = re.compile(rf"(?:{NEXT})?\d\d-\d\d")
_TYPED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})( .+)?")


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that may be set, in words: what it is, what the rules say, how far it may go."""

    key: str
    label: str
    about: str
    """The rule it belongs to, whole."""
    now: str
    """What the rules give, as people write it; empty where they give nothing."""
    limit: str
    choices: tuple[tuple[str, str], ...] = ()
    takes_day: bool = False
    is_rule: bool = False
    """Whether `now` was found in a document, not a default of the program."""


class OwnRuleService:
    """Giá trị riêng của chi bộ: kept with the rules of the year they belong to, so that both go together."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._years = OpenYears(database)

    def settings(self, year: int) -> tuple[Setting, ...]:
        """Return everything that may be set for the year, as the rules have it; raises `Refused` L-554."""
        return settings(_rules_of(self._cycle(year)))

    def offers(self, year: int) -> tuple[Offer, ...]:
        """Return the same in words, for a window; raises `Refused` L-554."""
        rules = _rules_of(self._cycle(year))
        frames = {one.code: one.name for one in rules.score_frames}
        return tuple(_offer(one, frames) for one in settings(rules))

    def list(self, year: int) -> tuple[OwnValue, ...]:
        """Return what the cell set; raises `Refused` L-554."""
        return kept_in(self._cycle(year).ruleset_snapshot).own

    def put(self, year: int, lines: Sequence[Mapping[str, str]]) -> tuple[OwnValue, ...]:
        """Make the cell's own values of the year be `lines`, as one step, and return them.

        Raises `Invalid`, whose fields name line and part (``2.value``), and `Refused` L-554 before the review
        of the year is begun, L-540 when the year is finished; nothing is changed then.
        """
        own = tuple(OwnValue.model_validate(dict(line)) for line in lines)
        with self._years.write("cycle.own_rules", year) as work:
            cycle = begun(work.rows(Cycle, year=year), year)
            rules = _rules_of(cycle)
            if found := problems(rules, own):
                raise Invalid(found)
            kept = rules.model_copy(update={"own": own})
            work.change(
                Cycle, cycle.uid, cycle.rev, ruleset_snapshot=kept.snapshot, ruleset_sha256=kept.sha256
            )
        return own

    def _cycle(self, year: int) -> Cycle:
        with self._database.read() as reader:
            return begun(reader.rows(Cycle, year=year), year)


def stored_value(offer: Offer, typed: str) -> str:
    """Return what was typed as it is stored: a day as month and day, a number with a point.

    What is neither stays as it was typed, for the rules to say what is wrong with it.
    """
    typed = " ".join(typed.split())
    found = _TYPED_DAY.fullmatch(typed) if offer.takes_day else None
    if found and (found.group(3) or _next_year()) == _next_year():
        day, month, after = found.groups()
        return f"{NEXT if after else ''}{int(month):02d}-{int(day):02d}"
    return typed if offer.takes_day or offer.choices else typed.replace(",", ".")


def typed_value(offer: Offer, stored: str) -> str:
    """Return a stored value as people write it, what was typed wrongly as it was typed."""
    if offer.takes_day and _STORED_DAY.fullmatch(stored):
        return shown_day(stored) + (_next_year() if stored.startswith(NEXT) else "")
    return stored if offer.choices else stored.replace(".", ",")


def _next_year() -> str:
    return str(page_words()["own"]["next_year"])


def _offer(setting: Setting, frames: Mapping[str, str]) -> Offer:
    words = page_words()
    frame = frames.get(setting.key.split("/")[1], "") if setting.kind in own_words.MANY else ""
    label = own_words.label(setting, words)
    plain = Offer(
        setting.key,
        f"{frame}: {label}" if frame else label,
        label,
        "",
        own_words.limit(setting, words),
        own_words.choices(setting, words),
        setting.takes_day,
        setting.source.mark is not Mark.UNVERIFIED,
    )
    return replace(plain, now=typed_value(plain, setting.value))


def _rules_of(cycle: Cycle) -> RuleSet:
    """Return the rules of the year without what the cell set."""
    return kept_in(cycle.ruleset_snapshot).model_copy(update={"own": ()})
