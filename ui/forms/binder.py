"""Binds the fields of a draft to their rows on screen, and keeps what is typed safe until it is saved."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError, Problem
from ui.widgets.field_row import FieldRow

_log = logging.getLogger(__name__)
DRAFT_AFTER_MS = 2000
"""At most this long after the first unsaved keystroke the draft is on disk (decisions.md 3.4)."""

Values = dict[str, object]
Check = Callable[[Mapping[str, object]], list[Problem]]


class Binder(QObject):
    """The values of a form: loaded, read back, compared with what was loaded, marked with problems."""

    edited = Signal()
    left = Signal()

    def __init__(self, check: Check, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._rows: dict[str, FieldRow] = {}
        self._loaded: Values = {}
        self._visited: set[str] = set()
        # What a Save was refused for stays under its field until that field is changed.
        self._refused: dict[str, list[Problem]] = {}

    def bind(self, field: str, row: FieldRow) -> None:
        """Let `row` stand for `field`."""
        self._rows[field] = row
        row.edited.connect(lambda: self._refused.pop(field, None))
        row.edited.connect(self.edited)
        row.left.connect(lambda: self._on_left(field))
        row.refused.connect(lambda actual, limit: self._on_refused(field, actual, limit))

    def load(self, values: Mapping[str, object]) -> None:
        """Show `values`; what is not among them is emptied, and no problem is shown yet."""
        self._visited.clear()
        self._refused.clear()
        for field, row in self._rows.items():
            row.editor.set_value(values.get(field, ""))
            row.place((), whole=False)
        self._loaded = self.values()

    def settle(self, values: Mapping[str, object]) -> None:
        """Count `values` as loaded after they were stored; the field one is in is not touched."""
        self._refused.clear()
        for field, row in self._rows.items():
            if field in values and not row.has_focus():
                row.editor.set_value(values[field])
        self._loaded = self.values()

    def offer(self, values: Mapping[str, object]) -> None:
        """Show an unsaved draft over what was loaded, so that the form counts as changed."""
        for field, value in values.items():
            if field in self._rows:
                self._rows[field].editor.set_value(value)

    def values(self) -> Values:
        """Return what stands in the fields."""
        return {field: row.editor.value() for field, row in self._rows.items()}

    def dirty(self) -> bool:
        """Return whether anything differs from what was loaded."""
        return self.values() != self._loaded

    def show(self, problems: Iterable[Problem]) -> list[Problem]:
        """Put each problem under its field and the cursor into the first; return those without a field."""
        placed = _by_row(problems, self._rows)
        homeless = placed.pop("", [])
        self._refused = placed
        self._visited.update(self._rows)
        self._show_visited()
        for field in placed:
            self._rows[field].place(placed[field], whole=True)
        first = next((field for field in self._rows if field in placed), None)
        if first:
            self._rows[first].focus()
        return homeless

    def recheck(self) -> None:
        """Look again at the fields that were left, because something beside them has changed."""
        self._show_visited()

    def focus(self, field: str = "") -> None:
        """Put the cursor into `field`, or into the first that was refused, or into the first one."""
        refused = (name for name in self._rows if name in self._refused)
        name = field if field in self._rows else next(refused, next(iter(self._rows)))
        self._rows[name].focus()

    def row(self, field: str) -> FieldRow:
        """Return the row of a field."""
        return self._rows[field]

    def _on_left(self, field: str) -> None:
        self._visited.add(field)
        self._show_visited()
        self.left.emit()

    def _on_refused(self, field: str, actual: int, limit: int) -> None:
        self._refused[field] = [Problem(field, "text.not_pasted", {"actual": actual, "limit": limit})]
        self._visited.add(field)
        self._show_visited()

    def _show_visited(self) -> None:
        found = _by_row(self._check(self.values()), self._rows)
        for field in self._visited:
            problems = [*self._refused.get(field, []), *found.get(field, [])]
            self._rows[field].place(problems, whole=False)


def _by_row(problems: Iterable[Problem], rows: Mapping[str, object]) -> dict[str, list[Problem]]:
    """Return the problems by the field whose row shows them; those of no row under ""."""
    placed: dict[str, list[Problem]] = {}
    for problem in problems:
        field = problem.field.partition(".")[0]
        placed.setdefault(field if field in rows else "", []).append(problem)
    return placed


class DraftKeeper(QObject):
    """Writes unfinished input away: two seconds after the first keystroke, on leaving a field, on closing."""

    kept = Signal()
    failed = Signal(object)

    def __init__(self, keep: Callable[[Values], None], binder: Binder) -> None:
        super().__init__(binder)
        self._keep = keep
        self._binder = binder
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._pending = False
        binder.edited.connect(self._on_edited)
        binder.left.connect(self.flush)

    def flush(self) -> None:
        """Write what is not yet written; what fails is tried again at the next tick."""
        if not self._pending:
            return
        self._timer.stop()
        try:
            self._keep(self._binder.values())
        except AppError as error:
            _log.warning("draft not kept: %s", error)
            self._timer.start()
            self.failed.emit(error)
        else:
            self._pending = False
            self.kept.emit()

    def is_pending(self) -> bool:
        """Return whether something typed is not written away yet."""
        return self._pending

    def forget(self) -> None:
        """Stop: the facts are saved or given up."""
        self._pending = False
        self._timer.stop()

    def _on_edited(self) -> None:
        self._pending = True
        if not self._timer.isActive():
            self._timer.start()
