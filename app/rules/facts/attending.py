"""Facts about who was at the review and how long it took (CV 3993, point 3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.conferences import Conference, ConferenceBody, ConferenceState, Presence, Sitting
from app.domain.people import is_present_on
from app.domain.posts import PostKind, posts_on
from app.domain.targets import COLLECTIVE
from app.domain.types import minute_of_day
from app.rules.finding_words import listed, word
from app.rules.language import Absent, Value
from app.rules.outlook import Outlook

if TYPE_CHECKING:
    from app.rules.fact_book import Fact

HEAD_FIRST = "head_first"
"""The order that puts the head before deputies and members (43-HD/BTCTW mục 2)."""


def meeting_lacks(outlook: Outlook, uid: str) -> Value:
    """What a conference of the cell that is not over still needs, in words (R3-01)."""
    conference = _conference(outlook, uid)
    if conference is None or conference.state is ConferenceState.CLOSED:
        return Absent.NOT_APPLICABLE
    if conference.body is not ConferenceBody.CELL:
        return Absent.NOT_APPLICABLE
    waiting = [one for one in outlook.roster.reviewed if one not in outlook.self_reviews]
    return listed(
        (
            word("meeting.no_draft")
            if outlook.has_collective and not outlook.year.collective_reports
            else "",
            word("meeting.no_self_reviews", count=len(waiting)) if waiting else "",
            "" if conference.chair else word("meeting.no_chair"),
            "" if conference.recorder else word("meeting.no_recorder"),
            "" if conference.counting_team.strip() else word("meeting.no_counting_team"),
        )
    )


def minutes_lack(outlook: Outlook, uid: str) -> Value:
    """What the minutes of a closed conference do not have, in words (R3-14)."""
    conference = _conference(outlook, uid)
    if conference is None or conference.state is not ConferenceState.CLOSED:
        return Absent.NOT_APPLICABLE
    sittings = _sittings(outlook, uid)
    return listed(
        (
            "" if conference.chair else word("meeting.no_chair"),
            "" if conference.recorder else word("meeting.no_recorder"),
            "" if sittings and all(one.held_on for one in sittings) else word("minutes.no_day"),
            "" if all(one.started_at for one in sittings) else word("minutes.no_start"),
            "" if all(one.ended_at for one in sittings) else word("minutes.no_end"),
            "" if conference.read_back else word("minutes.not_read_back"),
        )
    )


def _conference(outlook: Outlook, uid: str) -> Conference | None:
    return next((one for one in outlook.year.conferences if one.uid == uid), None)


def _sittings(outlook: Outlook, conference: str) -> list[Sitting]:
    return [one for one in outlook.year.sittings if one.conference == conference]


def general_note(outlook: Outlook, uid: str) -> Value:
    """What the chair says of spirit and attitude (R3-15)."""
    conference = _closed_of_cell(outlook, uid)
    return conference.general_note.strip() if conference else Absent.NOT_APPLICABLE


def is_judged(outlook: Outlook, uid: str) -> Value:
    """Whether the chair named a defect of the meeting, or the round has its lessons (R3-13)."""
    conference = _closed_of_cell(outlook, uid)
    if conference is None:
        return Absent.NOT_APPLICABLE
    named = any(one.conference == uid for one in outlook.year.defect_tags)
    return named or any(one.lessons.strip() for one in outlook.year.rounds)


def _closed_of_cell(outlook: Outlook, uid: str) -> Conference | None:
    found = _conference(outlook, uid)
    if found is None or found.state is not ConferenceState.CLOSED or found.body is not ConferenceBody.CELL:
        return None
    return found


def attendance_lacks(outlook: Outlook, uid: str) -> Value:
    """How the member's attendance stands open: never called, or away without excuse (R3-02)."""
    closed = {one.uid for one in outlook.closed_conferences if one.body is ConferenceBody.CELL}
    sittings = {one.uid for one in outlook.year.sittings if one.conference in closed}
    if not sittings:
        return Absent.NOT_APPLICABLE
    own = [one for one in outlook.year.attendance if one.member_uid == uid and one.sitting in sittings]
    if any(one.presence is Presence.UNEXCUSED for one in own):
        return word("attendance.unexcused")
    if _is_expected(outlook, uid) and (not own or any(one.presence is Presence.UNKNOWN for one in own)):
        return word("attendance.not_called")
    return ""


def _is_expected(outlook: Outlook, uid: str) -> bool:
    held = min((one.held_on for one in outlook.year.sittings if one.held_on), default=outlook.today)
    person = outlook.roster.people.get(uid)
    return person is not None and is_present_on(person, held)


def sitting_has_attendance(outlook: Outlook, uid: str) -> Value:
    """Whether a sitting of a conference of several has its attendance (R3-12)."""
    sitting = next((one for one in outlook.year.sittings if one.uid == uid), None)
    if sitting is None or len(_sittings(outlook, sitting.conference)) < 2:  # noqa: PLR2004  one is no series
        return Absent.NOT_APPLICABLE
    if all(one.uid != sitting.conference for one in outlook.closed_conferences):
        return Absent.NOT_APPLICABLE
    return any(one.sitting == uid for one in outlook.year.attendance)


def minutes_spent(outlook: Outlook, uid: str) -> Value:
    """How many minutes the closed conferences took, all sittings together (R3-11)."""
    del uid
    closed = {one.uid for one in outlook.closed_conferences}
    if not closed:
        return Absent.NOT_APPLICABLE
    sittings = [one for one in outlook.year.sittings if one.conference in closed]
    if not sittings or any(not one.started_at or not one.ended_at for one in sittings):
        return Absent.UNKNOWN
    return sum(max(0, minute_of_day(one.ended_at) - minute_of_day(one.started_at)) for one in sittings)


def least_minutes(outlook: Outlook, uid: str) -> Value:
    """How many minutes a review takes at least; not applicable until a least is entered (R3-11)."""
    del uid
    least = outlook.ruleset.time.least_minutes
    return least or Absent.NOT_APPLICABLE


def reviewed_count(outlook: Outlook, uid: str) -> Value:
    """How many members were reviewed in a turn of their own."""
    del uid
    return len({one.target for one in outlook.year.review_turns if one.state == "done"} - {COLLECTIVE})


def order_differs(outlook: Outlook, uid: str) -> Value:
    """Whether a conference went another way than collective, committee, members, without a reason (R3-03)."""
    conference = _conference(outlook, uid)
    if (
        conference is None
        or conference.state is not ConferenceState.CLOSED
        or conference.order_reason.strip()
    ):
        return Absent.NOT_APPLICABLE
    turns = sorted(
        (one for one in outlook.year.review_turns if one.conference == uid and one.state == "done"),
        key=lambda one: one.position,
    )
    held = min((one.held_on for one in _sittings(outlook, uid) if one.held_on), default=outlook.today)
    places = [_place(outlook, one.target, held) for one in turns]
    return places != sorted(places)


def _place(outlook: Outlook, target: str, held: dt.date) -> int:
    """Return the place of a subject in the order; posts count that are held on the day of the conference.

    Where the rules put the head before the others, the secretary comes before chi ủy.
    """
    if target == COLLECTIVE:
        return 0
    person = outlook.roster.people.get(target)
    kinds = {post.kind for post in posts_on(person.posts, held) if post.kind} if person else set()
    if PostKind.CELL_SECRETARY in kinds and any(one.code == HEAD_FIRST for one in outlook.ruleset.order):
        return 1
    return 2 if kinds else 3


def has_guest_from_above(outlook: Outlook, uid: str) -> Value:
    """Whether somebody of the upper committee was at a conference (R5-01)."""
    del uid
    return any(one.from_upper_committee for one in outlook.year.guests)


FACTS: Mapping[str, Fact] = {
    "meeting.lacks": meeting_lacks,
    "minutes.lack": minutes_lack,
    "meeting.general_note": general_note,
    "meeting.judged": is_judged,
    "attendance.lacks": attendance_lacks,
    "sitting.has_attendance": sitting_has_attendance,
    "meeting.minutes": minutes_spent,
    "time.least_minutes": least_minutes,
    "meeting.reviewed": reviewed_count,
    "meeting.order_differs": order_differs,
    "guests.from_above": has_guest_from_above,
}
