"""One "Hiện số thẻ" for the list, the card and the form: asked for at one, it holds at all three."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.lists.tools import ListTools
from ui.pages.member_card import MemberCard
from ui.pages.member_editor import MemberEditor
from ui.widgets.guarded import NumberField


class MemberNumbers(QObject):
    """Whether the numbers of a page are to be seen; covered again when the page is left or locked."""

    def __init__(self, tools: ListTools, card: MemberCard, editor: MemberEditor) -> None:
        super().__init__(card)
        self._tools = tools
        self._card = card
        self._fields = editor.findChildren(NumberField)
        tools.uncovered.connect(self.show)
        card.number_turned.connect(self.show)
        for field in self._fields:
            field.turned.connect(self.show)

    def show(self, shown: bool) -> None:  # noqa: FBT001  what the signals carry
        """Show the numbers everywhere on the page, or cover them."""
        self._tools.show_numbers(shown=shown)
        self._card.show_number(shown=shown)
        for field in self._fields:
            field.show_number(shown=shown)

    def cover(self) -> None:
        """Cover the numbers again."""
        self.show(shown=False)
