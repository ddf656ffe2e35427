"""December: the conference is typed from the handwritten minutes, in the order of the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from tests.ui.journey.hand import Hand
from tests.ui.journey.words import Words
from ui.forms.opinion_entry import OpinionEntry
from ui.pages.ballot_part import BallotPart
from ui.pages.conference_page import Tab
from ui.widgets.grid_view import GridView
from ui.widgets.name_field import NameField

_KINDS = {"ưu điểm": Qt.Key.Key_F2, "hạn chế": Qt.Key.Key_F3, "đề nghị": Qt.Key.Key_F4}
_TABS = "conferenceTabs"
_OUTSIDE = 3
"""The tab of the card with the comments of others."""


def settle_population(hand: Hand) -> None:
    """Take the rules' proposals: who is reviewed, who is rated."""
    hand.begin("who is reviewed and rated")
    hand.go("levels")
    hand.press("acceptProposals")


def receive(hand: Hand, words: Words) -> None:
    """Enter what others sent: plan and wishes of the upper committee, supplements, comments, levels."""
    hand.begin("what others sent")
    hand.reach(hand.find(QWidget, "populationList"))
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.press("supplementsReceived")
    hand.go("review")
    hand.press("toYear")
    hand.add("legal_basis", *words["bases"], prefix="basis_")
    hand.add("guidance", *words["guidance"], prefix="guidance_")
    hand.go("review")
    hand.row("reviewSubjectsList", words["residence"]["of"])
    hand.tab("reviewTabs", _OUTSIDE)
    hand.add("outside_opinion", words["residence"]["opinion"], prefix="outside_")
    if "workplace" in words:
        hand.go("levels")
        hand.tab("levelTabs", 1)
        hand.row("levelsList", words["workplace"]["of"])
        hand.add("outside_rating", words["workplace"]["rating"], prefix="outside_")


def meet(hand: Hand, words: Words) -> None:
    """Type conference, sittings and roll, then every turn, and close it."""
    hand.begin("the conference")
    hand.go("review")
    hand.press("toConference")
    turns = [*words.get("collective_turns", ()), *words["turns"]]
    hand.add("conference", words["conference"])
    hand.add("sitting", *words["sittings"])
    hand.add("guest", *words["guests"])
    _call_roll(hand, words)
    hand.tab(_TABS, Tab.END)
    hand.press("openConference")
    hand.tab(_TABS, Tab.OPINIONS)
    for turn in turns:
        hand.row("reviewOrder", turn["of"])
        _hear(hand, turn["opinions"])
    hand.tab(_TABS, Tab.CONCLUSIONS)
    for turn in turns:
        hand.row("reviewOrder", turn["of"])
        _conclude(hand, turn)


def vote(hand: Hand, words: Words) -> None:
    """Type the tallies of the members and of the cell."""
    hand.begin("ballots")
    hand.go("review")
    hand.press("toConference")
    hand.tab(_TABS, Tab.BALLOTS)
    for ballot in words["ballots"]:
        part = next(one for one in hand.window.findChildren(BallotPart) if one.isVisible())
        hand.put(hand.find(QComboBox, "ballotChoice"), ballot["which"])
        hand.fill(ballot["facts"], part, prefix="ballot_", place="ballot")
        for level, votes in ballot["votes"].items():
            _type_votes(hand, hand.find(GridView, "ballotGrid"), level, votes)
        hand.press("saveBallot")
    _all_lines_add_up(hand, words)


def close(hand: Hand, words: Words) -> None:
    """Type what is said of the whole conference, and close it."""
    hand.begin("the conference")
    hand.tab(_TABS, Tab.END)
    hand.edit("close", "", words["close"])
    hand.press("closeConference")


def _call_roll(hand: Hand, words: Words) -> None:
    """One key for each member, at each sitting."""
    hand.tab(_TABS, Tab.ROLL)
    view = hand.find(GridView, "rollGrid")
    for sitting in words["sittings"]:
        boxes = hand.seen(QComboBox, "rollSitting")
        if boxes:
            at = words["sittings"].index(sitting)
            hand.put(boxes[0], boxes[0].itemText(at))
        hand.click(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
        hand.key(Qt.Key.Key_C, times=len(words["members"]))


def _hear(hand: Hand, opinions: Sequence[Sequence[str]]) -> None:
    """Type each opinion: letters of a name, Enter, the key of its kind, text, F6 to conclude it, Enter."""
    entry = next(one for one in hand.window.findChildren(OpinionEntry) if one.isVisible())
    speaker, text = hand.find(NameField, "speaker", entry), hand.find(QPlainTextEdit, "text", entry)
    kind = ""
    for name, said_as, said, *into in opinions:
        hand.reach(speaker)
        hand.type(speaker, name)
        hand.key(Qt.Key.Key_Return)
        if said_as != kind:
            hand.key(_KINDS[said_as])
            kind = said_as
        assert hand.focus() is text, (hand.focus(), name, said_as, speaker.text())
        hand.type(text, said, "opinion.text")
        if into:
            hand.key(Qt.Key.Key_F6)
        hand.key(Qt.Key.Key_Return)


def _conclude(hand: Hand, turn: Mapping[str, Any]) -> None:
    hand.edit("turn", "", turn["turn"], prefix="turn_")
    for text, facts in turn.get("concluded", {}).items():
        hand.edit("shortcoming", text, facts, prefix="shortcoming_")
    hand.add("suggestion_conclusion", *turn.get("points", ()), prefix="point_")
    hand.add("responsibility", *turn.get("blame", ()), prefix="blame_")
    hand.press("finishTurn")


def _all_lines_add_up(hand: Hand, words: Words) -> None:
    """Each one voted on has a line; that it adds up to the valid ballots the program sees to."""
    year = hand.core.review.whole(words["year"])
    assert len(year.ballots) == len(words["ballots"])
    assert len(year.ballot_lines) == len(words["members"]) + 1


def _type_votes(hand: Hand, view: GridView, level: str, votes: Sequence[int]) -> None:
    """Click the first cell of a level and type down its votes; where there is none, Enter alone."""
    model = view.model()
    drawn = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    heads = [" ".join(one.split()) for one in drawn]
    assert level in heads, (level, heads)
    first = model.index(0, heads.index(level))
    hand.click(view.viewport(), view.visualRect(first).center())
    for count in votes:
        if count:
            hand.keys(str(count))
        hand.key(Qt.Key.Key_Return)
