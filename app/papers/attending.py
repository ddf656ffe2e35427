"""When and where a conference sat and who was there: one account for all its papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.domain.conferences import Attendance, Guest, Presence, Sitting
from app.domain.people import Person
from app.domain.probation import is_probationary_on
from app.papers import prose
from app.papers.blocks import line
from app.papers.content import Block
from app.papers.counts import two_digits
from app.papers.dates import blank_date, paper_date
from app.papers.meeting import HERE, Meeting, is_secretary

_HOUR = 60


def hour(meeting: Meeting, clock: str) -> str:
    """Return "07 giờ 30 phút" of "07:30"; dots of an unknown one."""
    hours, _, minutes = clock.partition(":")
    return meeting.words.text("hour", hour=hours, minute=minutes)


def time_and_place(meeting: Meeting) -> Iterator[Block]:
    """Yield each sitting with its hours, day and place, and how long all of them took."""
    words, sittings = meeting.words, meeting.sittings
    if len(sittings) <= 1:
        one = sittings[0] if sittings else None
        yield line(words.text("time", when=_when(meeting, one)), "body")
        yield prose.fact(words.text("place"), one.place if one else "")
    for place, one in enumerate(sittings if len(sittings) > 1 else (), start=1):
        told = {"number": str(place), "when": _when(meeting, one), "place": one.place}
        yield line(words.text("sitting", **told), "body")
    if whole := length(meeting):
        yield line(words.text("length", length=whole), "body")


def _when(meeting: Meeting, sitting: Sitting | None) -> str:
    held = sitting.held_on if sitting else None
    return meeting.words.text(
        "when",
        start=hour(meeting, sitting.started_at if sitting else ""),
        end=hour(meeting, sitting.ended_at if sitting else ""),
        date=paper_date(held) if held else blank_date(meeting.review.year.year),
    )


def length(meeting: Meeting) -> str:
    """Return how long the conference sat; nothing while an hour is not known."""
    spans = [_minutes(one.ended_at) - _minutes(one.started_at) for one in meeting.sittings]
    if not spans or any(not one.started_at or not one.ended_at for one in meeting.sittings) or min(spans) < 0:
        return ""
    hours, minutes = divmod(sum(spans), _HOUR)
    key = "hours_and_minutes" if minutes else "hours"
    return meeting.words.text(key, hours=two_digits(hours), minutes=two_digits(minutes))


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours or 0) * _HOUR + int(minutes or 0)


def composition(meeting: Meeting) -> Iterator[Block]:
    """Yield who was called, who came, who did not and why, guests, who chairs and who writes."""
    yield line(meeting.words.text("called", **counted(meeting, meeting.called)), "body")
    yield from _presence(meeting)
    yield from _from_outside(meeting)
    yield from leading(meeting)


def leading(meeting: Meeting) -> Iterator[Block]:
    """Yield who chairs, also while the bí thư is under review, and who writes the minutes."""
    words, conference = meeting.words, meeting.conference
    yield prose.fact(words.text("chair"), meeting.person(conference.chair))
    if meeting.is_blank or (conference.chair_for_secretary and _reviews_secretary(meeting)):
        stands_in = meeting.person(conference.chair_for_secretary)
        yield prose.fact(words.text("chair_for_secretary"), stands_in)
    yield prose.fact(words.text("recorder"), meeting.person(conference.recorder))


def counted(meeting: Meeting, people: Sequence[Person], *, known: bool = False) -> dict[str, str]:
    """Return numbers for a sentence; dots where nobody was called yet, unless `known`."""
    if not people and not known:
        return dict.fromkeys(("count", "official", "probationary"), "")
    probationary = sum(is_probationary_on(one.member, meeting.first_day) for one in people)
    return {
        "count": two_digits(len(people)),
        "official": two_digits(len(people) - probationary),
        "probationary": two_digits(probationary),
    }


def _presence(meeting: Meeting) -> Iterator[Block]:
    """Yield who was there; sitting by sitting only where it was not the same each time (R3-12)."""
    words = meeting.words
    if not meeting.called:
        yield line(words.text("present", **counted(meeting, ())), "body")
        yield prose.fact(words.text("absent_blank"), "", lines=2)
        return
    told = [of_sitting(meeting, meeting.attendance(one.uid)) for one in meeting.sittings]
    if all(one == told[0] for one in told):
        yield from (line(text, "body") for text in told[0])
        return
    for place, texts in enumerate(told, start=1):
        yield line(words.text("of_sitting", number=str(place)), "body")
        yield from prose.bullets(texts)


def of_sitting(meeting: Meeting, rows: Mapping[str, Attendance]) -> list[str]:
    """Return how many came to a sitting, then who came late, who did not and why, by name."""
    words = meeting.words.part("presence")
    found: dict[Presence, list[str]] = {presence: [] for presence in Presence}
    here = []
    for person in meeting.called:
        row = rows.get(person.uid)
        presence = row.presence if row else Presence.UNKNOWN
        here += [person] if presence in HERE else []
        found[presence].append(_named(meeting, person, row))
    texts = [meeting.words.text("present", **counted(meeting, here, known=True))]
    for presence in (Presence.LATE, Presence.EXCUSED, Presence.UNEXCUSED, Presence.UNKNOWN):
        if names := found[presence]:
            told = {"count": two_digits(len(names)), "names": "; ".join(names)}
            texts.append(words.text(presence.name.lower(), **told))
    return texts


def _named(meeting: Meeting, person: Person, row: Attendance | None) -> str:
    name = person.member.full_name
    if row is None:
        return name
    arrived = meeting.words.text("arrived", hour=hour(meeting, row.arrived_at)) if row.arrived_at else ""
    detail = ", ".join(filter(None, (arrived, row.reason.strip())))
    return meeting.words.text("name_and_detail", name=name, detail=detail) if detail else name


def _from_outside(meeting: Meeting) -> Iterator[Block]:
    words = meeting.words
    for from_above, key in ((True, "from_above"), (False, "guests")):
        guests = guests_of(meeting, from_above=from_above)
        names = "; ".join(guest_words(meeting, one) for one in guests)
        if names or not meeting.is_over:
            yield prose.fact(words.text(key), names)


def guest_words(meeting: Meeting, one: Guest) -> str:
    """Return who somebody from outside is, and why there."""
    who = ", ".join(filter(None, (one.name, one.post)))
    duty = meeting.words.text("duty", duty=one.duty) if one.duty else ""
    return meeting.words.text("name_and_detail", name=who, detail=duty) if duty else who


def guests_of(meeting: Meeting, *, from_above: bool) -> tuple[Guest, ...]:
    """Return who came from the upper committee, or the other guests, by name."""
    own = [one for one in meeting.review.year.guests if one.conference == meeting.conference.uid]
    own = [one for one in own if one.from_upper_committee is from_above]
    return tuple(sorted(own, key=lambda one: (one.name, one.uid)))


def _reviews_secretary(meeting: Meeting) -> bool:
    """Return whether the bí thư is reviewed here, or nobody is yet."""
    return not meeting.turns or any(is_secretary(meeting, one.target) for one in meeting.turns)
