"""December and January: levels proposed by the cell, and the decision of the upper committee."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.journey.hand import Hand
from tests.ui.journey.words import Words
from ui.models.level_grid import PROPOSE, RECOGNISE, TYPED
from ui.widgets.grid_view import GridView


def propose(hand: Hand, words: Words) -> None:
    """Type the level that the cell found for each, a figure a line."""
    hand.begin("levels")
    hand.go("levels")
    hand.tab("levelTabs", 1)
    hand.press("enterProposed")
    view = hand.find(GridView, f"{PROPOSE}Grid")
    model = view.model()
    hand.click(view.viewport(), view.visualRect(model.index(0, TYPED)).center())
    for at in range(model.rowCount()):
        name = str(model.headerData(at, Qt.Orientation.Vertical))
        hand.keys(str(words["levels"].get(name, words["levels"]["others"])))
        hand.key(Qt.Key.Key_Return)
    hand.press(f"{PROPOSE}Save")
    assert len(hand.core.review.whole(words["year"]).proposed_levels) == len(words["members"]) + 1


def score(hand: Hand, words: Words) -> None:
    """Type the points that the cell gives itself, where the year has points."""
    if "scores" not in words:
        return
    hand.begin("points of the cell")
    hand.go("levels")
    hand.tab("levelTabs", 1)
    hand.row("levelsList", words["scores"]["of"])
    hand.press("toScores")
    view = hand.find(GridView, "scoreGrid")
    assert hand.focus() is view
    for points in words["scores"]["points"]:
        hand.keys(points)
        hand.key(Qt.Key.Key_Return)
    hand.press("scoreSave")
    hand.press("scoreBack")


def recognise(hand: Hand, words: Words) -> None:
    """Enter the decision once; the levels are taken as proposed."""
    hand.begin("levels")
    hand.go("levels")
    hand.tab("levelTabs", 1)
    hand.press("enterRecognised")
    hand.fill(words["decision"], hand.window, prefix="decision_", place="decision")
    hand.press(f"{RECOGNISE}Take")
    hand.press(f"{RECOGNISE}Save")
    assert len(hand.core.review.whole(words["year"]).recognised_levels) == len(words["members"]) + 1
