"""The results of a rating as papers say them: one set of numbers, sentences and rows for every paper.

All papers of a year's results print from here, so that their numbers agree (product.md 1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.common.messages import decimal
from app.domain.levels import ProposedLevel
from app.domain.targets import CELL
from app.papers import blocks, prose, tables
from app.papers.content import Block, PageSetup, Paragraph
from app.papers.counts import two_digits
from app.papers.own_layer import shared_words
from app.papers.review import Review, called
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.rules.results import MemberResult, Results, results_of
from app.rules.ruleset import Level
from app.year.review_year import ReviewYear


@dataclass(frozen=True)
class ResultWords:
    """The results of the year that `review` looks at, in words."""

    review: Review

    @cached_property
    def results(self) -> Results:
        """Return the results as records tell them."""
        return results_of(self.review.outlook)

    @cached_property
    def words(self) -> Wording:
        """Return the wording shared by the papers of results, with the words of the year's rules."""
        return shared_words("results", self.review)

    @cached_property
    def ordered(self) -> tuple[MemberResult, ...]:
        """Return the lines by post and then by name (rulings.md 3.7)."""
        return self.in_order(self.results.lines)

    def in_order(self, lines: Sequence[MemberResult]) -> tuple[MemberResult, ...]:
        """Return some lines by post and then by name."""
        of = {one.uid: one for one in lines}
        return tuple(of[person.uid] for person in self.review.in_order(of))

    @property
    def numbers(self) -> dict[str, str]:
        """Return total, reviewed, rated, exempt and not yet rated; empty, for a pen, while not settled."""
        results = self.results
        if not results.lines:
            return dict.fromkeys(("total", "reviewed", "rated", "exempt", "not_yet"), "")
        return {
            "total": two_digits(results.total),
            "reviewed": two_digits(results.reviewed),
            "rated": two_digits(len(results.rated)),
            "exempt": two_digits(len(results.exempt)),
            "not_yet": two_digits(len(results.not_yet)),
        }

    def sentence(self) -> str:
        """Return how many members there are, were reviewed, rated, exempt, and not rated yet."""
        return self.words.text("numbers", **self.numbers)

    def reasons(self) -> tuple[str, ...]:
        """Return how many are exempt and not yet rated for which reason: "…: 02 đồng chí"."""
        told = []
        for key, lines in (("exempt_for", self.results.exempt), ("not_yet_for", self.results.not_yet)):
            for reason, count in sorted(Counter(one.reason for one in lines).items()):
                given = reason[:1].lower() + reason[1:] or self.words.text("no_reason")
                told.append(self.words.text(key, reason=given, count=two_digits(count)))
        return tuple(told)

    def totals(self, page: PageSetup) -> tuple[Block, ...]:
        """Return the table of levels: how many, of a hundred rated, of a hundred of the cap's base."""
        wanted, cap = tables.columns(self.words.part("totals")), self.results.cap
        base = self._base_name(cap.cap.base) if cap else ""
        shown = [
            tables.Column(one.key, one.head.replace("*", base), one.width_mm, one.is_centred)
            for one in wanted
            if one.key != "of_base" or cap
        ]
        rows = [self._total_row(level) for level in self.review.levels()]
        if not rows:
            return ()
        return prose.below_text(tables.table(shown, rows, page, self.words.part("totals")))

    def _total_row(self, level: Level) -> tables.Row:
        results, share = self.results, self.results.share(level.code)
        cells = {"level": level.name, "count": two_digits(len(results.at(level.code)))}
        cells |= {"of_rated": percent(share) if share is not None else ""}
        if results.cap and results.cap.cap.level == level.code and results.rated:
            cells["of_base"] = percent(results.cap.percent) if results.cap.base else ""
        return tables.Row(cells if results.rated else {"level": level.name})

    def _base_name(self, base: str) -> str:
        cap = self.results.cap
        if cap is None:
            return ""
        top = next(one.rank for one in self.review.rules.member_levels if one.code == cap.cap.level)
        below = next((one.short for one in self.review.rules.member_levels if one.rank == top - 1), "")
        return self.words.text(base, level=below)

    def over_cap(self) -> tuple[str, ...]:
        """Return the warning of a ceiling that is passed (rulings.md 1.2); none where it is not."""
        cap = self.results.cap
        if cap is None or not cap.is_over or cap.cap.percent is None:
            return ()
        given = {
            "level": self.review.level(cap.cap.level),
            "base": self._base_name(cap.cap.base),
            "count": two_digits(cap.count),
            "of": two_digits(cap.base),
            "limit": decimal(cap.cap.percent),
        }
        if not cap.base:
            return (self.words.text("over_cap_without_base", **given),)
        return (self.words.text("over_cap", percent=percent(cap.percent), **given),)

    def persons_at(self, level: Level) -> Iterator[Block]:
        """Return who has a level, each with post and reason, under the name of the level."""
        at = self.in_order(self.results.at(level.code))
        key = "at_level_decided" if self.review.decides_members else "at_level"
        if not self.results.rated:
            yield blocks.line(self.words.text(key, level=level.name), "body")
            yield from prose.written("", 2)
        elif not at:
            yield blocks.line(f"{self.words.text(key, level=level.name)} {self.words.text('none')}", "body")
        else:
            yield blocks.line(self.words.text(key, level=level.name), "body")
            yield from prose.bullets([self._person(one, level) for one in at])

    def _person(self, one: MemberResult, level: Level) -> str:
        review, proposed = self.review, one.proposed
        whom = ", ".join(filter(None, [called(review, one.uid), review.post(one.uid)]))
        sub = {reason.code: reason.name for reason in level.sub_reasons}
        why = [sub.get(proposed.sub_reason, ""), proposed.reason] if proposed else []
        told = "; ".join(" ".join(part.split()).rstrip(".;") for part in why if part.strip())
        return self.words.text("person_why" if told else "person", name=whom, why=told)

    def of_cell(self, target: str = CELL) -> ProposedLevel | None:
        """Return what is proposed for the cell or the collective, in the last round."""
        own = [one for one in self.review.year.proposed_levels if one.target == target and one.level]
        return max(own, key=lambda one: one.round_number, default=None)

    def cell_lines(self) -> Iterator[Block]:
        """Return the level the cell proposes for itself, with its reason; dotted where there is none."""
        own = self.of_cell()
        name = self.review.level(own.level, CELL) if own else ""
        yield prose.fact(self.words.text("cell_level"), f"{name}." if name else "")
        if own and own.reason.strip():
            yield from blocks.prose(self.words.text("cell_reason", reason=prose.ended(own.reason)))


def reward_lines(told: ResultWords) -> tuple[str, ...]:
    """Return each proposed reward: whose, in which form, and why; the cell last."""
    review = told.review
    own = {one.uid: one for one in review.year.reward_proposals}
    order = [person.uid for person in review.in_order({one.target for one in own.values()})]
    place = {uid: at for at, uid in enumerate(order)}
    ranked = sorted(own.values(), key=lambda one: (place.get(one.target, len(place)), one.uid))
    return tuple(
        told.words.text(
            "reward_why" if one.reason.strip() else "reward",
            name=called(review, one.target),
            form=one.form,
            why=" ".join(one.reason.split()).rstrip("."),
        )
        for one in ranked
    )


def listed_title(whole: str, year: ReviewYear, words: Wording, profile: Profile) -> tuple[Paragraph, ...]:
    """Return the title of a table or list that the year's rules name in one, its type on the first line."""
    rest = whole.removeprefix(words.text("type_prefix")).strip()
    subject = words.text("subject", what=rest, cell=year.cell.name, year=str(year.year))
    return blocks.title(words.text("type_name"), subject, profile)


def percent(value: float) -> str:
    """Return a share as papers print it: one digit behind the comma at most, "88,9%"."""
    return f"{decimal(round(value, 1))}%"
