"""The review of a year as papers name it: members in the order of papers, posts, levels in full words.

What a paper needs of the rules it asks here, so that no kind of paper knows a regime.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.common.text import name_key
from app.domain.cycles import CellKind, CollectiveSubject, Cycle
from app.domain.people import Person
from app.domain.posts import PostKind, post_text, rank_on
from app.domain.targets import CELL, COLLECTIVE
from app.papers.own_headings import headed_by
from app.papers.wording import TONE, wording
from app.rules.outlook import Outlook
from app.rules.ruleset import Form, Level, RuleSet, from_snapshot
from app.rules.ruleset_files import for_year
from app.rules.subject_facts import object_type_of
from app.year.review_year import ReviewYear


def rules_of(year: ReviewYear) -> RuleSet:
    """Return the rules of the year: those its cycle keeps, else those it would be begun with.

    Of a year without rules its set is empty: such a paper has no sections and no levels to tick.
    """
    for cycle in year.cycles:
        return _kept(cycle.ruleset_snapshot)
    return for_year(year.year) or RuleSet(
        id="none", version="0", title="none", years=(), terms=dict(wording("shared").values["terms"])
    )


@lru_cache(maxsize=4)
def _kept(snapshot: str) -> RuleSet:
    return from_snapshot(snapshot)


@dataclass(frozen=True)
class Review:
    """The year of a paper dated `day`; without a day its facts are those of the year's end."""

    year: ReviewYear
    day: dt.date
    tone: str = TONE

    @cached_property
    def rules(self) -> RuleSet:
        """Return the rules of the year."""
        return rules_of(self.year)

    @cached_property
    def outlook(self) -> Outlook:
        """Return the year as the facts look at it."""
        return Outlook(self.year, self.rules, self.day)

    @property
    def cycle(self) -> Cycle | None:
        """Return the year's cycle, None before it is begun."""
        return self.outlook.cycle

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Return the members by uid."""
        return self.outlook.roster.people

    def in_order(self, uids: Iterable[str]) -> tuple[Person, ...]:
        """Return members by post and then by name (rulings.md 3.7); unknown ones are left out."""
        return in_order((self.people[uid] for uid in uids if uid in self.people), self.day)

    def name(self, target: str) -> str:
        """Return the name of a member, or what the collective or the cell is called."""
        if target == COLLECTIVE:
            return wording("shared", self.tone).text(f"collective_{self.collective}")
        if target == CELL:
            return self.year.cell.name
        return self.people[target].member.full_name if target in self.people else ""

    def post(self, uid: str) -> str:
        """Return the posts that a member held on the day of the paper, in one line."""
        return post_words(self.people[uid], self.day, self.tone) if uid in self.people else ""

    @property
    def collective(self) -> str:
        """Return whose report the collective one is: ``cell_committee``, ``cell`` or ``none``."""
        return (self.cycle.collective_subject if self.cycle else CollectiveSubject.CELL_COMMITTEE).value

    @property
    def decides_members(self) -> bool:
        """Return whether the cell itself decides on its members, so that papers say "quyết định" (3.5)."""
        kind = self.cycle.cell_kind if self.cycle else CellKind.AFFILIATED
        return any(
            one.decides_here
            for one in self.rules.authority
            if one.subject == "member" and one.cell_kind == kind.value
        )

    def levels(self, target: str = "") -> Sequence[Level]:
        """Return the levels of the cell or the collective, else those of members, the highest first."""
        own = self.rules.cell_levels if target in {CELL, COLLECTIVE} else self.rules.member_levels
        return sorted(own, key=lambda one: -one.rank)

    def level(self, code: str, target: str = "") -> str:
        """Return a level in full words; empty where none is chosen."""
        return next((one.name for one in self.levels(target) if one.code == code), "")

    def form(self, target: str) -> Form | None:
        """Return the form that a member or the collective fills in."""
        form = self.rules.form_for(object_type_of(self.year, target))
        return form and headed_by(form, self.rules.own_texts)


def review_of(year: ReviewYear, day: dt.date | None, tone: str = TONE) -> Review:
    """Return the review as a paper of `day` sees it; a form without date sees the year's end."""
    return Review(year, day or dt.date(year.year, 12, 31), tone)


def called(review: Review, target: str) -> str:
    """Return a member as papers speak of him, "Đồng chí Nguyễn Văn A", else the collective or the cell."""
    name = review.name(target)
    shared = wording("shared", review.tone)
    return shared.text("comrade", name=name) if target in review.people else name


def in_order(people: Iterable[Person], day: dt.date) -> tuple[Person, ...]:
    """Return people by post held on `day` and then by name, as papers list them (rulings.md 3.7)."""

    def place(person: Person) -> tuple[int, str, str]:
        return rank_on(person.posts, day), name_key(person.member.full_name), person.uid

    return tuple(sorted(people, key=place))


def post_words(person: Person, day: dt.date, tone: str = TONE) -> str:
    """Return the posts a person held on `day`: "Bí thư, Trưởng thôn"."""
    shared = wording("shared", tone)

    def called(kind: PostKind) -> str:
        return shared.named("posts", kind)

    return post_text(person.posts, day, called)
