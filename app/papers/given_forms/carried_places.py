"""The places of what the records know already: a result to each promise, an answer to each point."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.common.messages import decimal
from app.domain.commitments import AssignedTask, CommitmentItem, Degree
from app.domain.scores import ScoredBy
from app.domain.self_reviews import CorrectionState, EarlierShortcoming, SelfReview
from app.papers import blocks
from app.papers.carried import points_of
from app.papers.dates import short_date
from app.papers.given_forms.frame import Item, RowOfPlaces, TableOfPlaces
from app.papers.given_forms.places import Place, shortened
from app.papers.review import Review
from app.papers.wording import Wording, wording
from app.rules.ruleset import ScoreGroup
from app.rules.subject_facts import codes_of, frame_of


def places_of(review: Review, member: str, carries: str, heading: str) -> Iterator[Item]:
    """Yield the fixed lines and places of a section that `carries` this; nothing where no record is."""
    if carries in _OF:
        yield from _OF[carries](review, member, heading)


def _words(review: Review) -> Wording:
    return wording("given_form", review.tone)


def _named(words: Wording, key: str, text: str) -> str:
    return shortened(words.part("names").text(key, text=text))


def _states(words: Wording, *codes: str) -> tuple[tuple[str, str], ...]:
    return tuple((code, words.named("states", code)) for code in codes)


def own_review(review: Review, member: str) -> SelfReview | None:
    """Return the self-review of a member in the round under way, None before it is begun."""
    own = review.outlook.self_reviews.get(member)
    return own if own and own.round_number == _round(review) else None


def _round(review: Review) -> int:
    return max((one.number for one in review.year.rounds), default=1)


def earlier_of(review: Review, member: str) -> list[EarlierShortcoming]:
    """Return last year's shortcomings of a member that wait for his answer: the ledger has none to them."""
    told = {one.uid: one for one in review.year.answered()}
    own = [one for one in review.year.earlier_shortcomings if one.target == member]
    return sorted((one for one in own if told[one.uid] == one), key=lambda one: one.position)


@dataclass(frozen=True, slots=True)
class _Answers:
    """The two places below a record: how far it came, one of `states`, and its result in words.

    Each has its letter and the key of its name; the result has its hint.
    """

    degree: tuple[str, str]
    result: tuple[str, str]
    states: type[CorrectionState] | type[Degree]

    def of(self, words: Wording, uid: str, text: str, now: tuple[str, str], heading: str) -> Iterator[Item]:
        """Yield the places of a record whose state and result are `now` these."""
        (letter, name), (result_letter, result_name) = self.degree, self.result
        yield Place(
            tag=f"{letter}:{uid}",
            name=_named(words, name, text),
            heading=heading,
            now=words.named("states", now[0]) if now[0] else "",
            hint=words.text("choose"),
            choices=_states(words, *(one.value for one in self.states if one.value)),
            label=words.text("degree"),
        )
        yield Place(
            tag=f"{result_letter}:{uid}",
            name=_named(words, result_name, text),
            heading=heading,
            now=now[1],
            hint=words.text(f"{result_name}_hint"),
            required=True,
            label=words.text("result"),
        )


_CORRECTED = _Answers(("k", "correction"), ("e", "earlier"), CorrectionState)
_DONE = _Answers(("d", "degree"), ("c", "promise"), Degree)


def _earlier(review: Review, member: str, heading: str) -> Iterator[Item]:
    words = _words(review)
    for place, one in enumerate(earlier_of(review, member), start=1):
        said = words.text("earlier", place=str(place), text=_bare(one.text), year=str(one.from_year))
        yield blocks.line(said, "body")
        yield from _CORRECTED.of(words, one.uid, one.text, (one.correction, one.result), heading)


def _commitment(review: Review, member: str, heading: str) -> Iterator[Item]:
    words = _words(review)
    for place, one in enumerate(items_of(review, member), start=1):
        yield blocks.line(words.text("promise", place=str(place), text=_bare(one.content)), "body")
        yield from _DONE.of(words, one.uid, one.content, (one.degree, one.result), heading)


def items_of(review: Review, member: str) -> list[CommitmentItem]:
    """Return the promises of a member in their order."""
    own = {one.uid for one in review.year.commitments if one.member_uid == member}
    items = [one for one in review.year.commitment_items if one.commitment in own]
    return sorted(items, key=lambda one: one.position)


def _tasks(review: Review, member: str, heading: str) -> Iterator[Item]:
    words = _words(review)
    own = [one for one in review.year.assigned_tasks if one.target == member]
    for place, one in enumerate(sorted(own, key=lambda one: one.position), start=1):
        yield blocks.line(_task(words, place, one), "body")
        yield Place(
            tag=f"t:{one.uid}",
            name=_named(words, "task", one.task),
            heading=heading,
            now=one.result,
            hint=words.text("task_hint"),
            required=True,
            lines=2,
            label=words.text("result"),
        )


def _task(words: Wording, place: int, task: AssignedTask) -> str:
    text = _bare(task.task)
    if task.due_on is None:
        return words.text("task", place=str(place), text=text)
    return words.text("task_due", place=str(place), text=text, date=short_date(task.due_on))


def _suggestions(review: Review, member: str, heading: str) -> Iterator[Item]:
    words, carried = _words(review), wording("carried", review.tone)
    for point, told in points_of(review, member):
        yield blocks.line(carried.text("suggestion", text=point.text), "body")
        parts = {
            "x": ("explanation", told.text if told else ""),
            "u": ("cause", told.cause if told else ""),
            "r": ("responsibility", told.responsibility if told else ""),
            "m": ("measures", told.measures if told else ""),
        }
        for letter, (key, now) in parts.items():
            yield Place(
                tag=f"{letter}:{point.uid}",
                name=_named(words, key, point.text),
                heading=heading,
                now=now,
                hint=words.text(f"{key}_hint"),
                required=letter == "x",
                lines=3 if letter == "x" else 2,
                label=words.text(key),
            )


def _level(review: Review, member: str, heading: str) -> Iterator[Item]:
    words = _words(review)
    own = own_review(review, member)
    levels = review.levels(member)
    if levels:
        yield Place(
            tag="l:level",
            name=words.named("names", "level"),
            heading=heading,
            now=review.level(own.self_level, member) if own else "",
            hint=words.text("choose"),
            choices=tuple((one.code, one.name) for one in levels),
            required=True,
            label=words.text("level"),
        )


def _scores(review: Review, member: str, heading: str) -> Iterator[Item]:
    words = _words(review)
    frame = frame_of(review.year, review.rules, member) or review.rules.frame_for("member")
    if frame is None:
        return
    given = _given(review, member)
    rows: list[RowOfPlaces] = []
    for group in frame.groups:
        if group.items:
            most = decimal(group.max_points) if group.max_points is not None else ""
            rows.append(RowOfPlaces((group.name, most, "")))
        rows += [
            RowOfPlaces((text, most, _points(words, code, text, given.get(code, ""), heading)))
            for code, text, most in _lines(group)
        ]
    yield TableOfPlaces(
        widths_mm=words.widths("score_widths_mm"),
        heads=words.texts("score_columns"),
        rows=tuple(rows),
        centred=(False, True, True),
    )


def _points(words: Wording, code: str, text: str, now: str, heading: str) -> Place:
    return Place(
        tag=f"p:{code}",
        name=_named(words, "points", text),
        heading=heading,
        now=now,
        hint=words.text("points"),
        lines=1,
    )


def _lines(group: ScoreGroup) -> Iterator[tuple[str, str, str]]:
    """Yield the lines by which a group is scored: code, words, most points."""
    codes = codes_of(group)
    if not group.items:
        yield codes[0], group.name, decimal(group.max_points) if group.max_points is not None else ""
        return
    for code, item in zip(codes, group.items, strict=True):
        yield code, item.text, decimal(item.max_points) if item.max_points is not None else ""


def _given(review: Review, member: str) -> Mapping[str, str]:
    own = {
        one.uid
        for one in review.year.score_sheets
        if one.target == member and one.scored_by is ScoredBy.SELF and one.round_number == _round(review)
    }
    lines = (one for one in review.year.score_items if one.sheet in own)
    return {one.item: decimal(one.points) for one in lines if one.points is not None}


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".; ")


_OF: Mapping[str, Callable[[Review, str, str], Iterator[Item]]] = {
    "earlier": _earlier,
    "commitment": _commitment,
    "tasks": _tasks,
    "suggestions": _suggestions,
    "level": _level,
    "scores": _scores,
}
