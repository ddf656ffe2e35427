"""The kinds of small records on Cam kết & Chương trình: promises of a member."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.commitments import Commitment, CommitmentItem, CommitmentItemFields, Degree
from app.services.commitments import CommitmentService
from ui.forms.record_kind import Owner, RecordKind
from ui.forms.record_values import Values
from ui.texts import commitments as words
from ui.texts.fields import chosen_words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

Commitments = Callable[[], Sequence[Commitment]]
Items = Callable[[], Sequence[CommitmentItem]]

DEGREE_STATES = {
    Degree.UNKNOWN: State.OPEN,
    Degree.DONE: State.DONE,
    Degree.PARTLY: State.PARTLY,
    Degree.NOT_DONE: State.LACKING,
}


def item_kind(
    service: CommitmentService, commitments: Commitments, items: Items
) -> RecordKind[CommitmentItem]:
    """Return the promises of a member's commitment; the first one begins it where there is none."""

    def own(owner: Owner) -> Commitment | None:
        return next((one for one in commitments() if one.member_uid == owner.uid), None)

    def rows(owner: Owner) -> Sequence[CommitmentItem]:
        of = own(owner)
        found = [one for one in items() if of and one.commitment == of.uid]
        return sorted(found, key=lambda one: one.position)

    def add(owner: Owner, values: Values) -> CommitmentItem:
        return service.add_item_of(owner.year, owner.uid, values)

    return RecordKind(
        name="commitment_item",
        fields=CommitmentItemFields,
        texts=words.ITEM,
        words=words.ITEM_WORDS,
        say=_item_lines,
        rows=rows,
        add=add,
        save=service.save_item,
        remove=service.remove_item,
        note=lambda one: words.CARRIED_ITEM if one.carried_from else "",
    )


def _item_lines(item: CommitmentItem) -> Lines:
    said = [chosen_words(item.degree) or words.NOT_ASSESSED, item.result or item.goal]
    return Lines(item.content, item.due, " · ".join(filter(None, said)), DEGREE_STATES[item.degree])
