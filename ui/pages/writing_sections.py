"""The sections of a form as a list with their states, and as a list box where there is no room."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.writing import SectionView, WritingSheet, Written
from ui.texts import writing as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import StateLine, Text
from ui.widgets.order_list import OrderList, Turn
from ui.widgets.sheet import Sheet
from ui.widgets.styled import hairline, spaced, styled

FACTS = "facts"
"""Stands last: handing in, level."""
_LATER_PART = re.compile(r"[BC]\.(?= )")
"""Numbers begin anew in each part: "B.I." is not the "I." of the first one."""
_NUMBER = re.compile(r"^(?:\d+|[IVX]+)\.\s")
_SIGNS = {
    Written.DONE: State.DONE,
    Written.PARTLY: State.PARTLY,
    Written.OPEN: State.OPEN,
    Written.NOT_DUE: State.NOT_APPLICABLE,
}


class SectionList(Sheet):
    """Which section is written, which are open; `box` is its narrow form."""

    chosen = Signal(str)
    picked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, spacing=0)
        self._codes: list[str] = []
        self.box = ChoiceField(())
        self.box.setObjectName("sectionBox")
        self.box.setAccessibleName(words.SECTION_BOX)
        self._order = OrderList("writingSections", words.SECTIONS)
        self._count = Text(role="small", tone="soft", wrap=False, name="sectionCount")
        self._optional = _legend(Written.NOT_DUE)
        self._build()
        self._order.chosen.connect(self.chosen)
        self._order.picked.connect(self.picked)
        self.box.edited.connect(lambda: self.chosen.emit(str(self.box.value())))

    def _build(self) -> None:
        head, foot = QWidget(), QWidget()
        styled(head, ground="head")
        row = QHBoxLayout(head)
        spaced(row, look.px(8), (look.px(13), look.px(8), look.px(10), look.px(8)))
        row.addWidget(Text(words.SECTIONS, role="strong", tone="soft", wrap=False), 1)
        row.addWidget(self._count)
        legend = QVBoxLayout(foot)
        spaced(legend, look.px(2), (look.px(13), look.px(8), look.px(10), look.px(10)))
        for one in (Written.DONE, Written.PARTLY, Written.OPEN):
            legend.addWidget(_legend(one))
        legend.addWidget(self._optional)
        for part in (head, hairline()):
            self.body.addWidget(part)
        self.body.addWidget(self._order, 1)
        self.body.addWidget(foot)

    def show_sheet(self, sheet: WritingSheet, current: str) -> None:
        """Show the sections of a piece with the one being written."""
        listed = [one for one in sheet.sections if one.carries != "level"]
        part, turns = "", []
        for one in listed:
            part = _part(one) or part
            turns.append(Turn(one.code, _short(one, part), _SIGNS[one.written], _said(one)))
        facts = _facts(sheet)
        turns.append(Turn(FACTS, words.FACTS_SHORT, _SIGNS[facts], words.WRITTEN[facts]))
        self._codes = [one.key for one in turns]
        names = [
            words.SECTION_AT.format(at=at, all=len(turns), name=one.name) for at, one in enumerate(turns, 1)
        ]
        self.box.set_choices(list(zip(self._codes, names, strict=True)))
        self.box.set_value(current)
        self._order.show_turns(turns, current)
        due = [one.written for one in listed if one.written is not Written.NOT_DUE]
        given = {"done": due.count(Written.DONE), "all": len(due)}
        self._count.setText(words.COUNT.format(**given))
        self._count.setAccessibleName(words.COUNT_SAID.format(**given))
        self._optional.setVisible(len(due) < len(listed))

    def mark(self, current: str) -> None:
        """Mark the section that is shown, where another one was asked for in vain."""
        self._order.mark(current)
        self.box.set_value(current)

    def beside(self, code: str, step: int) -> str:
        """Return the section before or after one; the ends stay."""
        at = self._codes.index(code) + step if code in self._codes else 0
        return self._codes[min(max(at, 0), len(self._codes) - 1)]


def _part(section: SectionView) -> str:
    """Return the letter of the part that begins with a section, where it is not the first of the form."""
    found = (_LATER_PART.match(one) for one in section.under)
    return next((one.group() for one in found if one), "")


def _short(section: SectionView, part: str) -> str:
    number = _NUMBER.match(section.heading)
    name = words.SHORT.get(section.code, section.heading[number.end() if number else 0 :])
    return f"{part}{number.group()}{name}" if number else name


def _said(section: SectionView) -> str:
    said = words.WRITTEN[section.written]
    typed = len(section.text.split())
    return f"{said}, {words.WORD_COUNT.format(count=typed)}" if typed else said


def _facts(sheet: WritingSheet) -> Written:
    """Return how far the level and the day are that the piece bears."""
    record = sheet.record
    if record is None:
        return Written.OPEN
    days = (getattr(record, name, None) for name in ("handed_in_on", "sent_on", "adopted_on"))
    filled = [bool(record.self_level), any(days)]
    return Written.DONE if all(filled) else Written.PARTLY if any(filled) else Written.OPEN


def _legend(written: Written) -> StateLine:
    line = StateLine(_SIGNS[written])
    line.say(_SIGNS[written], words.WRITTEN[written], "soft")
    return line
