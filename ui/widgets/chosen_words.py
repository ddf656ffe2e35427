"""Words of a shown form chosen by keys: a word, more or fewer letters, another line.

Places to write on are never part of what is chosen, and it never leaves its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument, QTextFormat

LINE = QTextFormat.Property.UserProperty + 1
"""The property of letters that stand in a line of the form; those of a place have none."""
_WORD = re.compile(r"\S+")
_FORTH, _BACK = 1, -1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters that stand together in one line, without a place between them."""

    block: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """Return the position behind the last letter."""
        return self.start + len(self.text)

    def words(self) -> list[tuple[int, int]]:
        """Return where its words begin and end."""
        return [(self.start + one.start(), self.start + one.end()) for one in _WORD.finditer(self.text)]


Span = tuple[int, int]
"""Where choosing began, and where it has come to."""
Step = Callable[[Sequence[Stretch], QTextCursor], Span | None]


def chosen(event: QKeyEvent, document: QTextDocument, cursor: QTextCursor) -> Span | None:
    """Return what is chosen after a key; None where the key chooses nothing."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    step = _STEPS.get((held, Qt.Key(event.key())))
    return step(_stretches(document), cursor) if step else None


def is_choosing(event: QKeyEvent) -> bool:
    """Return whether a key chooses words."""
    return (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())) in _STEPS


def _stretches(document: QTextDocument) -> list[Stretch]:
    found: list[Stretch] = []
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().property(LINE):
                last = found[-1] if found else None
                if last and (last.block, last.end) == (block.blockNumber(), fragment.position()):
                    found[-1] = Stretch(last.block, last.start, last.text + fragment.text())
                else:
                    found.append(Stretch(block.blockNumber(), fragment.position(), fragment.text()))
            fragments += 1
        block = block.next()
    return found


def _another_word(by: int) -> Step:
    def step(stretches: Sequence[Stretch], cursor: QTextCursor) -> Span | None:
        words = [word for one in stretches for word in one.words()]
        if by == _FORTH:
            return next((one for one in words if one[0] >= cursor.selectionEnd()), None)
        return next((one for one in reversed(words) if one[1] <= cursor.selectionStart()), None)

    return step


def _another_line(by: int) -> Step:
    def step(stretches: Sequence[Stretch], cursor: QTextCursor) -> Span | None:
        here = cursor.document().findBlock(cursor.selectionStart()).blockNumber()
        firsts: dict[int, Span] = {}
        for one in stretches:
            for word in one.words()[:1]:
                firsts.setdefault(one.block, word)
        beside = [block for block in firsts if (block - here) * by > 0]
        return firsts[min(beside) if by == _FORTH else max(beside)] if beside else None

    return step


def _longer(by: int, reach: Callable[[Stretch, int, int], int]) -> Step:
    def step(stretches: Sequence[Stretch], cursor: QTextCursor) -> Span | None:
        here = cursor.document().findBlock(cursor.position()).blockNumber()
        own = [one for one in stretches if one.block == here]
        anchor, position = cursor.anchor(), cursor.position()
        if anchor != position:
            around = next((one for one in own if one.start <= min(anchor, position) < one.end), None)
        elif by == _FORTH:
            around = next((one for one in own if one.end > position), None)
        else:
            around = next((one for one in reversed(own) if one.start < position), None)
        if around is None:
            return None
        anchor, position = (min(max(one, around.start), around.end) for one in (anchor, position))
        return anchor, min(max(reach(around, position, by), around.start), around.end)

    return step


def _by_letter(_around: Stretch, position: int, by: int) -> int:
    return position + by


def _by_word(around: Stretch, position: int, by: int) -> int:
    if by == _FORTH:
        return next((end for _, end in around.words() if end > position), around.end)
    return next((start for start, _ in reversed(around.words()) if start < position), around.start)


def _to_end(around: Stretch, _position: int, by: int) -> int:
    return around.end if by == _FORTH else around.start


_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Step] = {
    (_CTRL, Qt.Key.Key_Right): _another_word(_FORTH),
    (_CTRL, Qt.Key.Key_Left): _another_word(_BACK),
    (_CTRL, Qt.Key.Key_Down): _another_line(_FORTH),
    (_CTRL, Qt.Key.Key_Up): _another_line(_BACK),
    (_SHIFT, Qt.Key.Key_Right): _longer(_FORTH, _by_letter),
    (_SHIFT, Qt.Key.Key_Left): _longer(_BACK, _by_letter),
    (_CTRL | _SHIFT, Qt.Key.Key_Right): _longer(_FORTH, _by_word),
    (_CTRL | _SHIFT, Qt.Key.Key_Left): _longer(_BACK, _by_word),
    (_SHIFT, Qt.Key.Key_End): _longer(_FORTH, _to_end),
    (_SHIFT, Qt.Key.Key_Home): _longer(_BACK, _to_end),
}
