"""A list of small records inside a form: lines that come and go, each with its own fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.types import Entry, Fields
from app.errors import Problem
from ui.forms.record_form import RecordForm
from ui.texts.fields import FieldText
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.styled import hairline, spaced

Problems = Callable[[], list[Problem]]


class EntryLine(QWidget):
    """The fields of one line, with the way to take it out."""

    removed = Signal()

    def __init__(self, kind: type[Entry], text: FieldText, problems: Problems, prefix: str) -> None:
        super().__init__()
        self._problems = problems
        self._uid = ""
        self.form = RecordForm(kind, text.line, self._rules, prefix=prefix)
        self._remove = Button(text.remove, kind="link", name=f"{prefix}remove")
        self._remove.clicked.connect(self.removed)
        column = QVBoxLayout(self)
        spaced(column, look.px(4), (0, look.px(8), 0, 0))
        column.addWidget(self.form)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(hairline())
        self.form.binder.load({})
        self._empty = self.form.binder.values()

    def value(self) -> dict[str, object]:
        """Return the fields and the identity of the line."""
        return {**self.form.binder.values(), "uid": self._uid}

    def set_value(self, value: Mapping[str, object]) -> None:
        """Show a stored line, or one of a draft."""
        self._uid = str(value.get("uid", ""))
        self.form.binder.load(value)

    def is_empty(self) -> bool:
        """Return whether nothing was entered: such a line is none."""
        return not self._uid and self.form.binder.values() == self._empty

    def _rules(self, _draft: Fields) -> list[Problem]:
        """Return what is wrong with this line beside the others, which only the whole form knows."""
        return self._problems()


class EntryList(QWidget):
    """The lines of a list and the button that adds one; as an editor its value is a list of lines."""

    edited = Signal()
    left = Signal()
    refused = Signal(int, int)
    """Never said: each line tells under its own field what it refused."""
    rearranged = Signal()
    """Lines came or went, so that the order of Tab is to be set again."""

    def __init__(self, kind: type[Entry], text: FieldText, problems: Problems, name: str) -> None:
        super().__init__()
        self._kind = kind
        self._text = text
        self._problems = problems
        self._name = name
        self._columns = 2
        self._lines: list[EntryLine] = []
        self._made = 0
        self._add = Button(text.add, glyph="plus", name=f"{name}Add")
        self._add.clicked.connect(self._on_add)
        self._inside = QVBoxLayout()
        spaced(self._inside, look.px(8))
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        column.addLayout(self._inside)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> object:
        """Return the lines in which something stands."""
        return [line.value() for line in self._filled()]

    def set_value(self, value: object) -> None:
        """Show these lines and no others."""
        for line in self._lines:
            self._take_away(line)
        self._lines.clear()
        self._made = 0
        lines = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
        for one in lines:
            if isinstance(one, Mapping):  # a damaged draft may hold anything
                self._put().set_value(one)
        self.rearranged.emit()

    def place(self, problems: Sequence[Problem], *, whole: bool) -> None:
        """Show in each line what is wrong with it: everywhere if `whole`, else where the user has been."""
        for at, line in enumerate(self._filled()):
            if whole:
                line.form.binder.show(_of_line(problems, at))
            else:
                line.form.binder.recheck()

    def focus(self, at: int = 0) -> None:
        """Put the cursor into a line, or onto the button that makes the first one."""
        lines = self._filled()
        if at < len(lines):
            lines[at].form.binder.focus()
        else:
            self._add.setFocus()

    def set_columns(self, columns: int) -> None:
        """Set the fields of the lines in one or two columns."""
        self._columns = columns
        for line in self._lines:
            line.form.set_columns(columns)

    def _filled(self) -> list[EntryLine]:
        return [line for line in self._lines if not line.is_empty()]

    def _on_add(self) -> None:
        line = self._put()
        self.rearranged.emit()
        line.form.binder.focus()

    def _on_removed(self, line: EntryLine) -> None:
        self._lines.remove(line)
        self._take_away(line)
        self._add.setFocus()
        self.rearranged.emit()
        self.edited.emit()
        self.left.emit()

    def _put(self) -> EntryLine:
        prefix = f"{self._name}_{self._made}_"
        self._made += 1
        line = EntryLine(self._kind, self._text, lambda: list(self._problems_of(line)), prefix)
        line.form.set_columns(self._columns)
        line.removed.connect(lambda: self._on_removed(line))
        line.form.binder.edited.connect(self.edited)
        line.form.binder.left.connect(self.left)
        self._lines.append(line)
        self._inside.addWidget(line)
        line.show()  # at once, so that the cursor can go into it
        return line

    def _take_away(self, line: EntryLine) -> None:
        self._inside.removeWidget(line)
        line.hide()
        line.setParent(None)
        line.deleteLater()

    def _problems_of(self, line: EntryLine) -> Iterator[Problem]:
        lines = self._filled()
        if line in lines:
            yield from _of_line(self._problems(), lines.index(line), self._name)


class ListRow(FieldRow):
    """A list in a form, under its label."""

    def __init__(self, entries: EntryList, label: str, name: str) -> None:
        super().__init__(label, entries, name=name)
        self.entries = entries
        self._head.hide()  # the heading of the section and the button say it
        self._wrong_line = 0

    @override
    def place(self, problems: Sequence[Problem], *, whole: bool) -> None:
        self.entries.place(problems, whole=whole)
        lines = [int(problem.field.split(".")[1]) for problem in problems if "." in problem.field]
        self._wrong_line = min(lines, default=0)

    @override
    def problem(self) -> str:
        return ""

    @override
    def focus(self) -> None:
        self.entries.focus(self._wrong_line)

    @override
    def has_focus(self) -> bool:
        inside = self.focusWidget()
        return inside is not None and inside.hasFocus()


def _of_line(problems: Sequence[Problem], at: int, name: str = "") -> list[Problem]:
    """Return the problems of the line at this place, by the names of its fields."""
    found: list[Problem] = []
    for problem in problems:
        parts = problem.field.split(".")
        if len(parts) > 2 and parts[1] == str(at) and name in {"", parts[0]}:  # noqa: PLR2004  list, place, field
            found.append(Problem(parts[2], problem.code, problem.params, problem.severity))
    return found
