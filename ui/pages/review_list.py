"""Those under review as a list: in the order of the review, with the state of each part."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.conferences import TurnState
from app.domain.self_reviews import WritingState
from app.services.review_subjects import ReviewSubject
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.pages import review_said as said
from ui.texts import review as words


def review_kind() -> ListKind[ReviewSubject]:
    """Return the list of those under review, in the order in which they are reviewed."""
    return ListKind(
        name="reviewSubjects",
        columns=_columns(),
        filters=(
            ReadyFilter(ALL, words.FILTERS["all"], lambda _one: True),
            _of_state("not_begun", None),
            _of_state("writing", WritingState.DRAFT),
            _of_state("handed_in", WritingState.HANDED_IN),
            _of_state("returned", WritingState.RETURNED),
            _of_state("final", WritingState.FINAL),
            _filter("on_paper", lambda one: one.written.on_paper),
            _filter("unexplained", lambda one: one.unexplained > 0),
            _filter("not_met", lambda one: one.turn is not TurnState.DONE),
        ),
        identity=lambda one: one.target,
        words=words.LIST_WORDS,
        first_to_go=("post", "earlier", "level", "explanation", "place"),
        empty_glyph="users",
        step_glyph="arrow-right",
    )


def _filter(code: str, keep: Callable[[ReviewSubject], bool]) -> ReadyFilter[ReviewSubject]:
    return ReadyFilter(code, words.FILTERS[code], keep, always=False)


def _of_state(code: str, state: WritingState | None) -> ReadyFilter[ReviewSubject]:
    return _filter(code, lambda one: one.written.state is state)


def _columns() -> tuple[Column[ReviewSubject], ...]:
    return (
        Column(
            "place",
            words.ORDER,
            lambda one: str(one.place),
            width=58,
            sort=lambda one: one.place,
            value=lambda one: one.place,
            spoken=words.ORDER_SPOKEN,
        ),
        Column("name", words.NAME, lambda one: one.name, width=170, searched=True, roomy=230),
        Column("post", words.POST, lambda one: one.posts, width=120, searched=True, optional=True),
        Column("writing", words.WRITING, said.writing_said, width=170, state=said.writing_state, roomy=240),
        Column(
            "explanation", words.EXPLANATION, said.explanation_said, width=104, state=said.explanation_state
        ),
        Column(
            "earlier", words.EARLIER, said.earlier_said, width=150, state=said.earlier_state, optional=True
        ),
        Column("conference", words.CONFERENCE, said.turn_said, width=140, state=said.turn_state),
        Column("level", words.LEVEL, lambda one: one.written.level, width=200, optional=True, searched=True),
    )
