"""What the minutes tell of a turn: opinions, explained points, answer, conclusion.

Neither hours nor minutes of a turn are told, and never an opinion that was taken back (rulings.md 3.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.conferences import Opinion, OpinionKind, ReviewTurn
from app.domain.self_reviews import SelfReview
from app.domain.shortcomings import Shortcoming
from app.papers import prose
from app.papers.blocks import line
from app.papers.carried import Writer, explanation_lines, points_of
from app.papers.content import Block, PageSetup, Paragraph, Run
from app.papers.grids import blank_rows, columns_of, grid
from app.papers.meeting import Meeting, lines_of
from app.papers.own_layer import shared_words
from app.papers.wording import Wording

_COLUMNS = (
    (OpinionKind.STRENGTH,),
    (OpinionKind.SHORTCOMING,),
    (OpinionKind.PROPOSAL, OpinionKind.QUESTION),
)
"""Kinds of opinion by column of the table on the collective."""


def opinion_table(meeting: Meeting, target: str, words: Wording, page: PageSetup) -> tuple[Block, ...]:
    """Return who said what of the collective, a row for each speaker; empty rows for a pen."""
    by_speaker: dict[str, list[Opinion]] = {}
    for one in meeting.opinions(target):
        by_speaker.setdefault(one.speaker, []).append(one)
    columns = columns_of(words)
    rows = [
        [meeting.review.name(speaker), *(_said(meeting, own, kinds) for kinds in _COLUMNS)]
        for speaker, own in by_speaker.items()
    ]
    height = 0 if rows else words.values["blank_row_mm"]
    table = grid(columns, rows or blank_rows(columns, words.values["blank_rows"]), page, height)
    return prose.below_text(table)


def _said(meeting: Meeting, own: list[Opinion], kinds: tuple[OpinionKind, ...]) -> str:
    found = (one for one in own if one.kind in kinds)
    return "\n".join(
        meeting.words.text("in_writing", text=one.text.strip()) if one.in_writing else one.text
        for one in found
    )


def opinion_lines(meeting: Meeting, target: str) -> Iterator[Block]:
    """Yield what each speaker said of a member, in order; dotted lines where nobody did."""
    words, found = meeting.words, meeting.opinions(target)
    yield labelled(words.text("opinions"))
    if not found:
        yield from prose.written("")
    for one in found:
        first, *others = lines_of(one.text) or [""]
        key = "opinion_in_writing" if one.in_writing else "opinion"
        speaker = meeting.comrade(one.speaker)
        told = {"speaker": speaker[:1].upper() + speaker[1:], "kind": words.named("kinds", one.kind)}
        yield line(words.text(key, **told, text=first), "body")
        yield from (line(text, "body") for text in others)


def explained(meeting: Meeting, target: str, page: PageSetup) -> Iterator[Block]:
    """Yield each point suggested from above, its explanation, and what the conference concluded on it.

    Of a conference that is over and concluded nothing on a point, as chi ủy's may, there is no line for it.
    """
    own: SelfReview | None = meeting.review.outlook.self_reviews.get(target)
    writer = Writer(meeting.review, target, own.round_number if own else 1, "", "", page)
    concluded = {
        one.point: one.text
        for one in meeting.review.year.suggestion_conclusions
        if one.conference == meeting.conference.uid
    }
    for point, told in points_of(meeting.review, target):
        yield from explanation_lines(writer, point, told)
        said = concluded.get(point.uid, "")
        if said.strip() or not meeting.is_over:
            yield from said_under(meeting.words.text("point_conclusion"), said)


def concluded(meeting: Meeting, target: str, turn: ReviewTurn | None) -> Iterator[Block]:
    """Yield the answer, the chair's conclusion, role and responsibility, and concluded shortcomings."""
    words = meeting.words
    yield from said_under(words.text("answer"), turn.answer if turn else "")
    if turn is None or turn.role_and_responsibility.strip():
        yield from said_under(words.text("role"), turn.role_and_responsibility if turn else "")
    yield from said_under(words.text("conclusion"), turn.conclusion if turn else "")
    found = _shortcomings(meeting, target)
    if found:
        yield labelled(words.text("concluded"))
        yield from prose.bullets([_shortcoming(meeting, one) for one in found])
    elif turn is None:
        yield from said_under(words.text("concluded"), "")


def _shortcomings(meeting: Meeting, target: str) -> list[Shortcoming]:
    """Return what this conference concluded of the subject and never withdrew (rulings.md 1.1)."""
    own = (
        one
        for one in meeting.review.year.shortcomings
        if one.target == target and one.counts and one.conference == meeting.conference.uid
    )
    return sorted(own, key=lambda one: (one.position, one.uid))


def _shortcoming(meeting: Meeting, one: Shortcoming) -> str:
    """Return what was concluded: the matter, its signs, causes, and who answers for it (3993-CV, điểm 2)."""
    words = meeting.words
    told = words.text(
        "concluded_one",
        degree=words.named("degrees", one.degree),
        text=" ".join(one.text.split()).rstrip(".; "),
    )
    carried = shared_words("carried", meeting.review)
    parts = (
        (words, "sign", one.sign),
        (carried, "own_cause", one.cause),
        (carried, "outer_cause", one.outer_cause),
        (carried, "responsibility", one.responsibility),
    )
    said = (own.text(key, text=prose.ended(text)) for own, key, text in parts if text.strip())
    return " ".join((told, *said))


def labelled(label: str) -> Paragraph:
    """Return a small heading of a part of the account, in italics."""
    return Paragraph((Run(label, italic=True),), "clause_title")


def said_under(label: str, text: str) -> Iterator[Block]:
    """Yield a label and what somebody said under it; on the same line where it is one paragraph."""
    parts = lines_of(text)
    if len(parts) == 1:
        yield Paragraph((Run(label, italic=True), Run(f" {prose.ended(parts[0])}")), "body")
        return
    yield labelled(label)
    yield from prose.written(text)
