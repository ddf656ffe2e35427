"""Levels proposed and recognised, of this year and of earlier ones; objections and rewards."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.checking import checked, refuse_errors
from app.domain.levels import (
    Objection,
    PastLevel,
    PastLevelFields,
    ProposedLevel,
    RecognisedLevel,
    RewardProposal,
)
from app.domain.review_checks import review_problems
from app.domain.types import new_uid
from app.rules.gates import RATING_READS
from app.services.open_years import OpenYears, added, removed, saved
from app.services.year_checks import past_code_problems, reference_problems, refuse_unreviewed
from app.storage.database import Database
from app.storage.queries.review_year import review_year_in


class LevelService:
    """Mức đề nghị, mức được công nhận, mức các năm trước."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._years = OpenYears(database)

    def propose(
        self, year: int, target: str, values: Mapping[str, object], round_number: int = 1
    ) -> ProposedLevel:
        """Keep what the cell proposes; raises `Invalid`, `Refused` L-546 for who was not reviewed (R4-01)."""
        own = {"target": target, "round_number": round_number}
        with self._years.write("level.propose", year) as work:
            refuse_unreviewed(review_year_in(work, year, RATING_READS), target)
            for present in work.rows(ProposedLevel, year=year, **own):
                return saved(work, ProposedLevel, present.uid, present.rev, values)
            return added(work, ProposedLevel, year, {**values, **own})

    def take_back(self, level: ProposedLevel) -> None:
        """Remove a proposed level."""
        with self._years.write("level.take_back", level.year) as work:
            removed(work, ProposedLevel, level.uid)

    def recognise(self, year: int, target: str, values: Mapping[str, object]) -> RecognisedLevel:
        """Enter the level of the upper committee's decision; raises `Invalid`."""
        with self._years.write("level.recognise", year) as work:
            for present in work.rows(RecognisedLevel, year=year, target=target):
                return saved(work, RecognisedLevel, present.uid, present.rev, values)
            return added(work, RecognisedLevel, year, {**values, "target": target})

    def remove_recognised(self, level: RecognisedLevel) -> None:
        """Remove a decision entered by mistake."""
        with self._years.write("level.remove_recognised", level.year) as work:
            removed(work, RecognisedLevel, level.uid)

    def put_past(self, target: str, of_year: int, values: Mapping[str, object]) -> PastLevel:
        """Keep the level of an earlier year; raises `Invalid`."""
        draft = checked(PastLevelFields, {**values, "target": target, "of_year": of_year})
        refuse_errors(review_problems(draft))
        with self._database.write("level.put_past") as work:
            record = PastLevel(uid=new_uid(), **draft.model_dump())
            refuse_errors(past_code_problems(work, record))
            for present in work.rows(PastLevel, target=target, of_year=of_year):
                return work.change(PastLevel, present.uid, present.rev, **draft.model_dump())
            refuse_errors(reference_problems(work, record, None))
            work.add(record)
            return record

    def remove_past(self, level: PastLevel) -> None:
        """Remove a level of an earlier year that was entered by mistake; raises `NotFound`."""
        with self._database.write("level.remove_past") as work:
            work.remove(PastLevel, level.uid)

    def past(self) -> dict[str, tuple[PastLevel, ...]]:
        """Return the levels of earlier years by whom they are about, the newest first."""
        found: dict[str, list[PastLevel]] = {}
        with self._database.read() as reader:
            for one in sorted(reader.rows(PastLevel), key=lambda one: -one.of_year):
                found.setdefault(one.target, []).append(one)
        return {target: tuple(levels) for target, levels in found.items()}

    def object_to(self, year: int, target: str, values: Mapping[str, object]) -> Objection:
        """Record an objection to a level; raises `Invalid`."""
        with self._years.write("level.object", year) as work:
            return added(work, Objection, year, {**values, "target": target})

    def save_objection(self, one: Objection, values: Mapping[str, object]) -> Objection:
        """Store what came of an objection; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("level.edit_objection", one.year) as work:
            return saved(work, Objection, one.uid, one.rev, values)

    def propose_reward(self, year: int, target: str, values: Mapping[str, object]) -> RewardProposal:
        """Propose a reward; raises `Invalid`."""
        with self._years.write("level.propose_reward", year) as work:
            return added(work, RewardProposal, year, {**values, "target": target})

    def remove_reward(self, one: RewardProposal) -> None:
        """Remove a proposed reward."""
        with self._years.write("level.remove_reward", one.year) as work:
            removed(work, RewardProposal, one.uid)
