"""November: the letter of the upper committee cut into points, explanations, what chi ủy asks, last year."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.journey.hand import Hand
from tests.ui.journey.words import Words


def explain(hand: Hand, words: Words) -> None:
    """Register the letter, cut it by one act, explain each point, enter what chi ủy asked."""
    hand.begin("letter, points, explanations")
    hand.go("review")
    hand.press("toLetters")
    hand.add("suggestion_letter", words["letter"], prefix="letter_")
    field = hand.find(QPlainTextEdit, "letterText")
    hand.reach(field)
    for at, point in enumerate(words["points"], start=1):
        hand.type(field, f"{at}. ")
        hand.type(field, point["text"], "suggestion_point.text")
        hand.type(field, "\n")
    hand.press("cutLetter")
    for point in words["points"]:
        hand.open_line("suggestion_point", point["text"])
        hand.edit("explanation", "", point["explanation"], prefix="explanation_")
    hand.add("clarification", *words["clarifications"], prefix="question_")


def answer_last_year(hand: Hand, words: Words) -> None:
    """Enter on the card of each what last year found, and what became of it."""
    hand.begin("last year's shortcomings")
    hand.go("review")
    for one in words["earlier"]:
        hand.row("reviewSubjectsList", one["of"])
        hand.tab("reviewTabs", 1)
        hand.add("earlier_shortcoming", {name: value for name, value in one.items() if name != "of"})
