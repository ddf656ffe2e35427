"""What a check of a package found: one of four answers, and each file at fault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.services.packages import Answer, Verdict, WrongFile
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.record_table import Column, RecordTable
from ui.texts import packages as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.facts import FactList
from ui.widgets.labels import StateLine, Text
from ui.widgets.record_view import HEAD, ROW, RecordView

STATES = {
    Answer.WHOLE: State.DONE,
    Answer.UNKNOWN_KEY: State.NOTE,
    Answer.WRONG: State.BLOCKED,
    Answer.UNFINISHED: State.LACKING,
}
MOST_ROWS = 6


class VerdictDialog(SheetDialog):
    """Answer first, then whose package it is, then the files."""

    def __init__(self, folder: Path, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(words.CHECK_TITLE, 680, parent)
        self.setObjectName("verdictDialog")
        answer, explanation = words.ANSWERS[verdict.answer.value]
        signature = words.SIGNATURES.get(verdict.signature.value, "")
        self.answer = StateLine(STATES[verdict.answer], answer, role="section", size=20)
        self.body.addWidget(self.answer)
        self.body.addWidget(Text(" ".join(filter(None, (explanation, signature)))))
        self.body.addWidget(_facts(folder, verdict))
        if verdict.wrong:
            self.body.addWidget(Text(words.WRONG_FILES, role="section"))
            self.body.addWidget(self._files(verdict))
        if verdict.harmless:
            harmless = words.HARMLESS.format(count=len(verdict.harmless))
            self.body.addWidget(Text(harmless, role="small", tone="soft"))
        self.body.addStretch(1)
        close = Button(shared.CLOSE, name="closeVerdict")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.add_buttons(close)
        close.setFocus()
        help_on_f1(self, "packages")

    def _files(self, verdict: Verdict) -> RecordView:
        columns = (
            Column[WrongFile]("path", words.WRONG_FILE, lambda one: one.path),
            Column[WrongFile]("kind", words.FAULT, _fault, 280),
        )
        table: RecordTable[WrongFile] = RecordTable(columns, lambda one: one.path, self)
        view = RecordView("wrongFiles", words.WRONG_FILES)
        view.show_rows(table, [column.width for column in columns], 0)
        table.set_records(verdict.wrong)
        view.setFixedHeight(look.px(HEAD) + look.px(ROW) * min(len(verdict.wrong), MOST_ROWS) + 2)
        return view


def _facts(folder: Path, verdict: Verdict) -> FactList:
    facts = FactList(shared.UNKNOWN)
    info = verdict.info
    facts.add(words.CHECKED_CELL, info.get("Source-Organization", ""))
    facts.add(words.CHECKED_YEAR, info.get("X-Review-Year", ""))
    facts.add(words.CHECKED_DAY, "/".join(reversed(info.get("Bagging-Date", "").split("-"))))
    facts.add(words.CHECKED_FOLDER, folder.name)
    return facts


def _fault(one: WrongFile) -> str:
    return words.FAULTS[one.kind.value].format(found_as=one.found_as)
