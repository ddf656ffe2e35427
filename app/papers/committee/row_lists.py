"""What a repeated row is repeated for, by kind of paper, and the texts of each of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.papers import (
    commitment,
    explanation,
    level_summary,
    member_list,
    not_rated_list,
    remediation_plan,
    tally_minutes,
)
from app.papers.committee.told import Told
from app.papers.review import post_words
from app.papers.tables import Row
from app.papers.votes import to_vote_on

Texts = Mapping[str, str]
Lines = Callable[[Told], Iterator[Texts]]
VOTES, SHARE = "votes", "share"
_MEMBER = ("place", "name", "sex", "born", "admitted", "official", "card", "post", "note")
_COMMITMENT = ("place", "content", "goal", "measure", "due", "result", "state")
_POINT = ("place", "point", "text", "cause", "responsibility", "measures")


def _members(told: Told) -> Iterator[Texts]:
    for row in member_list.rows_of(told.year, told.day, told.words_of("member_list")):
        yield dict(zip(_MEMBER, row, strict=True))


def _levels(told: Told) -> Iterator[Texts]:
    yield from _placed(level_summary.rows_of(told.results, told.words_of("level_summary")))


def _not_rated(told: Told) -> Iterator[Texts]:
    yield from _placed(not_rated_list.rows_of(told.results))


def _corrections(told: Told) -> Iterator[Texts]:
    """Yield each matter with whose it is; our paper has that in a row above, and steps in rows below."""
    whose, lines = "", list[dict[str, str]]()
    for row in remediation_plan.rows_of(told.review, told.words_of("remediation_plan")):
        if row.across:
            whose = row.across
        elif row.cells.get("place"):
            lines.append({**row.cells, "whose": whose})
        else:
            step = ", ".join(filter(None, (row.cells[name] for name in ("measure", "due", "state"))))
            lines[-1]["measure"] = f"{lines[-1]['measure']}\n{step}".strip()
    yield from lines


def _placed(rows: Iterator[Row]) -> Iterator[Texts]:
    """Yield the lines that have a number of their own; heads over groups have none."""
    yield from (row.cells for row in rows if row.cells.get("place"))


def _commitment(told: Told) -> Iterator[Texts]:
    own = next((one for one in told.year.commitments if one.member_uid == told.target), None)
    for row in commitment.rows_of(told.review, own):
        yield dict(zip(_COMMITMENT, row, strict=True))


def _points(told: Told) -> Iterator[Texts]:
    for row in explanation.rows_of(told.review, told.target):
        yield dict(zip(_POINT, row, strict=True))


def _votes(told: Told) -> Iterator[Texts]:
    codes = [level.code for level in told.vote.levels]
    for place, (name, *counted, blank) in enumerate(tally_minutes.rows_of(told.vote), start=1):
        texts = {"place": str(place), "name": name, "blank": blank}
        for code, text in zip(codes, counted, strict=True):
            votes, _, share = text.partition("\n")
            texts |= {f"{VOTES}.{code}": votes, f"{SHARE}.{code}": share}
        yield texts


def _to_vote_on(told: Told) -> Iterator[Texts]:
    for place, person in enumerate(to_vote_on(told.meeting), start=1):
        yield {"place": str(place), "name": person.member.full_name, **_post(told, person.uid)}


def _called(told: Told) -> Iterator[Texts]:
    for place, person in enumerate(told.meeting.called, start=1):
        yield {
            "place": str(place),
            "name": person.member.full_name,
            "post": post_words(person, told.day, told.review.tone),
        }


def _post(told: Told, uid: str) -> Texts:
    return {"post": told.review.post(uid)}


ROWS: Mapping[str, Lines] = {
    "members": _members,
    "levels": _levels,
    "not_rated": _not_rated,
    "corrections": _corrections,
    "commitment": _commitment,
    "points": _points,
    "votes": _votes,
    "to_vote_on": _to_vote_on,
    "called": _called,
}
"""The lists by name; which kinds of paper have which, and what their columns are called, is data."""


def columns(names: Sequence[str], told: Told) -> Iterator[tuple[str, str, str]]:
    """Yield the columns of a list: key, name of its label, and the level it counts, if it counts one."""
    for name in names:
        if name in {VOTES, SHARE}:
            levels = (
                told.vote.levels if told.vote.ballot or not told.review.levels() else told.review.levels()
            )
            yield from ((f"{name}.{level.code}", name, level.name) for level in levels)
        else:
            yield name, name, ""


def lines_of(name: str, told: Told) -> list[Texts]:
    """Return the lines of a list, each with its texts by column."""
    return list(ROWS[name](told)) if name else []
