"""What a line of Bảng rà soát says: its state, its persons, its source; and the whole as a list for paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from app.domain.finding_answers import AnswerKind, FindingAnswer
from app.domain.listing import ListedColumn, Listing
from app.services.findings import Finding, Line, MinuteLine
from ui.texts import findings as words
from ui.theme.signs import State
from ui.widgets.work_row import Work

NAMES_SHOWN = 5
Turns = Mapping[str, MinuteLine]
"""The lines of the minutes by uid of the review turn."""
NO_TURNS: Turns = {}
_SIGNS = {
    "block": State.BLOCKED,
    "answer": State.ASKED,
    "note": State.NOTE,
    "todo": State.OPEN,
    "unknown": State.NOT_APPLICABLE,
}


def group_of(line: Line) -> str:
    """Return in which group a line stands: its severity, or that it cannot be told yet."""
    return line.finding.severity if line.finding.speaks else "unknown"


def grouped(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """Return the lines by group, in the order of the groups; empty groups are left out."""
    found = {group: [line for line in lines if group_of(line) == group] for group in words.GROUPS}
    return {group: own for group, own in found.items() if own}


def is_done(line: Line) -> bool:
    """Return whether a line that can be answered is answered."""
    return line.finding.speaks and not line.open_ones


def state_said(line: Line) -> str:
    """Return how far a line is, in words."""
    group = group_of(line)
    if is_done(line):
        return words.SILENCED if line.is_silenced else words.DONE.get(group, words.DONE["note"])
    if line.answers:
        return words.PARTLY.format(count=len(line.open_ones))
    due = line.finding.due
    return words.OPEN[group].format(due=f"{due:%d/%m}" if due else "")


def persons_said(line: Line) -> str:
    """Return whom a line is about: up to five names, then how many more."""
    names = line.finding.names or line.finding.unknown
    shown = ", ".join(name for name in names[:NAMES_SHOWN] if name)
    more = len(names) - NAMES_SHOWN
    return words.PERSONS.format(names=shown, more=more) if more > 0 else shown


def source_said(finding: Finding) -> str:
    """Return where the requirement stands."""
    source = finding.source
    return ", ".join(filter(None, (source.document, source.article))) or words.NO_SOURCE


def row_of(line: Line) -> Work:
    """Return the line as it stands in the table."""
    sign = State.DONE if is_done(line) else _SIGNS[group_of(line)]
    return Work(sign, line.finding.name, persons_said(line), state_said(line))


def facts_said(lines: Sequence[Line]) -> str:
    """Return how many are still open, by weight, and how many are done."""
    open_ones = [group_of(line) for line in lines if line.is_open]
    return words.FACTS.format(
        blocked=open_ones.count("block"),
        asked=open_ones.count("answer"),
        notes=open_ones.count("note"),
        done=sum(is_done(line) for line in lines),
    )


def answer_said(answer: FindingAnswer, turns: Turns = NO_TURNS) -> str:
    """Return what was answered, and the line of the minutes it points to."""
    given = _words_of(answer)
    turn = turns.get(answer.review_turn)
    return words.GIVEN_TURN.format(given=given, turn=turn.title) if turn else given


def _words_of(answer: FindingAnswer) -> str:
    kind = {AnswerKind.SEEN: words.GIVEN_SEEN, AnswerKind.NOT_AGAIN: words.GIVEN_NOT_AGAIN}
    return kind.get(answer.kind, words.GIVEN).format(text=answer.text)


def secret_one(lines: Sequence[Line]) -> str:
    """Return the id of the line that speaks to the secretary alone; empty where there is none."""
    return next((line.finding.id for line in lines if line.finding.secret), "")


def listing_of(lines: Sequence[Line], day: dt.date, turns: Turns = NO_TURNS) -> Listing:
    """Return the table for paper; what speaks to the secretary alone is not on it (rulings.md 2.6, 2.7)."""
    rows = []
    for line in lines:
        if line.finding.secret or not line.finding.speaks or _is_hidden(line):
            continue
        said = [
            line.finding.sentence,
            *(_given(one, turns) for one in line.answers if _is_printed(line, one)),
        ]
        state = words.DONE["answer"] if line.is_silenced else state_said(line)
        rows.append((" ".join(dict.fromkeys(said)), source_said(line.finding), state))
    columns = (
        ListedColumn(words.COLUMN_MATTER, 420),
        ListedColumn(words.COLUMN_SOURCE, 160),
        ListedColumn(words.COLUMN_STATE, 120),
    )
    return Listing(words.TITLE, columns, tuple(rows), _notes(lines), day)


def _is_printed(line: Line, answer: FindingAnswer) -> bool:
    silenced = answer.kind is AnswerKind.NOT_AGAIN
    return line.finding.printed or (answer.is_printed and not silenced)


def _is_hidden(line: Line) -> bool:
    """Return whether the committee sees of a line only that there is one (rulings.md 2.5)."""
    return line.is_silenced and not line.finding.printed


def _given(answer: FindingAnswer, turns: Turns) -> str:
    silenced = answer.kind is AnswerKind.NOT_AGAIN
    return answer_said(answer.model_copy(update={"kind": AnswerKind.KEPT}) if silenced else answer, turns)


def _notes(lines: Sequence[Line]) -> tuple[str, ...]:
    count = sum(line.is_silenced for line in lines if not line.finding.secret)
    told = (words.SILENCED_COUNT.format(count=count),) if count else ()
    return (facts_said(lines), *told)
