"""The kinds of small records on Cam kết & Chương trình."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from app.domain.commitments import (
    AssignedTask,
    AssignedTaskFields,
    Commitment,
    CommitmentFields,
    CommitmentItem,
    CommitmentItemFields,
    Degree,
    Outcome,
    Programme,
    ProgrammeFields,
    ProgrammeItem,
    ProgrammeItemFields,
    TaskAssignment,
    TaskAssignmentFields,
)
from app.services.review import ReviewServices
from ui.forms.record_kind import Owner, RecordKind
from ui.pages.due_words import said_day, said_due, said_overdue
from ui.pages.year_now import YearNow
from ui.texts import commitments as words
from ui.texts.fields import chosen_words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

Today = Callable[[], dt.date]
P = TypeVar("P", CommitmentItem, AssignedTask, ProgrammeItem)

DEGREE_STATES = {
    Degree.UNKNOWN: State.OPEN,
    Degree.DONE: State.DONE,
    Degree.PARTLY: State.PARTLY,
    Degree.NOT_DONE: State.LACKING,
}
_OUTCOME_STATES = {
    Outcome.UNKNOWN: State.OPEN,
    Outcome.ON_TIME: State.DONE,
    Outcome.LATE: State.PARTLY,
    Outcome.NOT_DONE: State.LACKING,
}


def commitment_kind(review: ReviewServices, now: YearNow) -> RecordKind[Commitment]:
    """Return the commitment of a member: whether and when it came, and what became of it as a whole."""
    return RecordKind(
        name="commitment",
        fields=CommitmentFields,
        texts=words.COMMITMENT,
        words=words.COMMITMENT_WORDS,
        say=_commitment_lines,
        rows=lambda owner: [one for one in now.year.commitments if one.member_uid == owner.uid],
        add=lambda owner, values: review.commitments.put(owner.year, owner.uid, values),
        save=lambda one, values: review.commitments.put(one.year, one.member_uid, values),
        remove=review.commitments.remove,
        single=True,
    )


def item_kind(review: ReviewServices, now: YearNow) -> RecordKind[CommitmentItem]:
    """Return the promises of a member's commitment; the first one begins it where there is none."""

    def rows(owner: Owner) -> Sequence[CommitmentItem]:
        of = {one.uid for one in now.year.commitments if one.member_uid == owner.uid}
        return _in_order(one for one in now.year.commitment_items if one.commitment in of)

    return RecordKind(
        name="commitment_item",
        fields=CommitmentItemFields,
        texts=words.ITEM,
        words=words.ITEM_WORDS,
        say=_item_lines,
        rows=rows,
        add=lambda owner, values: review.commitments.add_item_of(owner.year, owner.uid, values),
        save=review.commitments.save_item,
        remove=review.commitments.remove_item,
        note=lambda one: words.CARRIED_ITEM if one.carried_from else "",
    )


def task_kind(review: ReviewServices, now: YearNow, today: Today) -> RecordKind[AssignedTask]:
    """Return the tasks that the year's resolution gives to a member."""
    return RecordKind(
        name="assigned_task",
        fields=AssignedTaskFields,
        texts=words.TASK,
        words=words.TASK_WORDS,
        say=lambda one: _task_lines(one, one.product, today()),
        rows=lambda owner: _in_order(one for one in now.year.assigned_tasks if one.target == owner.uid),
        add=lambda owner, values: review.tasks.add(owner.year, owner.uid, values),
        save=review.tasks.save,
        remove=review.tasks.remove,
        prefix="task_",
    )


def programme_kind(review: ReviewServices, now: YearNow) -> RecordKind[Programme]:
    """Return the programme of action of the collective."""
    return RecordKind(
        name="programme",
        fields=ProgrammeFields,
        texts=words.PROGRAMME,
        words=words.PROGRAMME_WORDS,
        say=_programme_lines,
        rows=lambda _owner: now.year.programmes,
        add=lambda owner, values: review.programme.put(owner.year, values),
        save=lambda one, values: review.programme.put(one.year, values),
        remove=review.corrections.remove,
        single=True,
    )


def programme_item_kind(review: ReviewServices, now: YearNow, today: Today) -> RecordKind[ProgrammeItem]:
    """Return the tasks of the programme with their targets and results."""
    return RecordKind(
        name="programme_item",
        fields=ProgrammeItemFields,
        texts=words.PROGRAMME_ITEM,
        words=words.PROGRAMME_ITEM_WORDS,
        say=lambda one: _task_lines(one, _indicator(one), today()),
        rows=lambda _owner: _in_order(now.year.programme_items),
        add=lambda owner, values: review.programme.add_item(owner.year, values),
        save=review.programme.save_item,
        remove=review.programme.remove_item,
        prefix="programme_",
    )


def assignment_kind(review: ReviewServices, now: YearNow) -> RecordKind[TaskAssignment]:
    """Return the resolution that gives every member a task."""

    def lines(one: TaskAssignment) -> Lines:
        tasks = now.year.assigned_tasks
        given = words.TASKS_GIVEN.format(count=len({task.target for task in tasks}), tasks=len(tasks))
        number = words.ASSIGNED.format(number=one.number) if one.number else words.NO_NUMBER
        state = State.DONE if one.number and one.dated_on else State.PARTLY
        return Lines(number, said_day(one.dated_on), given, state)

    return RecordKind(
        name="task_assignment",
        fields=TaskAssignmentFields,
        texts=words.ASSIGNMENT,
        words=words.ASSIGNMENT_WORDS,
        say=lines,
        rows=lambda _owner: now.year.task_assignments,
        add=lambda owner, values: review.tasks.put_assignment(owner.year, values),
        save=lambda one, values: review.tasks.put_assignment(one.year, values),
        remove=review.corrections.remove,
        single=True,
    )


def is_open(task: AssignedTask | ProgrammeItem) -> bool:
    """Return whether nobody has said yet how a task ended."""
    return task.outcome is Outcome.UNKNOWN


def is_late(task: AssignedTask | ProgrammeItem, today: dt.date) -> bool:
    """Return whether an open task is past its day."""
    return is_open(task) and task.due_on is not None and task.due_on < today


def _commitment_lines(one: Commitment) -> Lines:
    if one.missing_reason and not one.received_on:
        return Lines(words.NO_NEED.format(reason=one.missing_reason), "", "", State.NOT_APPLICABLE)
    day = (
        words.HANDED_IN.format(day=said_day(one.received_on)) if one.received_on else words.HANDED_IN_UNKNOWN
    )
    sheets = words.ON_PAPER_SHEETS.format(count=one.sheets) if one.sheets else words.ON_PAPER
    first = f"{day}, {sheets}" if one.on_paper else day
    state = State.DONE if one.received_on and one.summary else State.PARTLY
    return Lines(first, "", one.summary or words.NO_SUMMARY, state)


def _item_lines(item: CommitmentItem) -> Lines:
    said = [chosen_words(item.degree) or words.NOT_ASSESSED, item.result or item.goal]
    return Lines(item.content, item.due, " · ".join(filter(None, said)), DEGREE_STATES[item.degree])


def _task_lines(task: AssignedTask | ProgrammeItem, wanted: str, today: dt.date) -> Lines:
    late = said_overdue(task.due_on, today) if is_open(task) else ""
    how = late or chosen_words(task.outcome) or words.NO_OUTCOME
    said = [how, words.EXCEEDED if task.exceeded else "", task.result or wanted]
    state = State.BLOCKED if late else _OUTCOME_STATES[task.outcome]
    return Lines(task.task, said_due(task.due_on), " · ".join(filter(None, said)), state)


def _indicator(item: ProgrammeItem) -> str:
    return " · ".join(filter(None, (words.MAIN if item.is_main else "", item.indicator, item.lead)))


def _programme_lines(one: Programme) -> Lines:
    day = words.ADOPTED.format(day=said_day(one.adopted_on)) if one.adopted_on else words.NOT_ADOPTED
    state = State.DONE if one.adopted_on and one.goals else State.PARTLY
    return Lines(day, "", " ".join(one.goals.split()) or words.NO_GOALS, state)


def _in_order(records: Iterable[P]) -> list[P]:
    return sorted(records, key=lambda one: one.position)
