"""The kinds of paper and the texts of one, with their signs; as list boxes where there is no room."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.services.own_wording import KindWords, TextView
from ui.texts import wording as words
from ui.theme.signs import State
from ui.widgets.editors import ChoiceField
from ui.widgets.order_list import OrderList, Turn

_LONGEST, _IN_BOX = 90, 50


class KindList(OrderList):
    """The kinds by the steps of the year; one with own words is marked."""

    def __init__(self) -> None:
        super().__init__("wordingKinds", words.KINDS)
        self.box = ChoiceField(())
        self.box.setObjectName("kindBox")
        self.box.setAccessibleName(words.KIND_BOX)
        self.box.edited.connect(lambda: self.chosen.emit(str(self.box.value())))

    def show_kinds(self, kinds: Sequence[KindWords], current: str) -> None:
        """Show the kinds with the one in sight."""
        begun: set[str] = set()
        turns = []
        for one in kinds:
            heading = "" if one.group in begun else words.GROUPS[one.group]
            begun.add(one.group)
            turns.append(Turn(one.code, one.title, _state(one), _said(one), heading))
        self.show_turns(turns, current)
        self.box.set_choices(
            [(one.code, f"{one.title} ({_said(one)})" if one.own else one.title) for one in kinds]
        )
        self.box.set_value(current)


class TextList(OrderList):
    """The texts of a kind in the order of the paper; own, damaged and unfinished ones are marked."""

    def __init__(self) -> None:
        super().__init__("wordingTexts", words.TEXTS)
        self.box = ChoiceField(())
        self.box.setObjectName("textBox")
        self.box.setAccessibleName(words.TEXT_BOX)
        self.box.edited.connect(lambda: self.chosen.emit(str(self.box.value())))

    def show_texts(self, texts: Sequence[TextView], current: str, drafts: Collection[str]) -> None:
        """Show the texts with the one in sight; `drafts` are those typed in and not stored."""
        turns, part = [], ""
        for one in texts:
            heading = "" if one.part == part else one.part
            part = one.part
            state, said = _how(one, is_draft=one.key in drafts)
            turns.append(Turn(one.key, _line(one), state, said, heading))
        self.show_turns(turns, current)
        self.box.set_choices([(one.key, _line(one, _IN_BOX)) for one in texts])
        self.box.set_value(current)


def _state(one: KindWords) -> State:
    if one.damaged:
        return State.BLOCKED
    return State.ASKED if one.gone else State.NOTE if one.own else State.NOT_APPLICABLE


def _said(one: KindWords) -> str:
    kind = "damaged" if one.damaged else "gone" if one.gone else "own" if one.own else "none"
    return words.KIND_STATES[kind].format(count=one.own)


def _how(one: TextView, *, is_draft: bool) -> tuple[State, str]:
    if is_draft:
        return State.PARTLY, words.STATES["draft"]
    if one.damage:
        return State.BLOCKED, words.STATES["damaged"]
    if one.is_gone:
        return State.ASKED, words.STATES["gone"]
    if one.is_own:
        return State.NOTE, words.STATES["own"]
    return State.NOT_APPLICABLE, words.STATES["original"]


def _line(one: TextView, longest: int = _LONGEST) -> str:
    """Return a text as the list shows it; what bears no words of its own bears its label."""
    shown = one.shown
    if one.place.part in {"signature", "recipients"}:
        label = one.place.label.partition(":")[0]
        shown = f"{label}: {shown}" if shown else label
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
