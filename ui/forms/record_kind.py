"""What makes one kind of small records differ from another: fields, words, and how one is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from app.domain.review_checks import review_problems
from app.domain.types import Fields, Record
from app.errors import Invalid, Problem
from ui.forms.record_values import Values
from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords
from ui.widgets.two_line_view import Lines

R = TypeVar("R", bound=Record)


class Owner(NamedTuple):
    """Whose records a list holds: a subject (a member, a conference …; "" for the cell) in a year."""

    year: int
    uid: str = ""


Choices = Sequence[tuple[object, str]]
"""Values and their words."""


def _nothing(_owner: Owner) -> Values:
    return {}


def _no_note(_record: Record) -> str:
    return ""


def _nothing_fixed(_record: Record) -> Collection[str]:
    return ()


def refuse_another(record: Record, values: Values, *fields: str) -> None:
    """Raise `Invalid` where `values` are of another record: these fields tell its kind's records apart."""
    moved = [one for one in fields if one in values and str(values[one]) != str(getattr(record, one))]
    if moved:
        raise Invalid([Problem(one, "record.another") for one in moved])


def refuse_blank(values: Values, *fields: str) -> None:
    """Raise `Invalid` at the first of `fields` where nothing at all stands in any of them."""
    if not any(str(values.get(one) or "").strip() for one in fields):
        raise Invalid([Problem(fields[0], "field.empty")])


@dataclass(frozen=True)  # no slots: a frozen generic with slots cannot be made on 3.11
class RecordKind(Generic[R]):
    """One kind of small records; `name` is its name among drafts and the beginning of object names."""

    name: str
    fields: type[Fields]
    texts: Mapping[str, FieldText]
    words: RecordWords
    say: Callable[[R], Lines]
    """The two lines of a record."""
    rows: Callable[[Owner], Sequence[R]]
    """The records of an owner in the order in which they are shown."""
    add: Callable[[Owner, Values], Record] | None
    """Stores a new one; raises `Invalid` and what its service raises. None where they are there by rule."""
    save: Callable[[R, Values], Record]
    """Stores the edited one; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
    remove: Callable[[R], object] | None = None
    """Removes one, as a step that undo takes back; None where they only come."""
    rules: Callable[[Any], list[Problem]] = review_problems
    choices: Mapping[str, Callable[[Owner], Choices]] = field(default_factory=dict)
    """The values of fields that name another record or a word of the rule set."""
    left: Mapping[str, Callable[[Owner], Choices]] = field(default_factory=dict)
    """Of `choices`, what a new one can still take; where nothing is left none is added."""
    begin: Callable[[Owner], Values] = _nothing
    """What stands in the form of a new one."""
    note: Callable[[R], str] = _no_note
    """Where a record comes from and need not be typed again; stands above its fields."""
    fixed: Callable[[R], Collection[str]] = _nothing_fixed
    """The fields of a record that are only read here, since what they say comes from elsewhere."""
    first: str = ""
    """The field at which the form of one that is there opens: the one that most often changes."""
    single: bool = False
    """Whether an owner has one at most."""
    follow: Callable[[], object] | None = None
    """Begins another new one where each is an owner of its own; else it is begun in the same list."""
    prefix: str = ""
    """Stands before the names of its fields where those of another kind on the page would be the same."""
