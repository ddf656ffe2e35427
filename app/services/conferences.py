"""The review conference: set up, attended, spoken at, concluded."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.conferences import (
    Attendance,
    Conference,
    ConferenceState,
    DefectTag,
    Guest,
    Reservation,
    Sitting,
)
from app.domain.targets import COLLECTIVE
from app.errors import Refused
from app.rules.gates import roster_gate
from app.services.open_years import OpenYears, added, marked, removed, saved
from app.services.year_checks import refuse_unexplained
from app.storage.database import Database
from app.storage.queries.review_year import review_year_in
from app.storage.store import Work


class ConferenceService:
    """Conferences with sittings, attendance, guests and what is said about the meeting itself."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def add(self, year: int, values: Mapping[str, object]) -> Conference:
        """Set up a conference; raises `Invalid`, `Refused` L-541 for a closed round."""
        with self._years.write("conference.add", year) as work:
            return added(work, Conference, year, values)

    def save(self, one: Conference, values: Mapping[str, object]) -> Conference:
        """Store the edited conference; raises `Invalid`, `NotFound`, `ChangedElsewhere`, `Refused`."""
        with self._years.write("conference.edit", one.year) as work:
            return saved(work, Conference, one.uid, one.rev, values)

    def open(self, one: Conference) -> Conference:
        """Open the conference; raises `Refused`.

        L-550 while the roster is open (R0-04), L-545 while a point of the collective is unexplained on the
        day of the first sitting (R2-03).
        """
        with self._years.write("conference.open", one.year) as work:
            year = review_year_in(work, one.year)
            roster = roster_gate(year)
            if not roster.is_open:
                raise Refused("L-550", count=roster.params["count"], names=", ".join(roster.names))
            refuse_unexplained(year, one.uid, COLLECTIVE)
            return marked(work, one, state=ConferenceState.OPEN)

    def close(self, one: Conference) -> Conference:
        """Close a conference after its minutes were read back; raises `NotFound`, `ChangedElsewhere`."""
        with self._years.write("conference.close", one.year) as work:
            return marked(work, one, state=ConferenceState.CLOSED)

    def put_sitting(self, one: Conference, position: int, values: Mapping[str, object]) -> Sitting:
        """Keep the sitting at this place; raises `Invalid`."""
        own = {"conference": one.uid, "position": position}
        with self._years.write("conference.sitting", one.year) as work:
            for present in work.rows(Sitting, year=one.year, **own):
                return saved(work, Sitting, present.uid, present.rev, values)
            return added(work, Sitting, one.year, {**values, **own})

    def call(self, sitting: Sitting, presences: Mapping[str, Mapping[str, object]]) -> None:
        """Keep the attendance of members at a sitting, by uid, as one step; raises `Invalid`."""
        with self._years.write("conference.call", sitting.year) as work:
            present = {row.member_uid: row for row in work.rows(Attendance, sitting=sitting.uid)}
            for member_uid, values in presences.items():
                _attended(work, sitting, present.get(member_uid), {**values, "member_uid": member_uid})

    def add_guest(self, one: Conference, values: Mapping[str, object]) -> Guest:
        """Record who came from outside; raises `Invalid`."""
        with self._years.write("conference.add_guest", one.year) as work:
            return added(work, Guest, one.year, {**values, "conference": one.uid})

    def save_guest(self, guest: Guest, values: Mapping[str, object]) -> Guest:
        """Store the edited guest; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("conference.edit_guest", guest.year) as work:
            return saved(work, Guest, guest.uid, guest.rev, values)

    def remove_guest(self, guest: Guest) -> None:
        """Remove a guest entered by mistake."""
        with self._years.write("conference.remove_guest", guest.year) as work:
            removed(work, Guest, guest.uid)

    def reserve(self, one: Conference, member_uid: str, text: str) -> Reservation:
        """Keep an opinion that a member reserves at his own wish (rulings.md 3.6); raises `Invalid`."""
        with self._years.write("conference.reserve", one.year) as work:
            return added(
                work, Reservation, one.year, {"conference": one.uid, "member_uid": member_uid, "text": text}
            )

    def tag(self, one: Conference, tag: str, note: str = "") -> DefectTag:
        """Keep a defect that the chair named of the meeting (R3-13); raises `Invalid`."""
        own = {"conference": one.uid, "tag": tag}
        with self._years.write("conference.tag", one.year) as work:
            for present in work.rows(DefectTag, year=one.year, **own):
                return saved(work, DefectTag, present.uid, present.rev, {"note": note})
            return added(work, DefectTag, one.year, {**own, "note": note})

    def untag(self, tag: DefectTag) -> None:
        """Take a named defect back."""
        with self._years.write("conference.untag", tag.year) as work:
            removed(work, DefectTag, tag.uid)


def _attended(work: Work, sitting: Sitting, present: Attendance | None, values: Mapping[str, object]) -> None:
    if present:
        saved(work, Attendance, present.uid, present.rev, values)
    else:
        added(work, Attendance, sitting.year, {**values, "sitting": sitting.uid})
