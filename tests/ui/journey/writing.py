"""November: everybody's self-review, on paper or section by section, and the collective report."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget

from tests.ui.journey.hand import Hand
from tests.ui.journey.words import Words


def write_reviews(hand: Hand, words: Words) -> None:
    """Write or register the self-review of each member, then the draft of the report where there is one."""
    hand.begin("self-reviews, collective report")
    for name, own in words["self_reviews"].items():
        _write(hand, name, own)
    if "report" in words:
        _write(hand, words["report"]["of"], words["report"])


def complete_report(hand: Hand, words: Words) -> None:
    """Complete the draft after the conference and have it adopted."""
    if "report" not in words:
        return
    hand.begin("the report completed")
    hand.go("review")
    hand.row("reviewSubjectsList", words["report"]["of"])
    hand.press("writeReview")
    hand.press("finishWriting")
    _save_facts(hand, words["report"]["adopted"])


def _write(hand: Hand, name: str, own: Words) -> None:
    hand.go("review")
    hand.row("reviewSubjectsList", name)
    hand.press("writeReview")
    _write_sections(hand, own.get("sections", {}))
    _save_facts(hand, own["facts"])


def _write_sections(hand: Hand, sections: Mapping[str, str]) -> None:
    """Type the sections in the order of the form; Alt+Down leads into the field of the next one."""
    order = _codes(hand)
    at = 0
    for code in sorted(sections, key=order.index):
        hand.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, times=order.index(code) - at)
        at = order.index(code)
        field = hand.find(QPlainTextEdit, "text")
        assert hand.focus() is field, code
        hand.type(field, sections[code], f"section.{code}")


def _codes(hand: Hand) -> list[str]:
    """Return the sections as the list at the left shows them."""
    listed = hand.find(QListWidget, "writingSections")
    return [listed.item(at).data(Qt.ItemDataRole.UserRole) for at in range(listed.count())]


def _save_facts(hand: Hand, facts: Mapping[str, object]) -> None:
    listed = hand.find(QListWidget, "writingSections")
    left = listed.count() - 1 - listed.currentRow()
    hand.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, times=left)
    hand.fill(facts, hand.find(QWidget, "writingFacts"), place="self_review")
    hand.press("saveFacts")
