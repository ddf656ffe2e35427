"""The window: top bar, navigation, the page in sight, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.common.changes import Change
from app.errors import AppError
from app.services.access import AccessService
from ui.desktop.dialogs import Question
from ui.desktop.notifier import Notice
from ui.dialogs.old_text import OldTextOffers
from ui.forms.binder import DraftKeeper
from ui.pages.next_year import NEXT_YEAR
from ui.pages.page import Desk, Page
from ui.pages.standing_strip import StandingStrip
from ui.pages.taking_back import Acts, TakingBack
from ui.pages.whereabouts import Here, focus_body, put_cursor
from ui.texts import frame as words
from ui.texts import next_year, shared, standing
from ui.theme.look import look
from ui.theme.room import Room, room_of
from ui.theme.signs import State
from ui.widgets.navigation import Navigation, Place
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.quick_search import Hit, QuickSearch
from ui.widgets.strip import Strip
from ui.widgets.styled import spaced
from ui.widgets.tab_order import order_tabs
from ui.widgets.top_bar import TopBar

GLYPHS = {
    "home": "house",
    "members": "users",
    "commitments": "check-square",
    "review": "chat-centered-text",
    "remediation": "clock",
    "levels": "circle-half",
    "findings": "check-circle",
    "papers": "files",
    "packages": "archive",
    "settings": "gear-six",
    "help": "question",
}
LOWER = ("settings", "help")
WITHIN = {
    "conference": "review",
    "earlier": "members",
    "committee_forms": "papers",
    "registers": "papers",
    "rules": "settings",
    "wording": "settings",
    "writing": "review",
    "year": "review",
    "letters": "review",
}
"""Pages that have no place of their own in the navigation, and the place they belong to."""
LEAST = (800, 480)


@dataclass(frozen=True, slots=True)
class Holding:
    """What the window shows in its frame: whose data, which years, and whether they are for practice."""

    cell: str
    committee: str
    years: tuple[int, ...]
    is_practice: bool


class MainWindow(QMainWindow):
    """Shows one page at a time; pages are made when they are first visited."""

    real_data_asked = Signal()
    practice_asked = Signal()
    lock_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        acts: Acts,
        pages: Mapping[str, Callable[[], Page]],
        search: Callable[[str], list[Hit]],
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(words.PROGRAM)
        self.setWindowIcon(look.icon("book-bookmark", "accent", 32, filled=True))
        self.setMinimumSize(*LEAST)
        self._desk = desk
        self._taking_back = TakingBack(acts, desk, self)
        OldTextOffers(self)
        self._makers = pages
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current = ""
        self.year = 0
        self._room = Room.WIDE
        self._search = QuickSearch(words.SEARCH, words.SEARCH_RESULTS, words.NOTHING_FOUND, search)
        self._top = TopBar(words.PROGRAM, words.YEAR, self._search, words.LOCK, next_year.MENU)
        self._navigation = Navigation(*_places(pages), words.NAVIGATION)
        self._strip = Strip("practiceStrip", words.PRACTICE, words.TO_REAL_DATA, "toRealData")
        self._standing = StandingStrip(desk)
        self._unkept = False
        self._notice = NoticeBar(shared.CLOSE_NOTICE)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._stack.setFocus()  # the first Tab leads into the page, not into the frame

    def show_holding(self, holding: Holding, year: int) -> None:
        """Show whose data these are and work in `year`, or in the latest where undo took that one away."""
        year = year if year in holding.years else holding.years[0]
        self._top.show_cell(holding.cell, holding.committee)
        self._top.show_years(list(holding.years), year)
        self._strip.setVisible(holding.is_practice)
        self.setWindowTitle(words.PRACTICE_TITLE if holding.is_practice else words.PROGRAM)
        self._top.offer_lock(not holding.is_practice)
        self._show_year(year)

    def open(self, code: str, subject: str = "", field: str = "") -> None:
        """Go to a page, to a record on it, to a field of that."""
        if code != self._current:
            self.leave()
            self._notice.hide()
        page = self._page(code)
        if code in self._stale:
            self._stale.discard(code)
            page.refresh()
        self._current = code
        self._stack.setCurrentWidget(page)
        self._navigation.go_to(WITHIN.get(code, code))
        page.fit(self._room)
        order_tabs(page)
        if subject or field:
            page.open_at(subject, field)

    def page(self) -> Page:
        """Return the page in sight."""
        return self._pages[self._current]

    def place(self) -> str:
        """Return the code of the page in sight."""
        return self._current

    def leave(self) -> None:
        """Write unfinished input of the page in sight away; it goes out of sight, or the program ends."""
        if self._current:
            self.page().leave()

    def keep_drafts(self) -> None:
        """Write what is typed anywhere away as drafts; nothing is stored, so nothing more can go wrong."""
        for keeper in self.findChildren(DraftKeeper):
            keeper.flush()

    def return_to(self, code: str, here: Here) -> None:
        """Go back to where someone was on a page, with the cursor."""
        self.open(code, here.subject, here.field)
        put_cursor(self.page(), here.field, here.cursor)

    def on_change(self, change: Change) -> None:
        """Refresh what the commit touched, and say that it is saved."""
        if self._standing.can_change():
            now = self._desk.clock.now()
            self._top.show_saved(State.DONE, words.SAVED_AT.format(time=f"{now:%H:%M}"))
        self.refresh(change.subjects)

    def refresh(self, subjects: frozenset[str]) -> None:
        """Have the pages that show these kinds of record read them again."""
        for code, page in self._pages.items():
            if not page.subjects & subjects:
                continue
            if code == self._current:
                page.refresh()
                order_tabs(page)
            else:
                self._stale.add(code)

    def _build(self) -> None:
        body = QWidget()
        right = QVBoxLayout()
        spaced(right, 0)
        notice = QVBoxLayout()
        spaced(notice, 0, (look.px(24), 0, look.px(24), 0))
        notice.addWidget(self._notice)
        right.addLayout(notice)
        right.addWidget(self._stack, 1)
        across = QHBoxLayout()
        spaced(across, 0)
        across.addWidget(self._navigation)
        across.addLayout(right, 1)
        column = QVBoxLayout(body)
        spaced(column, 0)
        column.addWidget(self._top)
        column.addWidget(self._strip)
        column.addWidget(self._standing)
        column.addLayout(across, 1)
        self.setCentralWidget(body)
        self._top.show_saved(State.DONE, words.SAVED)

    def _connect(self) -> None:
        self._navigation.chosen.connect(self.open)
        self._top.year_chosen.connect(self._on_year)
        self._top.new_year_asked.connect(lambda: self.open("home", NEXT_YEAR))
        self._search.found.connect(self._on_found)
        self._strip.followed.connect(self._on_real_data)
        self._standing.changed.connect(self._on_standing)
        self._top.lock_asked.connect(self.lock_asked)
        self._desk.notifier.noticed.connect(self._on_notice)
        self._desk.notifier.settled.connect(self._notice.hide)
        for keys, act in (
            (QKeySequence("Ctrl+Z"), self._on_undo),
            (QKeySequence("Ctrl+Y"), self._taking_back.redo),
            (QKeySequence("Ctrl+F"), self._search.begin),
            (QKeySequence("F3"), lambda: self.page().go_to_filter()),
            (QKeySequence("F1"), self._on_help),
            (QKeySequence("Ctrl+L"), self.lock_asked.emit),
        ):
            QShortcut(keys, self).activated.connect(act)
        _application().focusChanged.connect(self._on_focus)

    def _page(self, code: str) -> Page:
        if code not in self._pages:
            page = self._makers[code]()
            page.opened.connect(self._on_opened)
            page.year_asked.connect(self._top.go_to_year)
            page.undo_asked.connect(self._on_undo)
            page.lock_asked.connect(self.lock_asked)
            page.practice_asked.connect(self._on_practice)
            page.draft_kept.connect(self._on_draft_kept)
            page.draft_failed.connect(lambda _error: self._on_draft_failed())
            self._pages[code] = page
            self._stack.addWidget(page)
            page.show_year(self.year)
            page.allow_changes(self._standing.can_change())
        return self._pages[code]

    def _on_opened(self, code: str, subject: str, field: str) -> None:
        """Go where a line or button of a page leads; the keys go on there."""
        self.open(code, subject, field)
        focus_body(self.page())

    def tell(self, error: AppError) -> None:
        """Say what went wrong where no page said it."""
        self._desk.notifier.show(error)

    def follow(self, access: AccessService) -> None:
        """Show from now on whether the data can be changed, and let nothing be changed while they cannot."""
        self._standing.follow(access)

    def may_close(self) -> bool:
        """Return whether nothing typed would be lost, or the user gives it up."""
        self.leave()
        if not self._unkept:
            return True
        question = Question(
            standing.ASK_CLOSE,
            standing.ASK_CLOSE_WORDS,
            standing.CLOSE_ANYWAY,
            standing.KEEP_OPEN,
            danger=True,
            glyph="x",
        )
        return self._desk.dialogs.ask(question)

    def _on_standing(self) -> None:
        can_change = self._standing.can_change()
        for page in self._pages.values():
            page.allow_changes(can_change)
        if can_change:
            self._unkept = False
            self._top.show_saved(State.DONE, words.SAVED)
        else:
            self._top.show_saved(State.LACKING, self._standing.short())

    def _on_draft_kept(self) -> None:
        self._unkept = False
        self._top.show_saved(State.DONE, words.DRAFT_KEPT)

    def _on_draft_failed(self) -> None:
        self._unkept = True
        if self._standing.can_change():
            self._top.show_saved(State.LACKING, words.NOT_SAVED)

    def _on_year(self, year: int) -> None:
        self.leave()
        self._desk.seat.chosen_year = year
        self._show_year(year)

    def _show_year(self, year: int) -> None:
        self.year = year
        if "levels" in self._makers:
            levels = words.LEVELS_UNTIL_2017 if year <= words.LAST_CLASSED else words.PLACES["levels"][1]
            self._navigation.rename("levels", levels)
        for page in self._pages.values():
            page.show_year(year)

    def _on_practice(self) -> None:
        self._desk.notifier.mind(words.PRACTICE_OPENS)
        self.practice_asked.emit()

    def _on_real_data(self) -> None:
        self._strip.offer(words.TO_REAL_DATA, now=False)
        self.real_data_asked.emit()

    def _on_found(self, hit: Hit) -> None:
        self.open(hit.page, hit.subject)

    def _on_notice(self, notice: Notice) -> None:
        self._notice.say(notice.state, notice.words, notice.link, notice.act)

    def _on_help(self) -> None:
        about = self._current
        self.open("help")
        if about != "help":
            self.page().open_at(about, "")

    def _on_undo(self) -> None:
        self.page().leave()
        self._taking_back.undo()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before:
            before.removeEventFilter(self)
        if now:
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Ctrl+Z goes to the text field first; Qt's fields keep the key even when they have nothing to undo.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and _has_nothing_to_undo(watched)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = room_of(self.width())
        self._top.fit(self._room)
        self._navigation.set_narrow(self._room < Room.MEDIUM)
        if self._current:
            self.page().fit(self._room)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # The user closes; the program itself puts another window in the place of this one.
        if event.spontaneous() and not self.may_close():
            event.ignore()
            return
        self.leave()
        self._standing.end()
        self._desk.seat.geometry = self.saveGeometry()
        _application().focusChanged.disconnect(self._on_focus)
        super().closeEvent(event)


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())


def _has_nothing_to_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return not field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and not field.document().isUndoAvailable()


def _places(pages: Mapping[str, Callable[[], Page]]) -> tuple[list[Place], list[Place]]:
    upper: list[Place] = []
    lower: list[Place] = []
    for code in [one for one in pages if one not in WITHIN]:
        long, short = words.PLACES[code]
        place = Place(code, long, short, GLYPHS[code], "F1" if code == "help" else "")
        (lower if code in LOWER else upper).append(place)
    return upper, lower
