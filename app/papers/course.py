"""How the review of a year went, for the plan and the report of it: dates, meetings, opinions, matters."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from app.domain.conferences import Conference, OpinionKind, Presence, Sitting
from app.domain.remediation import RemediationState
from app.domain.shortcomings import Shortcoming
from app.domain.suggestions import SuggestionPoint
from app.domain.targets import CELL, COLLECTIVE
from app.papers import prose
from app.papers.abouts import conference_name
from app.papers.counts import two_digits
from app.papers.dates import short_date
from app.papers.review import Review, called
from app.papers.wording import Wording

_THERE = frozenset({Presence.PRESENT, Presence.LATE})


def milestones(review: Review, words: Wording) -> tuple[str, ...]:
    """Return what was done on which day, in the order of days."""
    names = {one.code: one.name for one in (*review.rules.steps, *review.rules.deadlines)}
    done = sorted(
        (one for one in review.year.milestones if one.done_on), key=lambda one: (one.done_on, one.code)
    )
    return tuple(
        words.text("milestone", what=names.get(one.code) or one.note, day=short_date(one.done_on))
        for one in done
        if one.done_on and (one.code in names or one.note)
    )


def meetings(review: Review, words: Wording) -> Iterator[str]:
    """Yield each sitting of each conference: when, where, how many were there, and who came from above."""
    year = review.year
    of = {one.uid: one for one in year.conferences}
    held = [one for one in year.sittings if one.held_on and one.conference in of]
    for one in sorted(held, key=lambda one: (one.held_on or dt.date.max, one.started_at, one.position)):
        yield _sitting(review, of[one.conference], one, words)
    guests = dict.fromkeys((one.name, one.post) for one in year.guests if one.from_upper_committee)
    if guests:
        named = "; ".join(", ".join(filter(None, one)) for one in guests)
        yield words.text("guests", names=named)
    for order in sorted(year.re_review_orders, key=lambda one: one.dated_on):
        given = {"number": order.number, "date": short_date(order.dated_on)}
        yield words.text("reviewed_again", whom=called(review, order.target), **given)


def _sitting(review: Review, conference: Conference, one: Sitting, words: Wording) -> str:
    called = conference_name(review, conference.uid).split(",")[0]
    marked = [mark for mark in review.year.attendance if mark.sitting == one.uid and mark.presence]
    there = sum(mark.presence in _THERE for mark in marked)
    times = (
        words.text("times", start=_clock(one.started_at, words), end=_clock(one.ended_at, words))
        if one.started_at and one.ended_at
        else ""
    )
    given = {"body": called, "date": short_date(one.held_on) if one.held_on else "", "times": times or " "}
    told = " ".join(words.text("sitting", **given).split())
    if one.place:
        told += words.text("place", place=one.place)
    if marked:
        told += words.text("there", there=two_digits(there), all=two_digits(len(marked)))
    return f"{told}."


def _clock(time: str, words: Wording) -> str:
    hour, minute = time.split(":")
    return words.text("clock", hour=hour, minute=minute)


def opinions(review: Review, words: Wording) -> str:
    """Return how many opinions were given, of which kind, to whom; empty where there are none."""
    found = review.outlook.opinions
    if not found:
        return ""
    kinds = Counter(one.kind for one in found)
    to_collective = sum(one.target in {COLLECTIVE, CELL} for one in found)
    return words.text(
        "opinions",
        count=two_digits(len(found)),
        collective=two_digits(to_collective),
        persons=two_digits(len(found) - to_collective),
        **{one.value: two_digits(kinds[one]) for one in OpinionKind},
    )


def concluded(review: Review) -> tuple[tuple[str, Sequence[Shortcoming]], ...]:
    """Return the concluded shortcomings by whose they are: collective, cell, persons by post and name."""
    counting = [one for one in review.year.shortcomings if one.counts]
    persons = [person.uid for person in review.in_order({one.target for one in counting})]
    order = [COLLECTIVE, CELL, *persons]
    groups = (
        (uid, sorted((o for o in counting if o.target == uid), key=lambda o: o.position)) for uid in order
    )
    return tuple((called(review, uid), own) for uid, own in groups if own)


def suggested(review: Review) -> tuple[SuggestionPoint, ...]:
    """Return what was suggested: to the collective first, then to persons by post and name."""
    points = review.year.suggestion_points
    place = {person.uid: at for at, person in enumerate(review.in_order({one.target for one in points}))}
    return tuple(sorted(points, key=lambda one: (place.get(one.target, -1), one.letter, one.position)))


def suggestion_results(review: Review, words: Wording) -> tuple[str, ...]:
    """Return each suggested matter with what the conference concluded on its explanation."""
    told = {one.point: one.text for one in review.year.suggestion_conclusions}
    explained = {one.point for one in review.year.explanations if one.finished_on or one.text.strip()}
    lines = []
    for one in suggested(review):
        text = " ".join(one.text.split()).rstrip(".")
        result = told.get(one.uid, "") or words.text("explained" if one.uid in explained else "unexplained")
        lines.append(
            words.text("suggestion", whom=called(review, one.target), text=text, result=prose.ended(result))
        )
    return tuple(lines)


def corrections(review: Review, words: Wording) -> str:
    """Return how many matters the plan of correction has, and how far they have come; empty without any."""
    items = review.year.remediation_items
    states = Counter(one.state for one in items)
    if not items:
        return ""
    counts = {one.value: two_digits(states[one]) for one in RemediationState}
    return words.text("corrections", count=two_digits(len(items)), **counts)


def objections(review: Review, words: Wording) -> tuple[str, ...]:
    """Return each objection: whose, when received and sent up, and its outcome; not its text."""
    told = []
    for one in sorted(review.year.objections, key=lambda one: one.received_on):
        parts = [words.text("objection", whom=called(review, one.target), date=short_date(one.received_on))]
        if one.sent_up_on:
            parts.append(words.text("sent_up", date=short_date(one.sent_up_on)))
        outcome = " ".join(one.outcome.split()).rstrip(".")
        parts.append(words.text("outcome", outcome=outcome) if outcome else words.text("no_outcome"))
        told.append(f"{'; '.join(parts)}.")
    return tuple(told)
