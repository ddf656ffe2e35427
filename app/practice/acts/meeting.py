"""The conferences: chi ủy, tổ đảng in a large cell, the cell, and two weeks later who was absent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.domain.conferences import Conference, ConferenceBody, Presence
from app.domain.targets import COLLECTIVE
from app.practice.acts.reviewing import Agenda, review
from app.practice.cast import Case, Role
from app.practice.plan import CONFERENCE
from app.practice.stage import Stage, year_words

COMMITTEE_DAY, GROUP_DAY, SUPPLEMENT_DAY = (12, 1), (12, 2), (12, 18)
_LATE_AT = "08:10"
_COUNTERS, _FEW_SPEAK = 3, 5


@dataclass(frozen=True, slots=True)
class Meeting:
    """One conference to be held: who is called, on which days, and whose review is on the agenda."""

    body: ConferenceBody
    day: tuple[int, int]
    called: tuple[Role, ...]
    agenda: tuple[str, ...]
    times: tuple[tuple[str, str], ...]
    facts: dict[str, Any] = field(default_factory=dict)


def meet(stage: Stage) -> None:
    """Hold every conference of the review up to that of the cell."""
    cast, own = stage.cast, [COLLECTIVE] if stage.has_collective else []
    committee, half = [role.uid for role in cast.committee], stage.sittings[:1]
    others = [role.uid for role in cast.reviewed if not role.in_committee and role.case is not Case.ABSENT]
    if cast.has_committee:
        agenda = (*own, *committee)
        body = ConferenceBody.CELL_COMMITTEE
        hold(stage, Meeting(body, COMMITTEE_DAY, cast.committee, agenda, half))
    for group in sorted({role.group for role in cast.roles} - {0}):
        called = tuple(role for role in cast.roles if role.group == group and not role.in_committee)
        agenda = tuple(role.uid for role in called if role.uid in others)
        name = {"party_group": year_words()["conference"]["group"].format(n=group)}
        hold(stage, Meeting(ConferenceBody.PARTY_GROUP, GROUP_DAY, called, agenda, half, name))
    agenda = (*own, *committee, *([] if cast.has_groups else others))
    hold(stage, Meeting(ConferenceBody.CELL, CONFERENCE, cast.roles, agenda, stage.sittings))


def meet_again(stage: Stage) -> None:
    """Review who was absent, so that nobody is rated unreviewed (R4-01)."""
    absent = stage.cast.of(Case.ABSENT)
    if absent:
        called, times = stage.cast.roles, (("19:30", "21:00"),)
        hold(stage, Meeting(ConferenceBody.CELL, SUPPLEMENT_DAY, called, (absent.uid,), times))


def hold(stage: Stage, meeting: Meeting) -> Conference:
    """Set a conference up, call the members, review by the agenda, conclude, read the minutes back."""
    words, conferences = year_words()["conference"], stage.review.conferences
    stage.clock.move(stage.day(*meeting.day))
    conference = conferences.add(stage.year, {**_offices(meeting), **meeting.facts})
    for at, (start, end) in enumerate(meeting.times, 1):
        facts = {"held_on": stage.day(*meeting.day), "started_at": start, "ended_at": end}
        sitting = conferences.put_sitting(conference, at, {**facts, "place": words["place"]})
        presences = {role.uid: _presence(role, meeting, at) for role in meeting.called}
        conferences.call(sitting, presences)
    conference = conferences.open(conference)
    if meeting.body is ConferenceBody.CELL:
        guest = {**words["guest"], "guidance": stage.texts.minutes("guidance")}
        conferences.add_guest(conference, {**guest, "from_upper_committee": True})
    review(stage, conference, Agenda(meeting.agenda, _speakers(meeting), meeting.times))
    noted = {"general_note": stage.texts.minutes("atmosphere"), "read_back": True}
    noted["general_conclusion"] = stage.texts.minutes("closing")
    return conferences.close(conferences.save(conference, noted))


def _offices(meeting: Meeting) -> dict[str, object]:
    present = [role for role in meeting.called if _is_there(role, meeting)]
    counters = [role.name for role in present if not role.in_committee and role.is_official][:_COUNTERS]
    return {
        "body": meeting.body,
        "chair": present[0].uid,
        "chair_for_secretary": present[1].uid if len(present) > 1 else "",
        "recorder": present[1].uid if len(present) > 1 else "",
        "counting_team": "\n".join(counters),
    }


def _speakers(meeting: Meeting) -> tuple[Role, ...]:
    """Return who speaks: the members there, and who could not come, in writing; guests and exempt listen.

    On the evening for the one who was absent a few speak; the others have spoken.
    """
    if meeting.day == SUPPLEMENT_DAY:
        there = [role for role in meeting.called if _is_there(role, meeting)]
        return tuple(role for role in there if role.uid not in meeting.agenda)[:_FEW_SPEAK]
    written = {Case.AWAY, Case.ABSENT}
    return tuple(role for role in meeting.called if _is_there(role, meeting) or role.case in written)


def _is_there(role: Role, meeting: Meeting) -> bool:
    return (
        _presence(role, meeting)["presence"] in {Presence.PRESENT, Presence.LATE}
        and role.case is not Case.GUEST
    )


def _presence(role: Role, meeting: Meeting, sitting: int = 1) -> dict[str, object]:
    words = year_words()["conference"]
    excused = {Case.EXEMPT: words["exempt"], Case.AWAY: words["away"]}
    if meeting.day != SUPPLEMENT_DAY:
        excused[Case.ABSENT] = words["excused"]
    if role.case in excused:
        return {"presence": Presence.EXCUSED, "reason": excused[role.case]}
    if (
        role.case is Case.CAME
        and meeting.body is ConferenceBody.CELL
        and (meeting.day, sitting) == (CONFERENCE, 1)
    ):
        return {"presence": Presence.LATE, "arrived_at": _LATE_AT, "reason": words["late"]}
    return {"presence": Presence.PRESENT}
