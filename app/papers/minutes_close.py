"""The end of the minutes: guidance from above, conclusions, reserved opinions, reading back, the hour."""

from __future__ import annotations

from collections.abc import Iterator

from app.papers import prose
from app.papers.answers import answer_lines
from app.papers.attending import guests_of, hour
from app.papers.blocks import line
from app.papers.content import Block
from app.papers.dates import blank_date, paper_date
from app.papers.kind import Subject
from app.papers.meeting import Meeting
from app.papers.own_layer import shared_words
from app.papers.turn_account import labelled, said_under
from app.papers.wording import Wording


def guidance(held: Meeting, words: Wording) -> Iterator[Block]:
    """Yield what each one from above directed (R5-01); nothing where nobody was there."""
    guests = guests_of(held, from_above=True)
    for one in guests:
        who = ", ".join(filter(None, (one.name, one.post)))
        yield from said_under(words.text("guided", who=who), one.guidance)
    if not guests and not held.is_over:
        yield from prose.written("")


def conclusions(held: Meeting, subject: Subject, words: Wording, kind: str) -> Iterator[Block]:
    """Yield remarks on spirit (R3-15), the conclusion, reserved opinions, and what was kept with a reason."""
    conference = held.conference
    yield from said_under(words.text("general_note"), conference.general_note)
    yield from said_under(words.text("general_conclusion"), conference.general_conclusion)
    reserved = [one for one in held.review.year.reservations if one.conference == conference.uid]
    if reserved:
        names = {
            one.uid: place for place, one in enumerate(held.review.in_order({r.member_uid for r in reserved}))
        }
        yield labelled(words.text("reserved"))
        for one in sorted(reserved, key=lambda one: (names.get(one.member_uid, 0), one.uid)):
            yield from prose.bullets(
                [words.text("reserved_one", who=held.comrade(one.member_uid), text=one.text)]
            )
    elif held.is_blank:
        yield prose.fact(words.text("reserved"), "", lines=2)
    yield from _answers(held, subject, kind)


def _answers(held: Meeting, subject: Subject, kind: str) -> Iterator[Block]:
    """Yield what the cell kept with its reason; the answers that the papers have to say (rulings.md 2.7)."""
    words = shared_words("answers", held.review)
    said = answer_lines(held.review.year, kind, subject.paper.dated_on, words) if subject.paper else ()
    if said and not held.is_blank:
        yield line(words.text("heading"), "body")
        yield from (line(words.text("line", text=one), "body") for one in said)


def end(held: Meeting, words: Wording) -> Iterator[Block]:
    """Yield that the minutes were read back and adopted, as far as they were, and when it was over."""
    if held.conference.read_back:
        yield line(words.text("read_back"), "body")
    else:
        yield prose.fact(words.text("not_read_back"), "")
    last = held.sittings[-1] if held.sittings else None
    date = paper_date(last.held_on) if last and last.held_on else blank_date(held.review.year.year)
    yield line(words.text("ended", hour=hour(held, last.ended_at if last else ""), date=date), "body")
