"""The register of papers as a list: columns, filters and words, and the two lines of a paper on screen."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.outgoing_papers import OutgoingPaper
from ui.lists.kind import ALL, TRASH, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.pages.paper_said import PaperSaid, number_of
from ui.texts import paper_sets
from ui.texts import papers as words
from ui.widgets.two_line_view import Lines


def paper_kind(told: PaperSaid) -> ListKind[OutgoingPaper]:
    """Return the list of a year's papers: those being prepared first, then the latest."""
    return ListKind(
        name="paper",
        columns=_columns(told),
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


def lines_of(told: PaperSaid) -> Callable[[OutgoingPaper], Lines]:
    """Return what says a paper in two lines."""

    def lines(paper: OutgoingPaper) -> Lines:
        title, number = told.titles[paper.kind], number_of(paper)
        about = (told.about(paper), told.status(paper), title if number else "", paper.subject_line)
        return Lines(
            first=number or title,
            aside=words.DATED.format(date=paper.dated_on),
            second=" · ".join(part for part in about if part),
            state=told.state(paper),
        )

    return lines


def _columns(told: PaperSaid) -> tuple[Column[OutgoingPaper], ...]:
    said = lines_of(told)

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
        Column("kind", words.KIND_TITLE, lambda one: told.titles[one.kind], width=130, searched=True),
        Column("about", paper_sets.ABOUT_TITLE, told.about, width=160, searched=True),
        Column("subject_line", words.SUBJECT_TITLE, lambda one: one.subject_line, width=260, searched=True),
        Column("addressee", words.ADDRESSEE_TITLE, lambda one: one.addressee, width=140, searched=True),
        Column("signer_name", words.SIGNER_TITLE, lambda one: one.signer_name, width=140, searched=True),
        Column("status", words.STATUS_TITLE, told.status, width=130, searched=True),
    )


def _is_draft(paper: OutgoingPaper) -> bool:
    return paper.trashed_on is None and not paper.is_issued


def _order(paper: OutgoingPaper) -> tuple[bool, int, int]:
    return paper.is_issued, -paper.dated_on.toordinal(), -(paper.number or 0)
