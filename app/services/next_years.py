"""Opens the next year from a finished one: everything unfinished is already there (product.md 2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from app.common.clock import Clock
from app.domain.cells import WorkYear
from app.domain.commitments import Commitment, Degree
from app.domain.cycles import Cycle, CycleFields, Round
from app.domain.ledger_answers import answer_of, answering
from app.domain.levels import PastLevel
from app.domain.remediation import RemediationItem, RemediationState
from app.domain.self_reviews import CorrectionState, EarlierShortcoming
from app.domain.shortcomings import Shortcoming
from app.domain.standings import belongs_on
from app.domain.targets import YearRecord
from app.domain.types import Record, new_uid
from app.errors import Refused
from app.rules.ruleset import RuleSet, from_snapshot, kept_in
from app.rules.ruleset_library import Library
from app.rules.subject_facts import latest_levels
from app.services.begun_years import last_words, rules_for
from app.services.next_year_preview import NextYear, NextYearState, levels_in, lines_of, posts_held
from app.storage.database import Database
from app.storage.queries.review_year import review_year_in
from app.storage.store import Work
from app.year.review_year import ReviewYear

R = TypeVar("R", bound=YearRecord)


class NextYearService:
    """The step from one year to the next, which types nothing twice."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._library = Library(database.place.folder)
        self._clock = clock

    def preview(self, year: int) -> NextYear:
        """Return what opening the year after `year` would bring over; changes nothing."""
        following = year + 1
        with self._database.read() as reader:
            old = review_year_in(reader, year)
            there = reader.count(Cycle, year=following)
            is_open = bool(reader.count(WorkYear, year=following))
        carried = _carried(old, following) if old.cycles else []
        return NextYear(
            year=following,
            state=_state(old, is_begun=bool(there), is_open=is_open),
            has_rules=self._library.for_year(following) is not None,
            lines=lines_of(old, carried),
            levels=levels_in(carried),
            posts=posts_held(old),
            lessons=_lessons(old),
            own_texts=len(last_words(old.cycles[0])) if old.cycles else 0,
        )

    def open_after(self, year: int, *, keep_rules: bool = False) -> int:
        """Open the year after a finished one as one step and return it.

        Carried over: concluded shortcomings and earlier ones not yet corrected (R5-08), open remediation with
        its open milestones, promises not known as kept, levels; of who left the cell only the levels. Posts
        and standings have dates and need no carrying.
        `keep_rules`: the rule set of `year` goes on where none is loaded for the next, which nobody does
        unasked; the cell's own values of `year` do not, its own words on papers always do. Raises `Refused`:
        L-548 while `year` is not finished, L-549 where the next has its review already, L-553 where no rules
        are loaded for it.
        """
        following = year + 1
        with self._database.write("year.open_after") as work:
            if not any(cycle.finished_on for cycle in work.rows(Cycle, year=year)):
                raise Refused("L-548", year=year)
            if work.count(Cycle, year=following):
                raise Refused("L-549", year=following)
            if not work.count(WorkYear, year=following):
                work.add(WorkYear(uid=new_uid(), year=following))
            old = review_year_in(work, year)
            rules = rules_for(self._library, following, _kept_rules(old) if keep_rules else None)
            self._begin(work, old, rules)
            work.add_all(_carried(old, following))
        return following

    def _begin(self, work: Work, old: ReviewYear, ruleset: RuleSet) -> None:
        following = old.year + 1
        settled = old.cycles[0]
        ruleset = ruleset.model_copy(update={"own_texts": last_words(settled)})
        draft = CycleFields(
            year=following,
            cell_kind=settled.cell_kind,
            collective_subject=settled.collective_subject,
            lessons_of_last_year=_lessons(old),
        )
        work.add(
            Cycle(
                uid=new_uid(),
                ruleset=ruleset.id,
                ruleset_version=ruleset.version,
                ruleset_sha256=ruleset.sha256,
                ruleset_snapshot=ruleset.snapshot,
                **draft.model_dump(),
            )
        )
        work.add(Round(uid=new_uid(), year=following, number=1, opened_on=self._clock.today()))


def _state(old: ReviewYear, *, is_begun: bool, is_open: bool) -> NextYearState:
    if is_begun or (is_open and not old.cycles):
        return NextYearState.THERE
    if not old.cycles:
        return NextYearState.NO_REVIEW
    return NextYearState.READY if old.cycles[0].finished_on else NextYearState.UNFINISHED


def _lessons(old: ReviewYear) -> str:
    return "\n".join(one.lessons for one in old.rounds if one.lessons)


def _kept_rules(old: ReviewYear) -> RuleSet:
    return kept_in(old.cycles[0].ruleset_snapshot).model_copy(update={"own": ()})


def _carried(old: ReviewYear, following: int) -> list[Record]:
    staying = _without_gone(old, dt.date(following, 1, 1))
    earlier = _earlier(staying, following)
    return [
        *earlier,
        *_remediation(staying, following, {one.carried_from: one.uid for one in earlier}),
        *_promises(staying, following),
        *_levels(old),
    ]


def _without_gone(old: ReviewYear, day: dt.date) -> ReviewYear:
    """Return the year without the matters of who left the cell by `day`: nobody here answers for them."""
    gone = {person.uid for person in old.people() if not belongs_on(person.standings, day)}
    return replace(
        old,
        earlier_shortcomings=tuple(one for one in old.earlier_shortcomings if one.target not in gone),
        shortcomings=tuple(one for one in old.shortcomings if one.target not in gone),
        remediation_items=tuple(one for one in old.remediation_items if one.target not in gone),
        commitments=tuple(one for one in old.commitments if one.member_uid not in gone),
    )


def _earlier(old: ReviewYear, following: int) -> list[EarlierShortcoming]:
    """Return what next year must answer: concluded this year, or still not corrected from before.

    What was put right before the year was finished is answered by last year's ledger.
    """
    waiting = [one for one in old.answered() if one.correction is not CorrectionState.CORRECTED]
    concluded = [one for one in old.shortcomings if one.counts]
    repeated = {one.repeats for one in old.shortcomings if one.counts}
    places: dict[str, int] = {}
    carried: list[EarlierShortcoming] = []
    sources: list[Shortcoming | EarlierShortcoming] = [*waiting, *concluded]
    for source in sources:
        if source.uid in repeated:
            continue  # said again this year: the newer wording is carried, once
        places[source.target] = places.get(source.target, 0) + 1
        done = [one for one in answering(source.uid, old.remediation_items) if _is_done(one)]
        carried.append(
            EarlierShortcoming(
                uid=new_uid(),
                year=following,
                target=source.target,
                position=places[source.target],
                text=source.text,
                from_year=_first_year(old, source),
                carried_from=source.uid,
                **answer_of(done) if done else {},
            )
        )
    return carried


def _first_year(old: ReviewYear, source: Shortcoming | EarlierShortcoming) -> int:
    """Return since when it is known: a repeated one counts from where it was pointed out first (R5-09)."""
    if isinstance(source, EarlierShortcoming):
        return source.from_year
    before = [one.from_year for one in old.earlier_shortcomings if one.uid == source.repeats]
    return min([*before, old.year])


def _is_done(item: RemediationItem) -> bool:
    return item.state is RemediationState.DONE


def _remediation(old: ReviewYear, following: int, earlier: Mapping[str, str]) -> list[Record]:
    """Return the open matters; each names the shortcoming that it puts right as the new year has it.

    `earlier` gives that one's uid by the uid of last year's.
    """
    carried: list[Record] = []
    again = {one.repeats: one.uid for one in old.shortcomings if one.counts and one.repeats}
    still_open = [one for one in old.remediation_items if not _is_done(one)]
    for position, item in enumerate(still_open, 1):
        source = earlier.get(again.get(item.shortcoming, item.shortcoming), "")
        # The inspection is last year's: a dump of the new year would lead nowhere with it.
        own = {"position": position, "carried_from": item.uid, "shortcoming": source, "inspection": ""}
        copy = _moved(item, following, **own)
        carried.append(copy)
        steps = [one for one in old.remediation_steps if one.item == item.uid and one.done_on is None]
        carried += [_moved(step, following, position=at, item=copy.uid) for at, step in enumerate(steps, 1)]
    return carried


def _promises(old: ReviewYear, following: int) -> list[Record]:
    carried: list[Record] = []
    for commitment in old.commitments:
        items = [
            one
            for one in old.commitment_items
            if one.commitment == commitment.uid and one.degree is not Degree.DONE
        ]
        if not items:
            continue
        fresh = Commitment(uid=new_uid(), year=following, member_uid=commitment.member_uid)
        again = {"commitment": fresh.uid, "result": "", "degree": Degree.UNKNOWN}
        carried.append(fresh)
        carried += [
            _moved(one, following, position=at, carried_from=one.uid, **again)
            for at, one in enumerate(items, 1)
        ]
    return carried


def _levels(old: ReviewYear) -> list[Record]:
    """Return the year's levels for the history: the recognised one, else what was proposed."""
    ruleset = from_snapshot(old.cycles[0].ruleset_snapshot)
    chosen = {
        **{uid: (one.level, one.sub_reason, "") for uid, one in latest_levels(old).items()},
        **{one.target: (one.level, one.sub_reason, one.number) for one in old.recognised_levels},
    }
    known = {(one.target, one.of_year) for one in old.past_levels}
    return [
        PastLevel(
            uid=new_uid(),
            target=target,
            of_year=old.year,
            level=level,
            level_name=level_name(ruleset, level),
            sub_reason=sub_reason,
            number=number,
        )
        for target, (level, sub_reason, number) in sorted(chosen.items())
        if (target, old.year) not in known
    ]


def level_name(ruleset: RuleSet, code: str) -> str:
    """Return the level in the words of its rule set; a code that the set does not know stays itself."""
    names = {one.code: one.name for one in (*ruleset.cell_levels, *ruleset.member_levels)}
    return names.get(code, code)


def _moved(record: R, year: int, **values: object) -> R:
    return record.model_copy(update={"uid": new_uid(), "rev": 1, "year": year, **values})
