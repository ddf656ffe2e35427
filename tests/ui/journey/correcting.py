"""After the conference: the plan of correction from the conclusions, lessons, announcement, the findings."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.journey.hand import Hand
from tests.ui.journey.words import Words
from ui.widgets.work_row import WorkRow


def plan_corrections(hand: Hand, words: Words) -> None:
    """Take the conclusions into the ledger by one click, then say who checks each, and its milestones."""
    hand.begin("plan of correction")
    hand.go("remediation")
    hand.press("planRemediation")
    for one in (*words.get("collective_corrections", ()), *words["corrections"]):
        hand.row("remediationList", one["of"])
        hand.edit("remediation_item", "", one["item"])
        hand.add("remediation_step", *one["steps"], prefix="step_")


def learn(hand: Hand, words: Words) -> None:
    """Write what was learnt, and where next year leads to."""
    hand.begin("lessons")
    hand.go("review")
    hand.press("toYear")
    hand.edit("cycle", "", words["direction"])
    hand.edit("round", "", words["lessons"])


def answer_findings(hand: Hand, words: Words) -> None:
    """Answer what Bảng rà soát asks; nothing is left that has to be answered before the dossier goes."""
    hand.begin("findings answered")
    hand.go("findings")
    for finding, answer in words["answers"].items():
        hand.click(hand.find(WorkRow, f"finding_{finding}"))
        field = hand.find(QPlainTextEdit, "findingAnswer")
        hand.reach(field)
        hand.type(field, answer, f"finding.{finding}")
        hand.press("findingKeep")
    _nothing_open(hand, words, "block", "answer")


def announce(hand: Hand, words: Words) -> None:
    """Write when and how the levels were told; then nothing at all is open."""
    hand.begin("announcement")
    hand.go("review")
    hand.press("toYear")
    hand.edit("cycle", "", words["announcement"])
    _nothing_open(hand, words, "block", "answer", "todo")


def _nothing_open(hand: Hand, words: Words, *severities: str) -> None:
    lines = hand.core.review.findings.lines(words["year"])
    left = [one.finding.sentence for one in lines if one.is_open and one.finding.severity in severities]
    assert not left, left
