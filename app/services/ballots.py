"""Votes as totals; the only thing ever refused is a sum that cannot be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.ballots import Ballot, BallotCount, BallotFields, BallotLine, TallyLine, ballot_problems
from app.domain.checking import checked, refuse_errors
from app.domain.conferences import Conference
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database
from app.storage.store import Work


class BallotService:
    """Cuộc biểu quyết: the totals of a tally are entered whole."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def add(
        self, conference: Conference, values: Mapping[str, object], lines: Sequence[Mapping[str, object]]
    ) -> Ballot:
        """Store a vote with its tally; raises `Invalid` with each sum that cannot be (R0-06, R4-11)."""
        given = {**values, "year": conference.year, "conference": conference.uid}
        tally = _checked(given, lines)
        with self._years.write("ballot.add", conference.year) as work:
            ballot = added(work, Ballot, conference.year, given)
            _put(work, ballot, tally)
            return ballot

    def save(
        self, ballot: Ballot, values: Mapping[str, object], lines: Sequence[Mapping[str, object]]
    ) -> Ballot:
        """Store the corrected vote with its whole tally; raises as `add`, and `ChangedElsewhere`."""
        tally = _checked({**_facts(ballot), **values}, lines)
        with self._years.write("ballot.edit", ballot.year) as work:
            stored = saved(work, Ballot, ballot.uid, ballot.rev, values)
            _clear(work, ballot)
            _put(work, ballot, tally)
            return stored

    def remove(self, ballot: Ballot) -> None:
        """Remove a vote entered by mistake, with its tally."""
        with self._years.write("ballot.remove", ballot.year) as work:
            removed(work, Ballot, ballot.uid)


def _facts(ballot: Ballot) -> dict[str, object]:
    return {name: getattr(ballot, name) for name in BallotFields.model_fields}


def _checked(values: Mapping[str, object], lines: Sequence[Mapping[str, object]]) -> list[TallyLine]:
    tally = [checked(TallyLine, line) for line in lines]
    refuse_errors(ballot_problems(checked(BallotFields, values), tally))
    return tally


def _put(work: Work, ballot: Ballot, tally: Sequence[TallyLine]) -> None:
    for one in tally:
        own = {"ballot": ballot.uid, "target": one.target, "blank": one.blank}
        line = added(work, BallotLine, ballot.year, own)
        for level, votes in one.votes.items():
            added(work, BallotCount, ballot.year, {"line": line.uid, "level": level, "votes": votes})


def _clear(work: Work, ballot: Ballot) -> None:
    for line in work.rows(BallotLine, ballot=ballot.uid):
        removed(work, BallotLine, line.uid)
