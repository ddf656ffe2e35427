"""The pages of a list before they are printed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.sheet_dialog import MOST_OF_SCREEN, SheetDialog
from ui.texts import lists as words
from ui.texts import paper_page, shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.page_view import PageView

WIDTH = 820


class ListPagesDialog(SheetDialog):
    """What is seen here is what comes out of the printer."""

    print_asked = Signal()

    def __init__(self, title: str, pages: list[bytes], parent: QWidget | None) -> None:
        super().__init__(words.PAGES_TITLE, WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = PageView(title, paper_page.PREVIOUS_PAGE, paper_page.NEXT_PAGE)
        close = Button(shared.CLOSE, name="pagesClose")
        act = Button(words.PRINT_NOW, kind="primary", glyph="printer", name="pagesPrint")
        self.fill_with(view)
        self.add_buttons(close, act)
        close.clicked.connect(self.reject)
        act.clicked.connect(self._on_print)
        view.show_pages(pages)
        act.setFocus()

    def _on_print(self) -> None:
        self.accept()
        self.print_asked.emit()

    @override
    def wanted(self, available: QSize) -> QSize:
        # A page is best seen large: the dialog takes what the screen gives.
        width = min(look.px(WIDTH), round(available.width() * MOST_OF_SCREEN))
        return QSize(width, round(available.height() * MOST_OF_SCREEN))
