"""The review of one subject in a conference: opinions, answer, conclusion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.conferences import (
    Conference,
    Opinion,
    ReviewTurn,
    SuggestionConclusion,
    TurnState,
)
from app.domain.shortcomings import Origin, Shortcoming
from app.domain.suggestions import SuggestionPoint
from app.rules.gates import REVIEW_READS
from app.services.open_years import OpenYears, added, added_last, marked, next_place, removed, saved
from app.services.year_checks import refuse_unexplained
from app.storage.database import Database
from app.storage.queries.review_year import review_year_in
from app.storage.store import Work

_BEGUN = frozenset({TurnState.UNDER_REVIEW, TurnState.DONE})


class TurnService:
    """Lượt kiểm điểm of each subject, what is said in it, and what the conference concludes."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def start(self, conference: Conference, target: str, values: Mapping[str, object]) -> ReviewTurn:
        """Begin the review of a subject; raises `Refused` L-545 while its gate is closed (R2-03).

        An explanation counts when it was finished by the day of the sitting, as at the opening.
        """
        with self._years.write("turn.start", conference.year) as work:
            year = review_year_in(work, conference.year, REVIEW_READS)
            refuse_unexplained(year, conference.uid, target)
            own = {"conference": conference.uid, "target": target}
            position = next_place(work, ReviewTurn, conference=conference.uid)
            for present in work.rows(ReviewTurn, year=conference.year, **own):
                return marked(work, present, state=TurnState.UNDER_REVIEW)
            turn = added(work, ReviewTurn, conference.year, {"position": position, **values, **own})
            return marked(work, turn, state=TurnState.UNDER_REVIEW)

    def postpone(self, conference: Conference, target: str) -> ReviewTurn:
        """Put a subject's review off: "hoãn kiểm điểm" (rulings.md 1.4)."""
        own = {"conference": conference.uid, "target": target}
        with self._years.write("turn.postpone", conference.year) as work:
            for present in work.rows(ReviewTurn, year=conference.year, **own):
                return marked(work, present, state=TurnState.POSTPONED)
            position = next_place(work, ReviewTurn, conference=conference.uid)
            turn = added(work, ReviewTurn, conference.year, {**own, "position": position})
            return marked(work, turn, state=TurnState.POSTPONED)

    def save(self, turn: ReviewTurn, values: Mapping[str, object]) -> ReviewTurn:
        """Store answer, conclusion and times of a turn; raises `Invalid`, `ChangedElsewhere`."""
        with self._years.write("turn.edit", turn.year) as work:
            return saved(work, ReviewTurn, turn.uid, turn.rev, values)

    def finish(self, turn: ReviewTurn) -> ReviewTurn:
        """Mark a turn as done."""
        with self._years.write("turn.finish", turn.year) as work:
            return marked(work, turn, state=TurnState.DONE)

    def say(self, conference: Conference, values: Mapping[str, object]) -> Opinion:
        """Keep what somebody said to a subject; it stands last. Raises `Invalid`."""
        with self._years.write("opinion.add", conference.year) as work:
            return added_last(work, Opinion, conference.year, values, conference=conference.uid)

    def record(
        self,
        conference: Conference,
        target: str,
        opinions: Sequence[Mapping[str, object]],
        *,
        concluded: bool = False,
    ) -> tuple[Opinion, ...]:
        """Keep what was said to a subject, in order and as one step; its turn begins where it has none.

        `concluded` takes each into the conclusion at once, in the same step.
        Raises `Invalid`, `Refused` L-545 while the gate of the subject is closed (R2-03).
        """
        own = {"conference": conference.uid, "target": target}
        with self._years.write("opinion.record", conference.year) as work:
            turns = work.rows(ReviewTurn, year=conference.year, **own)
            if not any(one.state in _BEGUN for one in turns):
                refuse_unexplained(
                    review_year_in(work, conference.year, REVIEW_READS), conference.uid, target
                )
                position = next_place(work, ReviewTurn, conference=conference.uid)
                turn = next(iter(turns), None) or added(
                    work, ReviewTurn, conference.year, {"position": position, **own}
                )
                marked(work, turn, state=TurnState.UNDER_REVIEW)
            said = tuple(
                added_last(
                    work, Opinion, conference.year, {**one, "target": target}, conference=conference.uid
                )
                for one in opinions
            )
            for one in said if concluded else ():
                _concluded(work, one, {})
            return said

    def save_opinion(self, opinion: Opinion, values: Mapping[str, object]) -> Opinion:
        """Store the edited opinion; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("opinion.edit", opinion.year) as work:
            return saved(work, Opinion, opinion.uid, opinion.rev, values)

    def withdraw_opinion(self, opinion: Opinion) -> Opinion:
        """Mark an opinion as withdrawn by its speaker; it leaves no package (rulings.md 7)."""
        with self._years.write("opinion.withdraw", opinion.year) as work:
            return marked(work, opinion, withdrawn=True)

    def remove_opinion(self, opinion: Opinion) -> None:
        """Remove an opinion entered by mistake."""
        with self._years.write("opinion.remove", opinion.year) as work:
            removed(work, Opinion, opinion.uid)

    def conclude_opinion(self, opinion: Opinion, values: Mapping[str, object]) -> Shortcoming:
        """Take an opinion into the conclusion: its words become a concluded shortcoming, typed once."""
        with self._years.write("opinion.conclude", opinion.year) as work:
            return _concluded(work, opinion, values)

    def conclude_point(
        self, conference: Conference, point: SuggestionPoint, text: str
    ) -> SuggestionConclusion:
        """Keep what the conference concluded on a suggested point (R2-05); raises `Invalid`."""
        own = {"conference": conference.uid, "point": point.uid}
        with self._years.write("turn.conclude_point", conference.year) as work:
            for present in work.rows(SuggestionConclusion, year=conference.year, **own):
                return saved(work, SuggestionConclusion, present.uid, present.rev, {"text": text})
            return added(work, SuggestionConclusion, conference.year, {**own, "text": text})


def _concluded(work: Work, opinion: Opinion, values: Mapping[str, object]) -> Shortcoming:
    conference = work.get(Conference, opinion.conference)
    position = next_place(work, Shortcoming, year=opinion.year, target=opinion.target)
    own = {
        "target": opinion.target,
        "origin": Origin.CONFERENCE,
        "conference": conference.uid,
        "round_number": conference.round_number,
    }
    given = {"text": opinion.text, "position": position, **values, **own}
    one = added(work, Shortcoming, opinion.year, given)
    marked(work, opinion, shortcoming=one.uid)
    return one
