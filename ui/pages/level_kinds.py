"""The small records of the page of levels: dispositions, levels, objections, rewards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.domain.levels import (
    Objection,
    ObjectionFields,
    ProposedLevel,
    ProposedLevelFields,
    RecognisedLevel,
    RecognisedLevelFields,
    RewardProposal,
    RewardProposalFields,
)
from app.domain.outside_opinions import OutsideBody, OutsideRating, OutsideRatingFields
from app.domain.population import Population, PopulationFields
from app.domain.targets import CELL
from app.services.level_tables import LevelLine, LevelTable
from app.services.review import ReviewServices
from ui.forms.record_kind import Choices, Owner, RecordKind
from ui.forms.record_values import Values
from ui.pages import level_said as said
from ui.texts import levels as words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

Table = Callable[[], LevelTable | None]
POPULATION, PROPOSED, RECOGNISED = "disposition", "proposed_level", "recognised_level"
OBJECTION, REWARD, OUTSIDE = "objection", "reward_proposal", "outside_rating"
_OF_CELL = (OutsideBody.AUTHORITY, OutsideBody.FRONT, OutsideBody.UNION)
_OF_MEMBER = (OutsideBody.EMPLOYER, OutsideBody.TEMPORARY_CELL, OutsideBody.FORMER_CELL)
"""Who rates the cell, and who rates a member."""


class LevelKinds:
    """Makes the kinds over the services of a cell and the table that the page shows."""

    def __init__(self, review: ReviewServices, table: Table) -> None:
        self._review = review
        self._table = table

    def population(self) -> RecordKind[Population]:
        """Return the dispositions of a member, begun with what the rules propose."""
        settle = self._review.population.settle

        def put(owner: Owner, values: Values) -> Population:
            settle(owner.year, {owner.uid: values})
            whole = self._review.whole(owner.year)
            return next(one for one in whole.population if one.member_uid == owner.uid)

        def begin(owner: Owner) -> Values:
            line = self._line(owner)
            return dict(line.proposal.values()) if line and line.proposal else {}

        return RecordKind(
            name="disposition",
            fields=PopulationFields,
            texts=words.POPULATION,
            words=words.POPULATION_RECORD,
            say=self._settled_lines,
            rows=self._of_line(lambda line: line.population),
            add=put,
            save=lambda one, values: put(Owner(one.year, one.member_uid), values),
            remove=self._review.corrections.remove,
            choices={
                "review": lambda _owner: words.CHOOSE_REVIEW,
                "rating": lambda _owner: words.CHOOSE_RATING,
                "reason": lambda _owner: self._named(words.NO_REASON, "reasons"),
                "object_type": lambda _owner: self._named(words.NO_TYPE, "object_types"),
            },
            begin=begin,
            single=True,
        )

    def proposed(self) -> RecordKind[ProposedLevel]:
        """Return the level that the cell proposes in the open round; nothing is filled in beforehand."""
        levels = self._review.levels

        def add(owner: Owner, values: Values) -> ProposedLevel:
            table = self._table()
            return levels.propose(owner.year, owner.uid, values, table.round_number if table else 1)

        return RecordKind(
            name="proposed_level",
            fields=ProposedLevelFields,
            texts=words.PROPOSED_LEVEL,
            words=words.PROPOSED_RECORD,
            say=lambda one: self._level_lines(one, one.reason),
            rows=self._of_line(lambda line: line.proposed),
            add=add,
            save=lambda one, values: levels.propose(one.year, one.target, values, one.round_number),
            remove=levels.take_back,
            choices=self._level_choices(),
            prefix="proposed_",
            single=True,
        )

    def recognised(self) -> RecordKind[RecognisedLevel]:
        """Return the level of the upper committee's decision, begun with the last decision entered."""
        levels = self._review.levels
        return RecordKind(
            name="recognised_level",
            fields=RecognisedLevelFields,
            texts=words.RECOGNISED_LEVEL,
            words=words.RECOGNISED_RECORD,
            say=lambda one: self._level_lines(
                one, words.DECISION.format(number=one.number, date=one.dated_on)
            ),
            rows=self._of_line(lambda line: line.recognised),
            add=lambda owner, values: levels.recognise(owner.year, owner.uid, values),
            save=lambda one, values: levels.recognise(one.year, one.target, values),
            remove=levels.remove_recognised,
            choices=self._level_choices(),
            begin=lambda _owner: last_decision(self._table()),
            prefix="recognised_",
            single=True,
        )

    def objections(self) -> RecordKind[Objection]:
        """Return the objections to a subject's level."""
        levels = self._review.levels
        return RecordKind(
            name="objection",
            fields=ObjectionFields,
            texts=words.OBJECTION,
            words=words.OBJECTION_RECORD,
            say=_objection_lines,
            rows=self._of_year("objections"),
            add=lambda owner, values: levels.object_to(owner.year, owner.uid, values),
            save=levels.save_objection,
            remove=self._review.corrections.remove,
            prefix="objection_",
        )

    def rewards(self) -> RecordKind[RewardProposal]:
        """Return the rewards proposed for a subject."""
        levels = self._review.levels
        return RecordKind(
            name="reward_proposal",
            fields=RewardProposalFields,
            texts=words.REWARD,
            words=words.REWARD_RECORD,
            say=lambda one: Lines(one.form, "", one.reason, State.NOTE),
            rows=self._of_year("reward_proposals"),
            add=lambda owner, values: levels.propose_reward(owner.year, owner.uid, values),
            save=self._review.corrections.save,
            remove=levels.remove_reward,
            prefix="reward_",
        )

    def outside(self) -> RecordKind[OutsideRating]:
        """Return the levels that others decided: authority and unions for the cell, a member's employer."""
        service = self._review.outside

        def usual(owner: Owner) -> Sequence[OutsideBody]:
            return _OF_CELL if owner.uid == CELL else _OF_MEMBER

        def there(owner: Owner) -> list[OutsideBody]:
            line = self._line(owner)
            return [one.body for one in (line.ratings if line else ())]

        def bodies(owner: Owner) -> Choices:
            return [(one, words.BODY_CHOICES[one]) for one in dict.fromkeys((*usual(owner), *there(owner)))]

        def begin(owner: Owner) -> Values:
            rated = there(owner)
            return {"body": next((one for one in usual(owner) if one not in rated), usual(owner)[0])}

        return RecordKind(
            name="outside_rating",
            fields=OutsideRatingFields,
            texts=words.OUTSIDE_LEVEL,
            words=words.OUTSIDE_RECORD,
            say=_outside_lines,
            rows=self._of_year("outside_ratings"),
            add=lambda owner, values: service.add_rating(owner.year, owner.uid, values),
            save=service.save_rating,
            remove=service.remove_rating,
            choices={"body": bodies, "level": lambda _owner: words.CHOOSE_OUTSIDE},
            begin=begin,
            prefix="outside_",
        )

    # What the kinds share -----------------------------------------------------------------------------------

    def _line(self, owner: Owner) -> LevelLine | None:
        table = self._table()
        return table.line(owner.uid) if table else None

    def _of_line(self, record: Callable[[LevelLine], Any]) -> Callable[[Owner], Sequence[Any]]:
        def rows(owner: Owner) -> Sequence[Any]:
            line = self._line(owner)
            found = record(line) if line else None
            return [found] if found else []

        return rows

    def _records(self, name: str) -> Sequence[Any]:
        table = self._table()
        return getattr(table.whole, name) if table else ()

    def _of_year(self, name: str) -> Callable[[Owner], Sequence[Any]]:
        return lambda owner: [one for one in self._records(name) if one.target == owner.uid]

    def _named(self, none: str, name: str) -> Choices:
        table = self._table()
        return (("", none), *(getattr(table, name) if table else ()))

    def _level_choices(self) -> Mapping[str, Callable[[Owner], Choices]]:
        def levels(owner: Owner) -> Choices:
            table = self._table()
            known = table.levels_of(owner.uid) if table else ()
            return (("", words.NO_LEVEL), *((one.code, one.name) for one in known))

        def reasons(owner: Owner) -> Choices:
            table = self._table()
            known = table.levels_of(owner.uid) if table else ()
            return (("", words.NO_SUB_REASON), *(sub for one in known for sub in one.sub_reasons))

        return {"level": levels, "sub_reason": reasons}

    def _settled_lines(self, one: Population) -> Lines:
        both = words.PROPOSED_BOTH.format(
            review=words.REVIEWS[one.review].lower(), rating=words.RATINGS[one.rating].lower()
        )
        reason = dict(self._named("", "reasons")).get(one.reason, "")
        day = one.supplement_received_on
        came = words.SUPPLEMENT_CAME.format(date=day) if day else ""
        told = " · ".join(filter(None, (reason, one.reason_note, came)))
        return Lines(both, "", told, said.RATING_STATES[one.rating])

    def _level_lines(self, one: ProposedLevel | RecognisedLevel, second: str) -> Lines:
        table = self._table()
        name = table.level_name(one.target, one.level) if table else ""
        subs = (
            dict(sub for level in table.levels_of(one.target) for sub in level.sub_reasons) if table else {}
        )
        return Lines(name, subs.get(one.sub_reason, ""), second, State.DONE)


def last_decision(table: LevelTable | None) -> Values:
    """Return number, day and issuer of the decision entered last, which most levels share.

    Before the first one the issuer is known already: the upper committee of the cell.
    """
    if table is None:
        return {}
    found = [one.recognised for one in table.lines if one.recognised]
    last = max(found, key=lambda one: one.dated_on, default=None)
    if last is None:
        return {"issuer": table.whole.cell.upper_committee}
    return {"number": last.number, "dated_on": last.dated_on, "issuer": last.issuer}


def _objection_lines(one: Objection) -> Lines:
    received = words.RECEIVED_ON.format(date=one.received_on)
    if one.outcome:
        return Lines(one.text, received, words.OUTCOME, State.DONE)
    if one.sent_up_on:
        return Lines(one.text, received, words.SENT_UP.format(date=one.sent_up_on), State.PARTLY)
    return Lines(one.text, received, words.NOT_SENT, State.LACKING)


def _outside_lines(one: OutsideRating) -> Lines:
    decided = [words.NUMBERED.format(number=one.number)] if one.number else []
    decided += [words.DATED.format(date=one.dated_on)] if one.dated_on else []
    name = one.body_name or words.BODY_CHOICES[one.body]
    level = words.OUTSIDE_LEVELS.get(one.level, words.RECEIVED)
    return Lines(level, "", " · ".join([name, *decided]), State.DONE if one.level else State.PARTLY)
