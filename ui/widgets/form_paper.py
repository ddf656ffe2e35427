"""A form of the committee on screen: its lines and tables as they look, and every place a link.

A place that is marked shows its field on a ground of its own; words that were chosen, with the mouse or by
keys, can be made a place too. Arrows lead from place to place, Enter to the list of fields, Delete takes a
mark away; with Ctrl arrows choose a word, with Shift more or fewer letters of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from app.services.form_marks import Block, Grid, Line, Piece, Row, line_of, span_of
from ui.texts import committee_forms as words
from ui.theme.look import look
from ui.widgets.chosen_words import LINE, chosen, is_choosing

_START = QTextFormat.Property.UserProperty + 2
_HEIGHT = 135.0
_SHOWN = 24
"""Letters that are told of a place, and of what stands before it."""
_ALIGNS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignLeft,
}
_BLANK = "\u2026\u2026"
_QUIET = "\u00a0" * 6
_FORTH = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})
_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})
_TAKING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the places: words of the field by place, and the rows that are repeated."""

    labels: Mapping[str, str]
    rows: frozenset[str] = frozenset()


class FormPaper(QTextBrowser):
    """One part of a form: the text, or a sheet."""

    chosen = Signal(str)
    """A place was chosen, by its address."""
    entered = Signal()
    """Enter on a place: the list of fields is wanted."""
    taken = Signal()
    """Delete on a place: its mark is to go."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("formPaper")
        self.setAccessibleName(words.PAPER)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self._blocks: tuple[Block, ...] = ()
        self._shown = Shown({})
        self._current = ""
        self._places: list[str] = []
        self._at: dict[str, int] = {}
        self._rows: dict[str, Row] = {}
        self._texts: dict[str, str] = {}
        self.anchorClicked.connect(lambda url: self.choose(url.toString()))

    def show_form(self, blocks: tuple[Block, ...], shown: Shown, current: str = "") -> None:
        """Show a part of a form; the place one was looking at stays in sight."""
        kept = self.verticalScrollBar().value()
        self._blocks, self._shown, self._current = blocks, shown, current
        self._places, self._at, self._rows, self._texts = [], {}, {}, {}
        blocker = QSignalBlocker(self)
        self.clear()
        self.document().setDefaultFont(look.font())
        self.document().setDocumentMargin(look.px(14))
        cursor = QTextCursor(self.document())
        for place, block in enumerate(blocks):
            self._write(cursor, block, is_first=place == 0)
        cursor.setPosition(self._at.get(current, 0))
        self.setTextCursor(cursor)
        blocker.unblock()
        self.verticalScrollBar().setValue(kept)

    def choose(self, at: str) -> None:
        """Put the cursor on a place."""
        if at == self._current:
            self.chosen.emit(at)
            return
        self.show_form(self._blocks, self._shown, at)
        self._bring_into_sight(at)
        self.chosen.emit(at)

    def current(self) -> str:
        """Return the chosen words, else the place the cursor is on; empty for none."""
        return self._selected() or self._current

    def places(self) -> tuple[str, ...]:
        """Return the places in the order of the form."""
        return tuple(self._places)

    def position_of(self, at: str) -> int:
        """Return where a place begins in the text on screen."""
        return self._at[at]

    def following(self, at: str) -> str:
        """Return the next place without a mark, empty where there is none."""
        start = self._places.index(at) + 1 if at in self._places else 0
        free = (one for one in self._places[start:] if one not in self._shown.labels)
        return next(free, "")

    def row_at(self, at: str) -> Row | None:
        """Return the innermost row that a place stands in, None outside of tables."""
        return self._rows.get(line_of(at))

    def text_at(self, at: str) -> str:
        """Return what the form has at a place, with some words before it."""
        start, end = span_of(at)
        text = self._texts.get(line_of(at), "")
        shown = text[start:end]
        if len(shown) > _SHOWN:
            shown = f"{shown[:_SHOWN].rstrip()}\u2026"
        return f"{text[max(start - _SHOWN, 0) : start]}{shown}".strip(" :\u00a0")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if is_choosing(event):
            self._choose_words(event)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not (
            self._places or self._selected()
        ):
            super().keyPressEvent(event)
        elif key in _FORTH | _BACK:
            self._step(1 if key in _FORTH else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key in _TAKING:
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def _choose_words(self, event: QKeyEvent) -> None:
        span, cursor = chosen(event, self.document(), self.textCursor()), self.textCursor()
        if span:
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _step(self, by: int) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        if not self._places:
            return
        at = self._places.index(self._current) + by if self._current in self._places else 0
        self.choose(self._places[min(max(at, 0), len(self._places) - 1)])

    def _bring_into_sight(self, at: str) -> None:
        if at in self._at:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._at[at])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _selected(self) -> str:
        """Return the address of the words that are chosen, where they lie in one line."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return ""
        first, last = self._letter(cursor.selectionStart()), self._letter(cursor.selectionEnd() - 1)
        if first is None or last is None or first[0] != last[0] or first[1] > last[1]:
            return ""
        return f"{first[0]}/{first[1]}-{last[1] + 1}"

    def _letter(self, position: int) -> tuple[str, int] | None:
        """Return the line and the number of the letter that stands at a position; None on a place."""
        block = self.document().findBlock(position)
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.contains(position):
                form = fragment.charFormat()
                line = str(form.property(LINE) or "")
                start = int(form.property(_START) or 0)
                return (line, start + position - fragment.position()) if line else None
            fragments += 1
        return None

    # Writing ------------------------------------------------------------------------------------------------

    def _write(self, cursor: QTextCursor, block: Block, *, is_first: bool) -> None:
        if isinstance(block, Line):
            self._line(cursor, block, is_first=is_first)
        else:
            self._table(cursor, block)

    def _line(self, cursor: QTextCursor, line: Line, *, is_first: bool) -> None:
        shape = QTextBlockFormat()
        shape.setAlignment(_ALIGNS[line.align])
        shape.setLineHeight(_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if is_first:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)
        start = 0
        self._texts[line.at] = "".join(piece.text for piece in line.pieces)
        for piece, here in _cut(line, self._shown.labels):
            self._piece(cursor, line, piece, start if not here else span_of(here)[0])
            start += len(piece.text)

    def _piece(self, cursor: QTextCursor, line: Line, piece: Piece, start: int) -> None:
        form = QTextCharFormat()
        form.setFont(look.font(bold=piece.bold))
        form.setFontItalic(piece.italic)
        form.setForeground(look.colour("ink"))
        text = piece.text
        if piece.at:
            text = self._place(form, piece)
            self._places.append(piece.at)
            self._at[piece.at] = cursor.position()
        else:
            form.setFontUnderline(piece.underline)
            form.setProperty(LINE, line.at)
            form.setProperty(_START, start)
        cursor.insertText(text.replace("\n", "\u2028"), form)

    def _place(self, form: QTextCharFormat, piece: Piece) -> str:
        """Give a place its look and return what it shows: its field, else the dots of the form."""
        form.setAnchor(True)
        form.setAnchorHref(QUrl(piece.at).toString())
        label = self._shown.labels.get(piece.at)
        is_current = piece.at == self._current
        ground = "chosen" if is_current else "done_ground" if label is not None else "warn_ground"
        form.setBackground(look.colour(ground))
        form.setForeground(look.colour("accent" if is_current else "done" if label is not None else "warn"))
        form.setFont(look.font(bold=label is not None or is_current))
        if piece.quiet and label is None and not is_current:
            form.clearBackground()
        if label is not None:
            return f"\u00a0{label}\u00a0"
        shown = piece.text.strip()
        blank = _QUIET if piece.quiet else _BLANK
        return f"\u00a0{piece.name or shown[:40] or blank}\u00a0"

    def _table(self, cursor: QTextCursor, grid: Grid) -> None:
        columns = max((sum(box.across for box in row.boxes) for row in grid.rows), default=0)
        if not columns:
            return
        table = cursor.insertTable(len(grid.rows), columns, _shape(grid, columns))
        for place, row in enumerate(grid.rows):
            self._row(table, place, row, columns)
        after = QTextCursor(self.document())
        after.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(table.lastCursorPosition().position() + 1)

    def _row(self, table: QTextTable, place: int, row: Row, columns: int) -> None:
        column = 0
        for box in row.boxes:
            if column >= columns:
                break
            across = min(box.across, columns - column)
            if across > 1 or box.down > 1:
                table.mergeCells(place, column, max(box.down, 1), across)
            for line in box.lines:
                self._rows[line.at] = row
            if box.down:
                self._box(table, place, column, box.lines, box.grid)
            self._edges(table, place, column, is_repeated=row.at in self._shown.rows)
            column += across

    def _box(
        self,
        table: QTextTable,
        place: int,
        column: int,
        lines: tuple[Line, ...],
        inside: tuple[Grid, ...],
    ) -> None:
        cursor = table.cellAt(place, column).firstCursorPosition()
        for at, line in enumerate(lines):
            self._line(cursor, line, is_first=at == 0)
        for grid in inside:
            self._table(cursor, grid)

    def _edges(self, table: QTextTable, place: int, column: int, *, is_repeated: bool) -> None:
        cell = table.cellAt(place, column)
        form = cell.format().toTableCellFormat()
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(look.colour("hairline_strong"))
        if is_repeated:
            form.setBackground(look.colour("note_ground"))
        cell.setFormat(form)


def _shape(grid: Grid, columns: int) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(look.colour("hairline_strong"))
    shape.setCellPadding(look.px(3))
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    whole = sum(grid.widths)
    if len(grid.widths) == columns and whole > 0:
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * one / whole) for one in grid.widths]
        )
    return shape


def _cut(line: Line, labels: Mapping[str, str]) -> list[tuple[Piece, str]]:
    """Return the pieces of a line, with places that were made of chosen words cut out of its text."""
    own = {piece.at for piece in line.pieces if piece.at}
    chosen = sorted((span_of(at), at) for at in labels if line_of(at) == line.at and at not in own)
    found: list[tuple[Piece, str]] = []
    start = 0
    for piece in line.pieces:
        end = start + len(piece.text)
        done = start
        inside = [one for one in chosen if start <= one[0][0] < end] if not piece.at else []
        for (from_, to), at in inside:
            if from_ > done:
                found.append((_part(piece, done - start, from_ - start), ""))
            found.append((Piece(piece.text[from_ - start : to - start], at), at))
            done = max(to, done)
        if done < end or piece.at:
            found.append((_part(piece, max(done - start, 0), end - start), ""))
        start = end
    return found


def _part(piece: Piece, start: int, end: int) -> Piece:
    return replace(piece, text=piece.text[start:end])
