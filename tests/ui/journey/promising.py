"""January and the end of the year: tasks and commitments of each member, the programme of the cell."""

from __future__ import annotations

from tests.ui.journey.hand import Hand
from tests.ui.journey.words import Words

_SIGNED, _RECEIVED = "signed_on", "received_on"


def promise(hand: Hand, words: Words) -> None:
    """Enter programme and resolution, then everybody's commitment with its results and tasks."""
    hand.begin("programme, commitments, tasks")
    hand.go("commitments")
    hand.tab("commitmentTabs", 1)
    hand.add("programme", words["programme"])
    hand.add("programme_item", *words["programme_items"], prefix="programme_")
    hand.add("task_assignment", words["assignment"])
    hand.tab("commitmentTabs", 0)
    dated = {name: words["signed"][name] for name in (_SIGNED, _RECEIVED)}
    for one in words["commitments"]:
        hand.row("commitmentList", one["of"])
        on_paper = {"on_paper": True, "sheets": one["sheets"]} if "sheets" in one else {}
        hand.add("commitment", {**dated, **on_paper})
        hand.add("commitment_item", *one.get("items", ()))
        hand.add("assigned_task", *one["tasks"], prefix="task_")
