"""The two lists of the page of levels as data: who is reviewed and rated, and what level each has."""

from __future__ import annotations

from collections.abc import Callable

from app.common.messages import decimal
from app.common.text import name_key
from app.domain.population import RatingDisposition
from app.services.level_tables import LevelLine, LevelTable
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.pages import level_said as said
from ui.texts import levels as words
from ui.theme.signs import State

Table = Callable[[], LevelTable | None]
_RATED = {RatingDisposition.YES, RatingDisposition.UNDECIDED}


def population_kind(table: Table) -> ListKind[LevelLine]:
    """Return the members by name with the two dispositions of each, and what the rules propose."""
    return ListKind(
        name="population",
        columns=_population_columns(table),
        filters=(
            ReadyFilter(ALL, words.POPULATION_FILTERS["all"], lambda _one: True),
            ReadyFilter("open", words.POPULATION_FILTERS["open"], lambda one: not said.is_settled(one)),
            ReadyFilter(
                "differs", words.POPULATION_FILTERS["differs"], said.differs_from_proposal, always=False
            ),
            ReadyFilter("not_rated", words.POPULATION_FILTERS["not_rated"], _is_left_out, always=False),
        ),
        identity=lambda one: one.target,
        words=words.POPULATION_WORDS,
        first_to_go=("proposed", "reason"),
        empty_glyph="users",
        step_glyph="arrow-right",
    )


def level_kind(table: Table) -> ListKind[LevelLine]:
    """Return the cell and whoever is to be rated, each with its levels side by side."""
    return ListKind(
        name="levels",
        columns=_level_columns(table),
        filters=(
            ReadyFilter(ALL, words.LEVEL_FILTERS["all"], lambda _one: True),
            ReadyFilter("open", words.LEVEL_FILTERS["open"], lambda one: one.proposed is None),
            ReadyFilter("recognise", words.LEVEL_FILTERS["recognise"], lambda one: one.recognised is None),
            ReadyFilter("differs", words.LEVEL_FILTERS["differs"], levels_differ, always=False),
            ReadyFilter(
                "lowest", words.LEVEL_FILTERS["lowest"], lambda one: _is_lowest(table(), one), always=False
            ),
        ),
        identity=lambda one: one.target,
        words=words.LEVEL_WORDS,
        first_to_go=("residence", "outside", "number", "votes", "self_level"),
        empty_glyph="users",
        step_glyph="arrow-right",
    )


def is_rated(line: LevelLine) -> bool:
    """Return whether a subject stands in the list of levels: the cell, and whoever may get one."""
    if not line.is_member or line.proposed or line.recognised:
        return True
    return bool(line.population and line.population.rating in _RATED)


def levels_differ(line: LevelLine) -> bool:
    """Return whether what is proposed differs from the own level, or what is recognised from both."""
    given = [
        line.self_level,
        line.proposed and line.proposed.level,
        line.recognised and line.recognised.level,
    ]
    return len({one for one in given if one}) > 1


def _name() -> Column[LevelLine]:
    return Column(
        "full_name",
        words.NAME,
        said.name_of,
        width=172,
        roomy=300,
        sort=lambda one: (one.is_member, name_key(one.name) if one.name else ()),
        searched=True,
        spoken=words.SPOKEN_NAME,
    )


def _level(key: str, title: str, table: Table, code: Callable[[LevelLine], str]) -> Column[LevelLine]:
    def brief(line: LevelLine) -> str:
        now = table()
        return now.brief_name(line.target, code(line)) if now else ""

    return Column(
        key, title, brief, width=104, sort=lambda one: _rank(table(), one, code(one)), searched=True
    )


def _rank(table: LevelTable | None, line: LevelLine, code: str) -> int | str:
    """Return the rank by which a level sorts, the highest first; what is unknown stands last."""
    levels = table.levels_of(line.target) if table else ()
    return next((at for at, one in enumerate(levels) if one.code == code), "")


def _proposed(table: LevelTable | None, line: LevelLine) -> str:
    if line.proposed and table:
        return table.brief_name(line.target, line.proposed.level)
    return "" if line.can_be_rated else words.NOT_REVIEWED


def _proposed_state(line: LevelLine) -> State | None:
    if line.proposed:
        return State.ASKED if line.differ else State.DONE
    return State.OPEN if line.can_be_rated else State.LACKING


def _votes(table: LevelTable | None, line: LevelLine) -> str:
    return said.votes_said(table, line) if table else ""


def _outside(table: LevelTable | None, line: LevelLine) -> str:
    return said.outside_said(table, line) if table else ""


def _points(line: LevelLine) -> str:
    return decimal(line.points) if line.points is not None else ""


def _reason(table: LevelTable | None, line: LevelLine) -> str:
    code = line.population.reason if line.population else ""
    return dict(table.reasons).get(code, "") if table else ""


def _type(table: LevelTable | None, line: LevelLine) -> str:
    code = line.population.object_type if line.population else ""
    return dict(table.object_types).get(code, "") if table else ""


def _is_left_out(line: LevelLine) -> bool:
    out = {RatingDisposition.EXEMPT, RatingDisposition.NOT_YET}
    return bool(line.population and line.population.rating in out)


def _is_lowest(table: LevelTable | None, line: LevelLine) -> bool:
    lowest = table.levels_of(line.target)[-1].code if table else ""
    given = {line.proposed and line.proposed.level, line.recognised and line.recognised.level}
    return lowest in given


def _population_columns(table: Table) -> tuple[Column[LevelLine], ...]:
    return (
        _name(),
        Column(
            "review",
            words.REVIEW,
            said.review_said,
            width=122,
            state=lambda one: said.REVIEW_STATES[one.population.review] if one.population else State.LACKING,
        ),
        Column(
            "rating",
            words.RATING,
            said.rating_said,
            width=150,
            state=lambda one: said.RATING_STATES[one.population.rating] if one.population else State.LACKING,
        ),
        Column(
            "reason", words.REASON, lambda one: _reason(table(), one), width=170, roomy=300, searched=True
        ),
        Column(
            "proposed",
            words.PROPOSED,
            lambda one: said.proposal_said(one.proposal),
            width=220,
            roomy=300,
            tone=lambda _one: "soft",
        ),
        Column("object_type", words.OBJECT_TYPE, lambda one: _type(table(), one), width=170, optional=True),
    )


def _level_columns(table: Table) -> tuple[Column[LevelLine], ...]:
    return (
        _name(),
        _level("self_level", words.SELF, table, lambda one: one.self_level),
        Column("votes", words.VOTES, lambda one: _votes(table(), one), width=150, roomy=260),
        Column(
            "proposed_level",
            words.LEVEL_PROPOSED,
            lambda one: _proposed(table(), one),
            width=146,
            sort=lambda one: _rank(table(), one, one.proposed.level if one.proposed else ""),
            state=_proposed_state,
            searched=True,
        ),
        _level(
            "recognised_level",
            words.LEVEL_RECOGNISED,
            table,
            lambda one: one.recognised.level if one.recognised else "",
        ),
        Column(
            "number", words.NUMBER, lambda one: one.recognised.number if one.recognised else "", width=120
        ),
        Column("outside", words.OUTSIDE, lambda one: _outside(table(), one), width=110),
        Column("residence", words.RESIDENCE, said.residence_said, width=110),
        Column("points", words.POINTS, _points, width=70, to_right=True, optional=True),
    )
