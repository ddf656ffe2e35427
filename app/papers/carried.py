"""What the program knows of a section already: each is one record, wherever it prints.

A section of a form says by ``carries`` which of these it takes (rulings.md 9.1). What the author typed in the
section stands first; a record whose words stand there already is not said twice. Explanations and earlier
shortcomings come from their records alone, so that editing one changes every paper that prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.common.messages import decimal
from app.common.text import fold
from app.domain.commitments import AssignedTask, Degree, Outcome, ProgrammeItem
from app.domain.scores import ScoredBy
from app.domain.self_reviews import CorrectionState
from app.domain.shortcomings import Origin
from app.domain.suggestions import Explanation, SuggestionPoint
from app.domain.targets import CELL, COLLECTIVE
from app.papers import blocks, prose
from app.papers.content import Block, PageSetup, Paragraph
from app.papers.dates import short_date
from app.papers.own_layer import shared_words
from app.papers.review import Review
from app.papers.wording import Wording
from app.rules.subject_facts import codes_of, frame_of


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes a form, in which round, and on which page."""

    review: Review
    target: str
    round_number: int
    level: str
    sub_reason: str
    page: PageSetup

    @property
    def words(self) -> Wording:
        """Return the wording of what is carried."""
        return shared_words("carried", self.review)


def section_blocks(writer: Writer, carries: str, typed: str) -> tuple[Block, ...]:
    """Return the body of a section: what was typed, and what its records add; dotted lines for nothing."""
    found = tuple(_CARRIED[carries](writer, typed)) if carries in _CARRIED else ()
    if carries in TYPED_NO_MORE and found:
        return found
    return (*blocks.prose(typed), *found) or prose.written("")


def explanation_lines(
    writer: Writer, point: SuggestionPoint, told: Explanation | None
) -> Iterator[Paragraph]:
    """Return a suggested matter and its explanation, each part of it under its own name."""
    words = writer.words
    letter = next((one for one in writer.review.year.suggestion_letters if one.uid == point.letter), None)
    if letter and letter.number and letter.dated_on:
        given = {"number": letter.number, "date": short_date(letter.dated_on), "text": point.text}
        yield blocks.line(words.text("suggestion_of_letter", **given), "body")
    else:
        yield blocks.line(words.text("suggestion", text=point.text), "body")
    parts = (
        {}
        if told is None
        else {
            "explanation": told.text,
            "cause": told.cause,
            "responsibility": told.responsibility,
            "measures": told.measures,
        }
    )
    for key in ("explanation", "cause", "responsibility", "measures"):
        yield from blocks.prose(words.text(key, text=parts.get(key, "")))


def points_of(review: Review, target: str) -> list[tuple[SuggestionPoint, Explanation | None]]:
    """Return what was suggested to `target`, in order, each with its explanation."""
    told = {one.point: one for one in review.year.explanations}
    own = [one for one in review.year.suggestion_points if one.target == target]
    return [(one, told.get(one.uid)) for one in sorted(own, key=lambda one: (one.letter, one.position))]


def _earlier(writer: Writer, typed: str) -> Iterator[Block]:
    del typed
    words = writer.words
    own = [one for one in writer.review.year.answered() if one.target == writer.target]
    for one in sorted(own, key=lambda one: one.position):
        state = words.named("states", one.correction or CorrectionState.UNKNOWN.name.lower())
        given = {"text": _bare(one.text), "year": str(one.from_year), "state": state}
        if one.result:
            told = words.text("earlier_result", **given, result=prose.ended(one.result))
        else:
            told = words.text("earlier", **given)
        yield from prose.bullets([told])


def _suggestions(writer: Writer, typed: str) -> Iterator[Block]:
    del typed
    for point, told in points_of(writer.review, writer.target):
        yield from explanation_lines(writer, point, told)


def _commitment(writer: Writer, typed: str) -> Iterator[Block]:
    words, year = writer.words, writer.review.year
    own = {one.uid for one in year.commitments if one.member_uid == writer.target}
    items = [one for one in year.commitment_items if one.commitment in own]
    for one in sorted(items, key=lambda one: one.position):
        if _is_told(one.content, typed):
            continue
        given = {
            "content": _bare(one.content),
            "state": words.named("states", one.degree or Degree.UNKNOWN.name.lower()),
        }
        if one.result:
            told = words.text("promise_result", **given, result=prose.ended(one.result))
        else:
            told = words.text("promise", **given)
        yield from prose.bullets([told])


def _shortcomings(writer: Writer, typed: str) -> Iterator[Block]:
    """Only what the author names himself; what others concluded stands in the minutes."""
    words = writer.words
    own = [
        one
        for one in writer.review.year.shortcomings
        if one.target == writer.target
        and one.round_number == writer.round_number
        and one.origin is Origin.SELF_ADMITTED
        and one.withdrawn_on is None
    ]
    for one in sorted(own, key=lambda one: one.position):
        if _is_told(one.text, typed):
            continue
        yield from prose.bullets([" ".join(filter(None, [f"{_bare(one.text)}.", one.sign]))])
        for key, text in (("own_cause", one.cause), ("outer_cause", one.outer_cause)):
            if text:
                yield blocks.line(words.text(key, text=prose.ended(text)), "body")


def _responsibilities(writer: Writer, typed: str) -> Iterator[Block]:
    """Of the collective who answers for what; of a member his part in the collective's shortcomings."""
    words, review = writer.words, writer.review
    shortcomings = {one.uid: one for one in review.year.shortcomings if one.withdrawn_on is None}
    for one in review.year.responsibilities:
        matter = shortcomings.get(one.shortcoming)
        if matter is None or writer.target not in {COLLECTIVE, one.member_uid}:
            continue
        text = one.text or words.text("responsible_part")
        if _is_told(text, typed) and one.text:
            continue
        said = words.text("responsible_for", shortcoming=_bare(matter.text), text=text)
        if writer.target == COLLECTIVE:
            said = words.text("responsible", name=review.name(one.member_uid), text=said)
        yield from prose.bullets([prose.ended(said)])


def _tasks(writer: Writer, typed: str) -> Iterator[Block]:
    del typed
    year, words = writer.review.year, writer.words
    tasks: list[AssignedTask | ProgrammeItem] = (
        list(year.programme_items)
        if writer.target == COLLECTIVE
        else [one for one in year.assigned_tasks if one.target == writer.target]
    )
    rows = [
        _task_row(place, one, words)
        for place, one in enumerate(sorted(tasks, key=lambda one: one.position), start=1)
    ]
    if rows:
        yield from prose.below_text(blocks.table(words.part("tasks"), rows, writer.page))


def _task_row(place: int, task: AssignedTask | ProgrammeItem, words: Wording) -> list[str]:
    outcome = words.named("outcomes", task.outcome or Outcome.UNKNOWN.name.lower())
    said = (
        words.named("outcomes", "exceeded") if task.exceeded and task.outcome is Outcome.ON_TIME else outcome
    )
    due = short_date(task.due_on) if task.due_on else ""
    return [str(place), task.task, due, task.result, said]


def _scores(writer: Writer, typed: str) -> Iterator[Block]:
    del typed
    review, words = writer.review, writer.words
    # Of whom nothing is settled gets a member's frame: a blank form is scored by it.
    frame = frame_of(review.year, review.rules, writer.target) or review.rules.frame_for("member")
    target = CELL if writer.target == COLLECTIVE else writer.target
    sheets = [
        one
        for one in review.year.score_sheets
        if one.target in {writer.target, target}
        and one.scored_by is ScoredBy.SELF
        and one.round_number == writer.round_number
    ]
    if frame is None:
        return
    given = {one.item: one.points for one in review.year.score_items if sheets and one.sheet == sheets[0].uid}
    whole: list[float] = []
    for group in frame.groups:
        points = [given.get(code) for code in codes_of(group)]
        known = [one for one in points if one is not None]
        is_whole = bool(points) and len(known) == len(points)
        whole += [sum(known)] if is_whole else []
        told = {"group": group.name, "points": decimal(sum(known)) if is_whole else ""}
        if group.max_points is None:
            yield blocks.line(words.text("group_points_open", **told), "body")
        else:
            yield blocks.line(words.text("group_points", **told, most=decimal(group.max_points)), "body")
    if review.rules.scoring.total is not None:
        total = decimal(sum(whole)) if len(whole) == len(frame.groups) else ""
        most = decimal(review.rules.scoring.total)
        yield blocks.line(words.text("total_points", points=total, most=most), "body")


def _level(writer: Writer, typed: str) -> Iterator[Block]:
    del typed
    review = writer.review
    levels = review.levels(writer.target)
    if not levels:
        return
    chosen = review.level(writer.level, writer.target)
    yield from prose.below_text(prose.ticked([one.name for one in levels], chosen, writer.page))
    reasons = {one.code: one.name for level in levels for one in level.sub_reasons}
    if writer.sub_reason in reasons:
        said = writer.words.text("sub_reason", reason=reasons[writer.sub_reason])
        yield blocks.line(said, "body")


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".; ")


def _is_told(text: str, typed: str) -> bool:
    return bool(text.strip()) and fold(_bare(text)) in fold(" ".join(typed.split()))


_CARRIED: Mapping[str, Callable[[Writer, str], Iterator[Block]]] = {
    "earlier": _earlier,
    "suggestions": _suggestions,
    "commitment": _commitment,
    "shortcomings": _shortcomings,
    "responsibilities": _responsibilities,
    "tasks": _tasks,
    "scores": _scores,
    "level": _level,
}
TYPED_NO_MORE = frozenset({"earlier", "suggestions", "scores", "level"})
"""Where there are records, what was typed in the section is not printed beside them."""
