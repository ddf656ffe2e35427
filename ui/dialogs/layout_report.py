"""What Kiểm tra thể thức found in a Word file: each difference, where it stands and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.listing import ListedColumn, Listing
from app.services.layout_checks import LayoutLine, LayoutReport
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import layout_check as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import Glyph, StateLine, Text
from ui.widgets.styled import spaced

_WIDTHS = (8, 30, 40, 60, 60)


class LayoutReportDialog(SheetDialog):
    """The verdict first, then what is against the guidance, then what may be.

    `again_asked` once it was mended in Word; `open_asked` for the file itself, which papers of the cell lack.
    """

    again_asked = Signal()
    open_asked = Signal()
    print_asked = Signal(object)
    """A `Listing`."""

    def __init__(self, report: LayoutReport, *, has_file: bool, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 760, parent)
        self.setObjectName("layoutReport")
        self.report = report
        state = State.LACKING if report.deviations else State.NOTE if report.hints else State.DONE
        self.body.addWidget(StateLine(state, report.verdict, role="strong", size=20))
        self.body.addWidget(Text(report.taken, role="small", tone="soft", name="layoutTaken"))
        self._add(words.DEVIATIONS, report.deviations, State.LACKING)
        self._add(words.HINTS, report.hints, State.NOTE, words.HINTS_WHY)
        self.body.addWidget(Text(words.NOT_LOOKED, role="small", tone="soft"))
        self.body.addStretch(1)
        self._build_buttons(has_file=has_file)
        help_on_f1(self, "layout")

    def _add(self, title: str, lines: Sequence[LayoutLine], state: State, why: str = "") -> None:
        if not lines:
            return
        self.body.addWidget(Text(title, role="section"))
        if why:
            self.body.addWidget(Text(why, role="small", tone="soft"))
        for one in lines:
            self.body.addLayout(_row(one, state))

    def _build_buttons(self, *, has_file: bool) -> None:
        copy = Button(words.COPY, glyph="files", name="copyLayout")
        print_ = Button(words.PRINT, glyph="printer", name="printLayout")
        open_ = Button(words.OPEN, glyph="folder-open", name="openLayoutFile")
        again = Button(words.AGAIN, glyph="arrows-clockwise", name="checkAgain")
        close = Button(shared.CLOSE, name="closeLayout")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(self.report)))
        print_.clicked.connect(lambda: self.print_asked.emit(listing(self.report)))
        open_.clicked.connect(self.open_asked)
        again.clicked.connect(self.again_asked)
        close.clicked.connect(self.accept)
        for button in (copy, print_):
            button.setVisible(bool(self.report.found))
        for button in (open_, again):
            button.setVisible(has_file)
        close.setDefault(True)
        self.add_buttons(copy, print_, open_, again, close)
        close.setFocus()


def _row(one: LayoutLine, state: State) -> QHBoxLayout:
    """Return the sign, and beside it what differs in ink and how to mend it below."""
    sign = Glyph(state.value.glyph, state.colour, 16, filled=state.value.filled)
    column = QVBoxLayout()
    spaced(column, look.px(2))
    column.addWidget(Text(said(one)))
    column.addWidget(Text(words.MEND.format(mend=one.mend), role="small", tone="soft"))
    row = QHBoxLayout()
    spaced(row, look.px(8))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    return row


def said(one: LayoutLine) -> str:
    """Return a difference in one sentence, without the name of the file."""
    place = words.PLACE.format(words=one.words) if one.words else ""
    return words.LINE.format(component=one.component, place=place, says=one.says)


def as_text(report: LayoutReport) -> str:
    """Return the whole report as lines to paste."""
    lines = [report.verdict, report.taken]
    for one in report.found:
        lines += [f"- {one.sentence}", f"  {words.MEND.format(mend=one.mend)} {one.source}"]
    return "\n".join(lines)


def listing(report: LayoutReport) -> Listing:
    """Return the report as a list to print."""
    rows = tuple(
        (
            place,
            one.component,
            one.words,
            one.says if one in report.deviations else words.HINT_MARK.format(says=one.says),
            one.mend,
        )
        for place, one in enumerate(report.found, start=1)
    )
    titles = zip(words.COLUMNS, _WIDTHS, strict=True)
    columns = tuple(ListedColumn(title, width) for title, width in titles)
    return Listing(words.LISTING_TITLE, columns, rows, (report.verdict, report.taken))
