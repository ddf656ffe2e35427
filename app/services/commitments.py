"""Commitments of members, the programme of action, tasks assigned by resolution."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from app.domain.commitments import (
    AssignedTask,
    Commitment,
    CommitmentItem,
    Programme,
    ProgrammeItem,
    TaskAssignment,
)
from app.services.open_years import OpenYears, added, added_last, removed, saved
from app.storage.database import Database


class CommitmentService:
    """Bản cam kết of the members."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put(self, year: int, member_uid: str, values: Mapping[str, object]) -> Commitment:
        """Keep a member's commitment, the one there is or a new one; raises `Invalid`."""
        with self._years.write("commitment.put", year) as work:
            for present in work.rows(Commitment, year=year, member_uid=member_uid):
                return saved(work, Commitment, present.uid, present.rev, values)
            return added(work, Commitment, year, {**values, "member_uid": member_uid})

    def receive(self, year: int, member_uids: Collection[str], received_on: dt.date) -> None:
        """Record that these members handed theirs in on paper that day, as one step; raises `Invalid`.

        What a commitment says already stays; a day on which one was received before stays too.
        """
        values = {"on_paper": True, "received_on": received_on}
        with self._years.write("commitment.receive", year) as work:
            present = {one.member_uid: one for one in work.rows(Commitment, year=year)}
            for uid in member_uids:
                own = present.get(uid)
                if own is None:
                    added(work, Commitment, year, {**values, "member_uid": uid})
                elif own.received_on is None:
                    saved(work, Commitment, own.uid, own.rev, values)

    def remove(self, commitment: Commitment) -> None:
        """Remove a commitment with its items, as one step."""
        with self._years.write("commitment.remove", commitment.year) as work:
            removed(work, Commitment, commitment.uid)

    def add_item(self, commitment: Commitment, values: Mapping[str, object]) -> CommitmentItem:
        """Add a promise; it stands last. Raises `Invalid`, `NotFound`."""
        with self._years.write("commitment.add_item", commitment.year) as work:
            work.get(Commitment, commitment.uid)
            return added_last(work, CommitmentItem, commitment.year, values, commitment=commitment.uid)

    def add_item_of(self, year: int, member_uid: str, values: Mapping[str, object]) -> CommitmentItem:
        """Add a promise of a member, beginning the commitment where there is none; raises `Invalid`."""
        with self._years.write("commitment.add_item", year) as work:
            present = work.rows(Commitment, year=year, member_uid=member_uid)
            own = present[0] if present else added(work, Commitment, year, {"member_uid": member_uid})
            return added_last(work, CommitmentItem, year, values, commitment=own.uid)

    def save_item(self, item: CommitmentItem, values: Mapping[str, object]) -> CommitmentItem:
        """Store the edited promise or its result; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("commitment.edit_item", item.year) as work:
            return saved(work, CommitmentItem, item.uid, item.rev, values)

    def remove_item(self, item: CommitmentItem) -> None:
        """Remove a promise."""
        with self._years.write("commitment.remove_item", item.year) as work:
            removed(work, CommitmentItem, item.uid)


class ProgrammeService:
    """Chương trình hành động of the collective."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put(self, year: int, values: Mapping[str, object]) -> Programme:
        """Keep the year's programme; raises `Invalid`."""
        with self._years.write("programme.put", year) as work:
            for present in work.rows(Programme, year=year):
                return saved(work, Programme, present.uid, present.rev, values)
            return added(work, Programme, year, values)

    def add_item(self, year: int, values: Mapping[str, object]) -> ProgrammeItem:
        """Add a task of the programme; it stands last. Raises `Invalid`."""
        with self._years.write("programme.add_item", year) as work:
            return added_last(work, ProgrammeItem, year, values)

    def save_item(self, item: ProgrammeItem, values: Mapping[str, object]) -> ProgrammeItem:
        """Store the edited task or its result; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("programme.edit_item", item.year) as work:
            return saved(work, ProgrammeItem, item.uid, item.rev, values)

    def remove_item(self, item: ProgrammeItem) -> None:
        """Remove a task of the programme."""
        with self._years.write("programme.remove_item", item.year) as work:
            removed(work, ProgrammeItem, item.uid)


class TaskService:
    """Tasks that a resolution gives to every member (rulings.md 5)."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put_assignment(self, year: int, values: Mapping[str, object]) -> TaskAssignment:
        """Keep number and date of the resolution; raises `Invalid`."""
        with self._years.write("task.put_assignment", year) as work:
            for present in work.rows(TaskAssignment, year=year):
                return saved(work, TaskAssignment, present.uid, present.rev, values)
            return added(work, TaskAssignment, year, values)

    def add(self, year: int, target: str, values: Mapping[str, object]) -> AssignedTask:
        """Give a member a task; it stands last among his. Raises `Invalid`."""
        with self._years.write("task.add", year) as work:
            return added_last(work, AssignedTask, year, values, target=target)

    def save(self, task: AssignedTask, values: Mapping[str, object]) -> AssignedTask:
        """Store the edited task or its outcome; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("task.edit", task.year) as work:
            return saved(work, AssignedTask, task.uid, task.rev, values)

    def remove(self, task: AssignedTask) -> None:
        """Take a task away that was entered by mistake."""
        with self._years.write("task.remove", task.year) as work:
            removed(work, AssignedTask, task.uid)
