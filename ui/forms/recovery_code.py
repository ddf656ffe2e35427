"""The recovery code as it is given out: shown once, printed, and proved to be on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.desktop import clipboard
from ui.desktop.printing import Printing
from ui.desktop.recovery_sheet import SheetFacts, recovery_sheet
from ui.texts import recovery as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.editors import LineField
from ui.widgets.field_row import FieldRow
from ui.widgets.guarded import GuardedText
from ui.widgets.labels import Text
from ui.widgets.styled import spaced

ASKED_GROUPS = (2, 5)
"""The groups of the code that are typed back, counted from 1."""


class RecoveryCodeForm(QWidget):
    """The code, "In tờ mã", and either two groups typed back or a tick that the printed sheet is good."""

    entered = Signal()

    def __init__(self, printing: Printing) -> None:
        super().__init__()
        self._printing = printing
        self._code = ""
        self._facts: SheetFacts | None = None
        self._shown = GuardedText(role="title", name="recoveryCode", wrap=False)
        self._shown.copied.connect(clipboard.copy)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._print = Button(words.PRINT, glyph="printer", name="printCode")
        self._printed = QCheckBox(words.PRINTED)
        self._printed.setObjectName("codePrinted")
        self._printed_help = Text(words.PRINTED_HELP, role="small", tone="soft")
        self._groups = [
            FieldRow(words.GROUP.format(at=at), LineField(most=8), name=f"group{at}") for at in ASKED_GROUPS
        ]
        self._build()
        self._print.clicked.connect(self._on_print)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(10))
        column.addWidget(Text(words.CODE_WORDS))
        column.addWidget(self._shown)
        column.addWidget(self._print, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._printed)
        column.addWidget(self._printed_help)
        column.addWidget(Text(words.CONFIRM_WORDS))
        row = QHBoxLayout()
        spaced(row, look.px(12))
        for group in self._groups:
            row.addWidget(group)
            field = group.editor
            if isinstance(field, LineField):
                field.returnPressed.connect(self.entered)
        row.addStretch(1)
        column.addLayout(row)
        self._offer_tick(offered=False)

    def show_code(self, code: str, facts: SheetFacts) -> None:
        """Show `code`; `facts` stand on its sheet."""
        self._code, self._facts = code, facts
        self._shown.setText(code)
        self._printed.setChecked(False)
        self._offer_tick(offered=False)
        for group in self._groups:
            group.editor.set_value("")
            group.show_problem("")

    def code(self) -> str:
        """Return the code shown."""
        return self._code

    def focus(self) -> None:
        """Put the cursor into the first group."""
        self._groups[0].focus()

    def is_on_paper(self) -> bool:
        """Return whether the code is known to be on paper; otherwise say what is missing and go there."""
        if self._printed.isChecked():
            return True
        groups = self._code.split("-")
        for at, row in zip(ASKED_GROUPS, self._groups, strict=True):
            typed = str(row.editor.value()).strip().upper()
            row.show_problem("" if typed == groups[at - 1] else words.GROUP_WRONG)
        wrong = next((row for row in self._groups if row.problem()), None)
        if wrong:
            wrong.focus()
        return wrong is None

    def _on_print(self) -> None:
        printer = self._printing.choose(self)
        if printer and self._facts:
            self._printing.print(printer, [recovery_sheet(self._facts, self._code)])
            self._offer_tick(offered=True)

    def _offer_tick(self, *, offered: bool) -> None:
        self._printed.setVisible(offered)
        self._printed_help.setVisible(offered)
