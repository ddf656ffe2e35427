"""What Kiểm tra dữ liệu found, sentence by sentence, and the offer to mend a copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.data_check import Finding
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import data_check as words
from ui.texts import shared
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text


class FindingsDialog(SheetDialog):
    """One line for each finding; `mend_asked` when a mended copy is wanted."""

    mend_asked = Signal()

    def __init__(
        self, findings: Sequence[Finding], *, can_change: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.TITLE, 640, parent)
        self.setObjectName("dataFindings")
        mendable = sum(1 for one in findings if one.can_mend)
        if not findings:
            self.body.addWidget(StateLine(State.DONE, words.WHOLE, role="base"))
        else:
            self.body.addWidget(Text(words.FOUND.format(count=len(findings))))
            for one in findings:
                self.body.addWidget(StateLine(State.LACKING, one.sentence, role="base"))
            said = words.CAN_MEND.format(count=mendable) if mendable else words.NEEDS_PERSON
            self.body.addWidget(Text(said, role="small", tone="soft"))
        self.body.addStretch(1)
        close = Button(shared.CLOSE, name="closeFindings")
        mend = Button(words.MEND, glyph="archive", name="mendCopy", changes=True)
        mend.setVisible(bool(mendable))
        mend.setEnabled(can_change)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        mend.clicked.connect(self.mend_asked)
        mend.clicked.connect(self.accept)
        self.add_buttons(close, mend)
        close.setFocus()
