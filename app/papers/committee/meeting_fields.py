"""Fields of papers about a conference and about a vote in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.domain.conferences import Presence, Sitting
from app.papers import minutes_close, minutes_review, minutes_votes, tally_minutes
from app.papers.attending import counted, guest_words, guests_of, hour, length, of_sitting
from app.papers.committee.told import Told, said
from app.papers.counts import two_digits
from app.papers.dates import paper_date, short_date
from app.papers.meeting import AWAY, HERE, lines_of
from app.papers.review_minutes import KIND, subject_line

Value = Callable[[Told], str]


def _first(told: Told) -> Sitting | None:
    return next(iter(told.meeting.sittings), None)


def _last(told: Told) -> Sitting | None:
    return told.meeting.sittings[-1] if told.meeting.sittings else None


def _hour(told: Told, clock: str) -> str:
    return hour(told.meeting, clock) if clock else ""


def _start(told: Told) -> str:
    first = _first(told)
    return first.started_at if first else ""


def _end(told: Told) -> str:
    last = _last(told)
    return last.ended_at if last else ""


def _date(told: Told) -> str:
    first = _first(told)
    return paper_date(first.held_on) if first and first.held_on else ""


def _short_date(told: Told) -> str:
    first = _first(told)
    return short_date(first.held_on) if first and first.held_on else ""


def _place(told: Told) -> str:
    return "; ".join(dict.fromkeys(one.place for one in told.meeting.sittings if one.place))


def _called(name: str) -> Value:
    return lambda told: counted(told.meeting, told.meeting.called)[name]


def _presences(told: Told) -> list[Presence]:
    last = _last(told)
    rows = told.meeting.attendance(last.uid) if last else {}
    return [rows[one.uid].presence for one in told.meeting.called if one.uid in rows]


def _number_of(kinds: frozenset[Presence]) -> Value:
    def value(told: Told) -> str:
        found = _presences(told)
        return two_digits(sum(one in kinds for one in found)) if found else ""

    return value


def _attendance(told: Told) -> str:
    last = _last(told)
    return "\n".join(of_sitting(told.meeting, told.meeting.attendance(last.uid))) if last else ""


def _absent(told: Told) -> str:
    last = _last(told)
    rows = told.meeting.attendance(last.uid) if last else {}
    away = [one for one in told.meeting.called if one.uid in rows and rows[one.uid].presence in AWAY]
    named = ((one.member.full_name, rows[one.uid].reason.strip()) for one in away)
    return "; ".join(f"{name} ({reason})" if reason else name for name, reason in named)


def _guests(told: Told, *, from_above: bool) -> str:
    found = guests_of(told.meeting, from_above=from_above)
    return "; ".join(guest_words(told.meeting, one) for one in found)


def _reserved(told: Told) -> str:
    own = [one for one in told.year.reservations if one.conference == told.meeting.conference.uid]
    return "\n".join(f"{told.meeting.comrade(one.member_uid)}: {one.text}" for one in own)


def _minutes(told: Told) -> Mapping[str, Callable[[], str]]:
    words, page, held = told.words_of(KIND), told.profile.page, told.meeting
    return {
        "collective": lambda: said(minutes_review.collective(held, words, page)),
        "members": lambda: said(minutes_review.members(held, words, page)),
        "votes": lambda: said(minutes_votes.votes(held, words)),
        "guidance": lambda: said(minutes_close.guidance(held, words)),
        "conclusions": lambda: said(minutes_close.conclusions(held, told.subject, words, KIND)),
    }


def _part(name: str) -> Value:
    return lambda told: "" if told.meeting.is_blank else _minutes(told)[name]()


MEETING: Mapping[str, Value] = {
    "meeting.subject": lambda told: (
        "" if told.meeting.is_blank else subject_line(told.meeting, told.words_of(KIND))
    ),
    "meeting.start": lambda told: _hour(told, _start(told)),
    "meeting.start_hour": lambda told: _start(told).partition(":")[0],
    "meeting.start_minute": lambda told: _start(told).partition(":")[2],
    "meeting.end": lambda told: _hour(told, _end(told)),
    "meeting.end_hour": lambda told: _end(told).partition(":")[0],
    "meeting.end_minute": lambda told: _end(told).partition(":")[2],
    "meeting.length": lambda told: length(told.meeting),
    "meeting.date": _date,
    "meeting.short_date": _short_date,
    "meeting.place": _place,
    "meeting.chair": lambda told: told.meeting.person(told.meeting.conference.chair),
    "meeting.chair_name": lambda told: told.review.name(told.meeting.conference.chair),
    "meeting.chair_for_secretary": lambda told: told.meeting.person(
        told.meeting.conference.chair_for_secretary
    ),
    "meeting.recorder": lambda told: told.meeting.person(told.meeting.conference.recorder),
    "meeting.recorder_name": lambda told: told.review.name(told.meeting.conference.recorder),
    "meeting.called": _called("count"),
    "meeting.called_official": _called("official"),
    "meeting.called_probationary": _called("probationary"),
    "meeting.present": _number_of(HERE),
    "meeting.absent": _number_of(AWAY),
    "meeting.attendance": _attendance,
    "meeting.absent_names": _absent,
    "meeting.from_above": lambda told: _guests(told, from_above=True),
    "meeting.guests": lambda told: _guests(told, from_above=False),
    "meeting.counting_team": lambda told: minutes_votes.counting_team(told.meeting, told.words_of(KIND)),
    "meeting.collective": _part("collective"),
    "meeting.members": _part("members"),
    "meeting.votes": _part("votes"),
    "meeting.guidance": _part("guidance"),
    "meeting.general_note": lambda told: told.meeting.conference.general_note,
    "meeting.general_conclusion": lambda told: told.meeting.conference.general_conclusion,
    "meeting.reserved": _reserved,
    "meeting.conclusions": _part("conclusions"),
}


def _number(name: str) -> Value:
    return lambda told: two_digits(getattr(told.vote.ballot, name)) if told.vote.ballot else ""


def _team(told: Told) -> Sequence[str]:
    return lines_of(told.vote.meeting.conference.counting_team)


def _way(told: Told) -> str:
    if told.vote.ballot is None:
        return ""
    return told.words_of(KIND).text("secret" if told.vote.ballot.is_secret else "open")


def _left_out(told: Told) -> str:
    return "; ".join(_away(told))


def _away(told: Told) -> Iterator[str]:
    words = told.words
    for person, kind in told.vote.left_out():
        yield words.text("left_out", name=person.member.full_name, why=words.named("standings", kind))


def _held_on(told: Told) -> str:
    ballot = told.vote.ballot
    return paper_date(ballot.held_on) if ballot and ballot.held_on else ""


VOTE: Mapping[str, Value] = {
    "vote.date": _held_on,
    "vote.hour": lambda told: _hour(told, told.vote.ballot.held_at if told.vote.ballot else ""),
    "vote.place": lambda told: told.vote.place,
    "vote.way": _way,
    "vote.convened": _number("convened"),
    "vote.official_present": _number("official_present"),
    "vote.issued": _number("issued"),
    "vote.returned": _number("returned"),
    "vote.valid": _number("valid"),
    "vote.invalid": _number("invalid"),
    "vote.deducted": _number("deducted"),
    "vote.base": lambda told: two_digits(told.vote.base) if told.vote.ballot else "",
    "vote.left_out": _left_out,
    "vote.no_majority": lambda told: said(tally_minutes.no_majority(told.vote, told.words)),
    "vote.conclusion": lambda told: told.vote.ballot.conclusion if told.vote.ballot else "",
    "vote.head": lambda told: next(iter(_team(told)), ""),
    "vote.team": lambda told: "\n".join(_team(told)),
}
