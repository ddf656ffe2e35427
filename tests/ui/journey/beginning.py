"""January: the wizard, the five members, the review of the year begun with its bases and days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.journey.hand import WAIT, Hand
from tests.ui.journey.words import Words
from ui.forms.recovery_code import ASKED_GROUPS
from ui.pages.member_editor import MemberEditor

SCREEN = (1366, 697)
"""The laptop of a secretary, less the bar of Windows."""


def found_cell(hand: Hand, words: Words) -> None:
    """Go through the wizard to the open, empty book."""
    hand.begin("wizard, then the password each evening")
    hand.program.start()
    hand.press("newCell")
    hand.fill({**words["cell"], "year": str(words["year"])}, hand.window, place="cell")
    hand.press("cellNext")
    for name in ("first", "second"):
        hand.put(hand.find(QWidget, f"{name}Field"), words["password"])
    hand.press("create")
    hand.qtbot.waitUntil(lambda: hand.program.core is not None, timeout=WAIT)
    code = hand.find(QLabel, "recoveryCode").text().split("-")
    for at in ASKED_GROUPS:
        hand.put(hand.find(QWidget, f"group{at}"), code[at - 1])
    hand.press("start")
    hand.window.resize(*SCREEN)


def come_back(hand: Hand, words: Words, sit_down: Callable[[], None]) -> None:
    """Lock the book, let the days pass, and open it again with the password."""
    hand.begin("wizard, then the password each evening")
    hand.press("lockNow")
    hand.qtbot.waitUntil(lambda: hand.program.core is None, timeout=WAIT)
    sit_down()
    hand.put(hand.find(QWidget, "passwordField"), words["password"])
    hand.press("open")
    hand.qtbot.waitUntil(lambda: hand.program.core is not None, timeout=WAIT)
    hand.find(QWidget, "nav_review")
    hand.window.resize(*SCREEN)


def enter_members(hand: Hand, words: Words) -> None:
    """Type the members into their form, one after the other."""
    hand.begin("five members")
    hand.go("members")
    hand.press("addMember")
    members = words["members"]
    for at, member in enumerate(members, start=1):
        _enter(hand, member)
        hand.press("saveMember" if at == len(members) else "saveAndNew")
    assert len(hand.core.members.list()) == len(members)


def _enter(hand: Hand, member: Mapping[str, Any]) -> None:
    editor = next(one for one in hand.window.findChildren(MemberEditor) if one.isVisible())
    hand.fill({name: value for name, value in member.items() if name != "posts"}, editor, place="member")
    for at, post in enumerate(member.get("posts", ())):
        hand.press("postsAdd", editor)
        hand.fill(post, editor, prefix=f"posts_{at}_", place="post")


def begin_review(hand: Hand, words: Words) -> None:
    """Begin the review: rules, what is settled, the documents it stands on."""
    hand.begin("the review begun")
    hand.go("review")
    hand.press("toYear")
    hand.press("beginReview")
    hand.edit("cycle", "", words["cycle"])
    if hand.seen(QPushButton, "takeBases"):
        hand.press("takeBases")
