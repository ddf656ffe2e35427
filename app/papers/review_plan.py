"""Kế hoạch kiểm điểm of the year (regime-2014-2017.md 10.1): bases, whom and what, focal points, timetable.

Steps and those who do them are the rule set's, days are the cell's own milestones or else the rule set's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.targets import COLLECTIVE
from app.papers import blocks, course, legal_bases, prose, signatures, tables
from app.papers.content import Block, Document, Leader, Table
from app.papers.counts import two_digits
from app.papers.dates import short_date
from app.papers.kind import Subject
from app.papers.review import Review, called, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.rules.stages import due_day
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the plan; before the cycle is begun a form that a pen finishes."""
    review, sheet = review_of(year, subject.day, words.tone), signatures.Sheet(profile, profile.page)
    named = {"cell": year.cell.name, "year": str(year.year)}
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        profile.page,
        (
            blocks.head(year, subject, words, profile, profile.page),
            *blocks.title(words.text("type_name"), words.text("subject", **named), profile),
            *legal_bases.lines(review),
            blocks.line(words.text("opening", **named), "body"),
            prose.heading(words.text("purpose")),
            *prose.bullets(words.texts("purposes")),
            *_contents(review, words),
            *_focus(review, words),
            prose.heading(words.text("timetable")),
            *prose.below_text(_timetable(review, words, sheet)),
            *_assignments(review, subject, words),
            signatures.issued(year, subject, words, sheet),
        ),
    )


def _contents(review: Review, words: Wording) -> Iterator[Block]:
    rules = review.rules
    yield prose.heading(words.text("contents"))
    if rules.areas:
        yield blocks.line(words.text("areas"), "body")
        yield from prose.bullets([f"{one.name}." for one in rules.areas])
    forms = [one for one in rules.forms if one.paper == "self_review"]
    if forms:
        named = "; ".join(f"{one.name}, {one.number}" if one.number else one.name for one in forms)
        yield blocks.line(words.text("forms", forms=named), "body")
    yield blocks.line(_population(review, words), "body")
    if rules.order:
        yield blocks.line(words.text("order"), "body")
        yield from prose.bullets([f"{one.name}." for one in rules.order])


def _population(review: Review, words: Wording) -> str:
    roster, collective = review.outlook.roster, review.name(COLLECTIVE)
    known = bool(roster.population)
    return words.text(
        "objects_none" if review.collective == "none" else "objects",
        collective=collective[:1].lower() + collective[1:],
        reviewed=two_digits(len(roster.reviewed) if known else None),
        rated=two_digits(len(roster.rated) if known else None),
    )


def _focus(review: Review, words: Wording) -> Iterator[Block]:
    cycle = review.cycle
    points = [one for one in (cycle.focal_points if cycle else "").split("\n") if one.strip()]
    yield prose.heading(words.text("focus"))
    yield from prose.bullets([prose.ended(one) for one in points]) or (Leader("", "body", lines=3),)
    yield prose.subheading(words.text("suggestions"))
    yield from _suggestions(review, words)
    yield prose.subheading(words.text("lessons"))
    yield from prose.written(cycle.lessons_of_last_year if cycle else "", 2)


def _suggestions(review: Review, words: Wording) -> Sequence[Block]:
    letters = {one.uid: one for one in review.year.suggestion_letters}
    told = []
    for one in course.suggested(review):
        letter = letters.get(one.letter)
        given = {"whom": called(review, one.target), "text": prose.ended(one.text)}
        if letter and letter.dated_on and letter.number:
            dated = short_date(letter.dated_on)
            told.append(words.text("suggestion_of_letter", number=letter.number, date=dated, **given))
        else:
            told.append(words.text("suggestion", **given))
    return prose.bullets(told) or (Leader("", "body", lines=2),)


def _timetable(review: Review, words: Wording, sheet: signatures.Sheet) -> Table:
    own = {one.code: one for one in review.year.milestones}
    part, rules = words.part("steps"), review.rules
    steps = [(one.code, one.name, one.actor) for one in rules.steps]
    known = {one.code for one in rules.steps}
    steps += [
        (one.code, one.name, "") for one in rules.deadlines if one.code not in known and one.code in own
    ]
    rows = []
    for place, (code, name, actor) in enumerate(steps, start=1):
        milestone, due = own.get(code), due_day(review.year, rules, code)
        doer = (milestone.done_by if milestone else "") or actor
        day = short_date(due) if due else ""
        rows.append(tables.Row({"place": str(place), "step": name, "actor": doer, "due": day}))
    return tables.table(tables.columns(part), rows, sheet.page, part)


def _assignments(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    """Yield who chairs, writes and counts, as the conference has it, and what else was entered."""
    yield prose.heading(words.text("assignments"))
    conference = next((one for one in review.year.conferences if one.round_number == 1), None)
    named = {
        key: ", ".join(filter(None, [review.name(uid), review.post(uid)])) if uid else ""
        for key, uid in (
            ("chair", conference.chair if conference else ""),
            ("chair_for_secretary", conference.chair_for_secretary if conference else ""),
            ("recorder", conference.recorder if conference else ""),
        )
    }
    team = conference.counting_team if conference else ""
    named["counting_team"] = ", ".join(line.strip() for line in team.split("\n") if line.strip())
    for key, value in named.items():
        yield prose.fact(words.named("roles", key), value)
    body = subject.paper.body if subject.paper else ""
    if body.strip() or subject.paper is None:
        yield from prose.written(body, 2)
