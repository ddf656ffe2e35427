"""Levels of many subjects entered one after the other and kept as one step."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.levels import ProposedLevel, RecognisedLevel
from app.rules.gates import RATING_READS
from app.services.open_years import OpenYears, added, saved
from app.services.year_checks import refuse_unreviewed
from app.storage.database import Database
from app.storage.queries.review_year import review_year_in

Levels = Mapping[str, Mapping[str, object]]
"""By target: level, and sub-reason where there is one."""


class LevelEntryService:
    """Ghi mức của nhiều đồng chí: each has its own level; nobody's follows from another's."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def propose(self, year: int, levels: Levels, round_number: int = 1) -> tuple[ProposedLevel, ...]:
        """Keep what the cell proposes, as one step; reasons and answers entered before stay.

        Raises `Invalid`, `Refused` L-546 for who was not reviewed (R4-01); then nothing is kept.
        """
        made = []
        with self._years.write("level.propose", year) as work:
            whole = review_year_in(work, year, RATING_READS)
            present = {
                one.target: one for one in work.rows(ProposedLevel, year=year, round_number=round_number)
            }
            for target, level in levels.items():
                refuse_unreviewed(whole, target)
                if one := present.get(target):
                    made.append(saved(work, ProposedLevel, one.uid, one.rev, level))
                else:
                    own = {"target": target, "round_number": round_number}
                    made.append(added(work, ProposedLevel, year, {**level, **own}))
        return tuple(made)

    def recognise(
        self, year: int, decision: Mapping[str, object], levels: Levels
    ) -> tuple[RecognisedLevel, ...]:
        """Enter the levels of one decision, as one step; who has a level already gets the one given now.

        `decision` has number, day and issuer. Raises `Invalid`; then nothing is entered.
        """
        made = []
        with self._years.write("level.recognise_together", year) as work:
            present = {one.target: one for one in work.rows(RecognisedLevel, year=year)}
            for target, level in levels.items():
                values = {**decision, **level}
                if one := present.get(target):
                    made.append(saved(work, RecognisedLevel, one.uid, one.rev, values))
                else:
                    made.append(added(work, RecognisedLevel, year, {**values, "target": target}))
        return tuple(made)
