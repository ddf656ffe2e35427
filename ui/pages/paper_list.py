"""The register of papers as a list: columns, filters and words, and the two lines of a paper on screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.outgoing_papers import OutgoingPaper
from ui.lists.kind import ALL, TRASH, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.texts import papers as words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

Titles = Mapping[str, str]
"""How each kind of paper is called, by its code."""


def number_of(paper: OutgoingPaper) -> str:
    """Return ``Số 05-TTr/CB``, or nothing for what has no number."""
    if paper.number is None:
        return ""
    return words.NUMBER.format(number=paper.number, type_code=paper.type_code, symbol=paper.symbol)


def paper_kind(titles: Titles) -> ListKind[OutgoingPaper]:
    """Return the list of a year's papers: those being prepared first, then the latest."""
    return ListKind(
        name="paper",
        columns=_columns(titles),
        filters=(
            ReadyFilter(ALL, words.FILTERS["all"], lambda one: one.trashed_on is None),
            ReadyFilter("drafts", words.FILTERS["drafts"], _is_draft),
            ReadyFilter("issued", words.FILTERS["issued"], lambda one: one.is_issued),
            ReadyFilter(TRASH, words.FILTERS["trash"], lambda one: one.trashed_on is not None, always=False),
        ),
        identity=lambda one: one.uid,
        words=words.LIST_WORDS,
        empty_glyph="files",
    )


def lines_of(titles: Titles) -> Callable[[OutgoingPaper], Lines]:
    """Return what says a paper in two lines."""

    def lines(paper: OutgoingPaper) -> Lines:
        title, number = titles[paper.kind], number_of(paper)
        about = (_status(paper), title if number else "", paper.subject_line)
        return Lines(
            first=number or title,
            aside=words.DATED.format(date=paper.dated_on),
            second=" · ".join(part for part in about if part),
            state=_state(paper),
        )

    return lines


def _columns(titles: Titles) -> tuple[Column[OutgoingPaper], ...]:
    said = lines_of(titles)

    def spoken(paper: OutgoingPaper) -> str:
        lines = said(paper)
        return f"{lines.first}, {lines.aside}, {lines.second}"

    return (
        Column("number", words.NUMBER_TITLE, number_of, width=110, sort=_order, read=spoken, searched=True),
        Column(
            "dated_on",
            words.DATED_TITLE,
            lambda one: words.DATED.format(date=one.dated_on),
            width=100,
            sort=lambda one: one.dated_on,
            value=lambda one: one.dated_on,
            searched=True,
        ),
        Column("kind", words.KIND_TITLE, lambda one: titles[one.kind], width=130, searched=True),
        Column("subject_line", words.SUBJECT_TITLE, lambda one: one.subject_line, width=260, searched=True),
        Column("addressee", words.ADDRESSEE_TITLE, lambda one: one.addressee, width=140, searched=True),
        Column("signer_name", words.SIGNER_TITLE, lambda one: one.signer_name, width=140, searched=True),
        Column("status", words.STATUS_TITLE, _status, width=130, searched=True),
    )


def _is_draft(paper: OutgoingPaper) -> bool:
    return paper.trashed_on is None and not paper.is_issued


def _state(paper: OutgoingPaper) -> State:
    if paper.trashed_on:
        return State.NOT_APPLICABLE
    return State.DONE if paper.is_issued else State.PARTLY


def _status(paper: OutgoingPaper) -> str:
    if paper.trashed_on:
        return words.IN_TRASH.format(date=paper.trashed_on)
    return words.ISSUED if paper.is_issued else words.DRAFT


def _order(paper: OutgoingPaper) -> tuple[bool, int, int]:
    return paper.is_issued, -paper.dated_on.toordinal(), -(paper.number or 0)
