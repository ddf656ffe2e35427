"""Điểm danh: each member at each sitting by one key, counted in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.conferences import Attendance, ConferenceBody, Presence, Sitting
from app.domain.people import Person
from app.services.conference_views import Counted, counted_at
from ui.desktop.tried import tried
from ui.forms.binder import DraftKeeper, Values
from ui.forms.grid_draft import GridBinder
from ui.models.roll_grid import ARRIVED, FIELDS, PRESENCE, REASON, RollGrid, RollRow
from ui.pages.conference_scene import Scene
from ui.pages.page import Desk
from ui.texts import conference as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import Text
from ui.widgets.roll_view import RollView
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.tips import plain

FORM = "attendance"
_WIDTHS = {PRESENCE: 170, ARRIVED: 90, REASON: 180}
_GOES_ON = {Presence.LATE: ARRIVED, Presence.EXCUSED: REASON}


class RollPart(QWidget):
    """The grid of one sitting; every key is stored at once."""

    undo_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)

    def __init__(self, scene: Scene, desk: Desk) -> None:
        super().__init__()
        self._scene, self._desk = scene, desk
        self._grid = RollGrid(plain, self)
        keys = {key: presence for key, (presence, _words) in words.ROLL_KEY.items()}
        self.view = RollView("rollGrid", words.ROLL, words.ROLL_NAME, keys)
        self._which = ChoiceField(())
        self._which.setObjectName("rollSitting")
        self._which.setAccessibleName(words.WHOSE_SITTING)
        self._which.setMinimumContentsLength(18)
        self._rest = Button(words.ALL_PRESENT, glyph="check", name="restPresent", changes=True)
        self._facts = Text(name="rollFacts")
        self._majority = Text(role="small", tone="soft", name="rollMajority")
        said = "; ".join(told for _presence, told in words.ROLL_KEY.values())
        self._keys = Text(words.ROLL_KEYS.format(keys=said), role="small", tone="soft")
        binder = GridBinder(self._typing, self)
        self.keeper = DraftKeeper(self._keep, binder)
        self.view.cells.typed.connect(binder.edited)
        self._build()
        self._connect()

    def _build(self) -> None:
        table = Sheet(padding=0, spacing=0)
        table.body.addWidget(self.view, 1)
        head = QHBoxLayout()
        spaced(head, look.px(8))
        head.addWidget(self._which)
        head.addWidget(self._facts, 1)
        head.addWidget(self._rest)
        column = QVBoxLayout(self)
        spaced(column, look.px(6))
        column.addLayout(head)
        column.addWidget(self._majority)
        column.addWidget(self._keys)
        column.addWidget(table, 1)

    def _connect(self) -> None:
        self._which.edited.connect(self.refresh)
        self._rest.clicked.connect(self._on_rest)
        self._grid.typed.connect(self._on_typed)
        self.view.called.connect(self._on_called)
        self.view.cleared.connect(self._on_cleared)
        self.view.cells.moved.connect(self._on_moved)
        self.keeper.kept.connect(self.draft_kept)
        self.keeper.failed.connect(self.draft_failed)

    # Showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the roll-call again."""
        view = self._scene.view
        if view is None:
            return
        names = [(one.uid, _sitting_name(one)) for one in view.sittings]
        self._which.set_choices(names)
        self._which.setVisible(len(names) > 1)
        sitting = self._sitting()
        if sitting is None:
            return
        rows = view.attendance(sitting.uid)
        names_of = dict(self._scene.people())
        self._grid.show_rows(
            [_row(one, names_of[one.uid], rows.get(one.uid), view.is_expected(one)) for one in view.listed]
        )
        self.view.show_cells(self._grid, _WIDTHS, {REASON: 1})
        counted = counted_at(view, sitting.uid)
        self._facts.setText(_counted_words(counted))
        numbers = {"present": counted.official_present, "called": counted.official_called}
        said = words.MAJORITY if counted.has_majority else words.NO_MAJORITY
        self._majority.setText(said.format(**numbers))
        self._majority.setVisible(bool(counted.official_called))
        rest = counted.unknown and view.conference.body is not ConferenceBody.PARTY_GROUP
        self._rest.setVisible(bool(rest))

    def go_to(self, uid: str) -> None:
        """Put the cursor onto a member, or onto the first who is not called yet."""
        rows = self._grid.shown
        places = [at for at, one in enumerate(rows) if one.uid == uid]
        places = places or [at for at, one in enumerate(rows) if one.expected and not one.presence]
        self.view.go_to(self._grid.index(places[0] if places else 0, PRESENCE))
        self.view.setFocus()

    def go_on(self) -> None:
        """Open the cell that was being typed into, with what stood there."""
        draft = self._scene.core.drafts.find(FORM, self._draft()) or {}
        places = [at for at, one in enumerate(self._grid.shown) if one.uid == draft.get("member")]
        field = draft.get("field")
        if not places or field not in FIELDS:
            return
        index = self._grid.index(places[0], FIELDS.index(str(field)))
        self.view.go_to(index)
        self.view.setFocus()
        self.view.edit(index)
        writing = self.view.findChild(QLineEdit, "cellField")
        if isinstance(writing, QLineEdit):
            writing.setText(str(draft.get("text", "")))

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let the roll be called, or only be looked at."""
        self._grid.can_edit = allowed
        self.view.let_edit(allowed)

    def _sitting(self) -> Sitting | None:
        sittings = self._scene.view.sittings if self._scene.view else ()
        return next((one for one in sittings if one.uid == self._which.value()), None)

    # Acts ---------------------------------------------------------------------------------------------------

    def _on_called(self, row: int, presence: Presence) -> None:
        if not self._grid.can_edit:
            return
        one = self._grid.shown[row]
        if self._store({one.uid: {**_values(one), "presence": presence}}):
            column = _GOES_ON.get(presence, PRESENCE)
            down = row if presence in _GOES_ON else min(row + 1, len(self._grid.shown) - 1)
            self.view.go_to(self._grid.index(down, column))

    def _on_cleared(self) -> None:
        if not self._grid.can_edit:
            return
        changed: dict[str, Values] = {}
        for index in self.view.chosen():
            one = self._grid.shown[index.row()]
            before = changed.get(one.uid, _values(one))
            changed[one.uid] = {**before, FIELDS[index.column()]: ""}
        self._store(changed)

    def _on_typed(self, uid: str, field: str, text: str) -> None:
        one = next(row for row in self._grid.shown if row.uid == uid)
        values = {**_values(one), field: text}
        if field == FIELDS[ARRIVED] and not one.presence:
            values["presence"] = Presence.LATE
        if self._store({uid: values}):
            self.keeper.forget()
            self._scene.core.drafts.drop(FORM, self._draft())

    def _on_moved(self, down: int, _right: int) -> None:
        # After a reason or an hour the next one is called.
        index = self.view.currentIndex()
        if down and index.isValid():
            self.view.go_to(self._grid.index(index.row(), PRESENCE))

    def _on_rest(self) -> None:
        rest = [one for one in self._grid.shown if one.expected and not one.presence]
        if self._store({one.uid: {**_values(one), "presence": Presence.PRESENT} for one in rest}):
            said = words.ALL_CALLED.format(count=len(rest))
            self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)
            self.view.setFocus()

    def _store(self, rows: dict[str, Values]) -> bool:
        sitting = self._sitting()
        if sitting is None:
            return False
        call = self._scene.core.review.conferences.call
        return tried(lambda: call(sitting, rows), self._desk.notifier)

    # Keeping ------------------------------------------------------------------------------------------------

    def _draft(self) -> str:
        sitting = self._sitting()
        return sitting.uid if sitting else "-"

    def _typing(self) -> Values:
        """Return the cell that is being typed into and what stands there."""
        writing = self.view.cells.open_text()
        if not writing or not writing[0].isValid():
            return {}
        row = self._grid.shown[writing[0].row()]
        return {"member": row.uid, "field": FIELDS[writing[0].column()], "text": writing[1]}

    def _keep(self, values: Values) -> None:
        if values:
            self._scene.core.drafts.keep(FORM, self._draft(), self._scene.placed(values))

    def leave(self) -> None:
        """Take over what is being typed."""
        self.view.settle()
        self.keeper.flush()


def _values(one: RollRow) -> Values:
    return {"presence": one.presence, "arrived_at": one.arrived_at, "reason": one.reason}


def _row(one: Person, name: str, kept: Attendance | None, expected: bool) -> RollRow:  # noqa: FBT001  a fact
    if kept is None:
        return RollRow(one.uid, name, expected=expected)
    return RollRow(one.uid, name, kept.presence, kept.arrived_at, kept.reason, expected)


def _sitting_name(one: Sitting) -> str:
    day = words.DAY.format(date=one.held_on) if one.held_on else words.NO_DAY
    return f"{words.SITTING.format(number=one.position)} · {day}"


def _counted_words(counted: Counted) -> str:
    if not counted.called:
        return words.ROLL_NOBODY
    said = [
        words.ROLL_COUNT.format(
            present=counted.present,
            called=counted.called,
            official=counted.official_present,
            probationary=counted.probationary_present,
        )
    ]
    for text, count in (
        (words.ROLL_LATE, counted.late),
        (words.ROLL_EXCUSED, counted.excused),
        (words.ROLL_UNEXCUSED, counted.unexcused),
        (words.ROLL_UNKNOWN, counted.unknown),
    ):
        said += [text.format(count=count)] if count else []
    return " · ".join(said)
