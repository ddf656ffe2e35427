"""The kinds of small records of a whole conference: itself, its sittings, its guests, its end."""

from __future__ import annotations

from app.domain.conferences import (
    Conference,
    ConferenceFields,
    ConferenceState,
    Guest,
    GuestFields,
    Reservation,
    ReservationFields,
    Sitting,
    SittingFields,
)
from ui.forms.record_kind import Choices, Owner, RecordKind, refuse_blank
from ui.forms.record_values import Values
from ui.pages.conference_scene import Scene
from ui.texts import conference as words
from ui.texts import conference_fields as told
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

_STATES = {
    ConferenceState.PLANNED: State.OPEN,
    ConferenceState.OPEN: State.PARTLY,
    ConferenceState.CLOSED: State.DONE,
}


def member_choices(scene: Scene) -> Choices:
    """Return the members to choose from, nobody first."""
    return [("", told.NOBODY), *scene.people()]


def conference_name(scene: Scene, uid: str) -> str:
    """Return how a conference is called: "Chi bộ · 04/12/2017"."""
    view = next((one for one in scene.views if one.conference.uid == uid), None)
    if view is None:
        return words.NEW_CONFERENCE
    one = view.conference
    days = [words.DAY.format(date=sitting.held_on) for sitting in view.sittings if sitting.held_on]
    parts = [one.party_group or words.BODIES[one.body], days[0] if days else words.NO_DAY]
    if one.round_number > 1:
        parts.append(words.ROUND.format(number=one.round_number))
    return " · ".join(parts)


def conference_kind(scene: Scene) -> RecordKind[Conference]:
    """Return the conferences of the year."""
    service = scene.core.review.conferences

    def say(one: Conference) -> Lines:
        view = next(found for found in scene.views if found.conference.uid == one.uid)
        chair = view.meeting.review.name(one.chair)
        second = " · ".join(filter(None, (words.STATES[one.state], chair)))
        return Lines(conference_name(scene, one.uid), "", second, _STATES[one.state])

    def add(owner: Owner, values: Values) -> Conference:
        refuse_blank(values, "chair", "recorder", "party_group", "counting_team")
        made = service.add(owner.year, values)
        scene.chosen = made.uid
        return made

    people = ("chair", "recorder", "chair_for_secretary")
    return RecordKind(
        name="conference",
        fields=ConferenceFields,
        texts=told.CONFERENCE,
        words=told.CONFERENCE_WORDS,
        say=say,
        rows=lambda _owner: [one.conference for one in scene.views],
        add=add,
        save=service.save,
        remove=scene.core.review.corrections.remove,
        choices={name: lambda _owner: [("", told.NOBODY), *scene.everybody()] for name in people},
        begin=lambda _owner: {"round_number": 1},
    )


def close_kind(scene: Scene) -> RecordKind[Conference]:
    """Return what is said of a conference as a whole at its end."""

    return RecordKind(
        name="close",
        fields=ConferenceFields,
        texts=told.CLOSE,
        words=told.CLOSE_WORDS,
        say=lambda one: Lines(
            told.CLOSE_WORDS.title, "", one.general_conclusion or words.NOTHING, _STATES[one.state]
        ),
        rows=lambda _owner: [scene.view.conference] if scene.view else [],
        add=None,
        save=scene.core.review.conferences.save,
    )


def sitting_kind(scene: Scene) -> RecordKind[Sitting]:
    """Return the sittings of the conference in sight."""
    service = scene.core.review.conferences

    def say(one: Sitting) -> Lines:
        day = words.DAY.format(date=one.held_on) if one.held_on else words.NO_DAY
        hours = words.HOURS.format(start=one.started_at or "…", end=one.ended_at or "…")
        first = f"{words.SITTING.format(number=one.position)} · {day}"
        is_whole = bool(one.held_on and one.started_at and one.ended_at)
        return Lines(first, hours, one.place, State.DONE if is_whole else State.PARTLY)

    def add(_owner: Owner, values: Values) -> Sitting:
        refuse_blank(values, *told.SITTING)
        sittings = scene.view.sittings if scene.view else ()
        place = max((one.position for one in sittings), default=0) + 1
        return service.put_sitting(scene.conference, place, values)

    def save(one: Sitting, values: Values) -> Sitting:
        refuse_blank(values, *told.SITTING)
        return service.put_sitting(scene.conference, one.position, values)

    def begin(_owner: Owner) -> Values:
        """Begin where the sitting before was held, on its day: the afternoon follows the morning."""
        sittings = scene.view.sittings if scene.view else ()
        last = max(sittings, key=lambda one: one.position, default=None)
        return {"held_on": last.held_on or "", "place": last.place} if last else {}

    return RecordKind(
        name="sitting",
        fields=SittingFields,
        texts=told.SITTING,
        words=told.SITTING_WORDS,
        say=say,
        rows=lambda _owner: scene.view.sittings if scene.view else (),
        add=add,
        save=save,
        remove=scene.core.review.corrections.remove,
        begin=begin,
    )


def guest_kind(scene: Scene) -> RecordKind[Guest]:
    """Return who came from outside."""
    service = scene.core.review.conferences

    def rows(owner: Owner) -> list[Guest]:
        return [one for one in scene.core.review.whole(owner.year).guests if one.conference == owner.uid]

    return RecordKind(
        name="guest",
        fields=GuestFields,
        texts=told.GUEST,
        words=told.GUEST_WORDS,
        say=lambda one: Lines(one.name, one.post, one.guidance or one.duty, State.NOTE),
        rows=rows,
        add=lambda _owner, values: service.add_guest(scene.conference, values),
        save=service.save_guest,
        remove=service.remove_guest,
    )


def reservation_kind(scene: Scene) -> RecordKind[Reservation]:
    """Return the opinions that members reserve at their own wish (rulings.md 3.6)."""
    review = scene.core.review

    def rows(owner: Owner) -> list[Reservation]:
        return [one for one in review.whole(owner.year).reservations if one.conference == owner.uid]

    def add(_owner: Owner, values: Values) -> Reservation:
        member, text = str(values["member_uid"]), str(values["text"])
        return review.conferences.reserve(scene.conference, member, text)

    return RecordKind(
        name="reservation",
        fields=ReservationFields,
        texts=told.RESERVE,
        words=told.RESERVE_WORDS,
        say=lambda one: Lines(scene.name(one.member_uid), "", one.text, State.NOTE),
        rows=rows,
        add=add,
        save=review.corrections.save,
        remove=review.corrections.remove,
        choices={"member_uid": lambda _owner: member_choices(scene)},
        prefix="reservation_",
    )
