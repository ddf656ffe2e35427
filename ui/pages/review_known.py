"""What is known of one under review, section by section; each line leads to its field."""

from __future__ import annotations

from functools import partial

from typing_extensions import override

from app.bootstrap import Core
from app.services.review_subjects import ReviewSubject
from ui.pages.page import Desk
from ui.pages.review_card_part import CardPart
from ui.pages.review_said import KnownLine, known_of
from ui.texts import review as words
from ui.theme.look import look
from ui.widgets.labels import Text
from ui.widgets.styled import emptied, spaced
from ui.widgets.work_row import Work, WorkRow


class KnownPart(CardPart):
    """The first tab: last year's shortcomings, suggestions, promises, what was written, the conference."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        del core, desk
        self._shown: object = None
        spaced(self.column, look.px(2))

    @override
    def show_subject(self, subject: ReviewSubject, year: int) -> None:
        sections = known_of(subject)
        if sections == self._shown:
            return
        self._shown = sections
        emptied(self.column)
        for title, lines in sections:
            self.column.addSpacing(look.px(6))
            self.column.addWidget(Text(title, role="strong"))
            for at, line in enumerate(lines):
                self.column.addWidget(self._row(line, f"known_{line.opens[2] or line.opens[0]}_{at}"))
            if not lines:
                self.column.addWidget(Text(words.NONE, tone="faint"))
        self.column.addStretch(1)
        self.rearranged.emit()

    def _row(self, line: KnownLine, name: str) -> WorkRow:
        row = WorkRow(Work(line.state, line.words, status=line.status), name, on_card=True)
        row.clicked.connect(partial(self._open, line.opens))
        return row

    def _open(self, opens: tuple[str, str, str], *_clicked: bool) -> None:
        self.opened.emit(*opens)
