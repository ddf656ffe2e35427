"""What every list of small records promises, held of each one that the program has, in the practice cell.

What was begun is offered again where it was, what is wrong stands under its field, a save is taken back,
another can follow at once, F1 tells of the page. The order of Tab is measured with the screens.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.limits import LINE_LIMIT, PROSE_LIMIT
from app.domain.targets import COLLECTIVE
from tests.ui.a_program import Room, a_room
from tests.ui.screens import Stage, page_codes
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import NEW
from ui.forms.record_kind import Owner
from ui.pages.conference_page import ConferencePage, Tab
from ui.pages.draft_places import waiting_places
from ui.widgets.editors import CheckField, ChoiceField, DateField, LineField, ProseField
from ui.widgets.field_row import FieldRow

YEAR = 2017
Book = RecordBook[Any]
WRITING = ("shortcomings", "responsibilities", "earlier", "signs")
TYPED = "Chữ gõ để thử"
DAY = "05/12/2017"
NO_DAY = "31/02/2017"
UNSEEN = {"conference.gate_override"}
"""Shown only to whoever has no explanation: the same form as on the page of the letters."""


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:
    assert qapp
    with tempfile.TemporaryDirectory() as folder:
        yield Stage(Path(folder))


@pytest.fixture
def room(stage: Stage) -> Iterator[Room]:
    room = stage.room("filled")
    room.window.resize(1366, 697)
    room.window.show()
    yield room
    room.close()
    room.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


CONCLUDED_ONCE = "suggestion_conclusion"
"""One for each point: the practice year has them all, so that no other could be added."""


def places(room: Room, code: str) -> list[tuple[str, str]]:
    """Return where a page is opened, so that each of its lists is somebody's."""
    whole = room.core.review.whole(YEAR)
    someone = next(one.target for one in whole.earlier_shortcomings if one.target != COLLECTIVE)
    found = {
        "commitments": [(someone, "")],
        "review": [(COLLECTIVE, "")],
        "letters": [(whole.suggestion_points[0].uid, "explanation")],
        "writing": [(someone, "signs"), *((COLLECTIVE, one) for one in WRITING)],
        "levels": [(someone, "")],
        "remediation": [(whole.remediation_items[0].uid, "")],
    }
    return found.get(code, [("", "")])


def books_of(room: Room, code: str) -> list[Book]:
    """Return the lists of a page."""
    for subject, field in places(room, code):
        room.window.open(code, subject, field)
    page = room.window.page()
    if isinstance(page, ConferencePage):
        for tab in Tab:
            page.tabs.choose(tab)
    found = page.findChildren(RecordBook)
    assert all(one._owner.year or f"{code}.{one.kind.name}" in UNSEEN for one in found)  # noqa: SLF001  nobody else says whose list it is
    return [one for one in found if one._owner.year]  # noqa: SLF001  nobody else says whose list it is


@pytest.mark.slow
@pytest.mark.parametrize("code", page_codes())
def test_every_list_keeps_its_promises(room: Room, code: str) -> None:
    owned = [(book, owner_of(room, book)) for book in books_of(room, code)]
    wrong = [f"{book.kind.name}: {said}" for book, owner in owned for said in broken(room, book, owner)]
    assert wrong == []


@pytest.mark.slow
def test_f1_tells_of_every_page(qtbot: QtBot, tmp_path: Path) -> None:
    room = a_room(tmp_path / "so")
    qtbot.addWidget(room.window)
    room.window.show()
    for code in [one for one in page_codes() if one != "help"]:  # there F1 changes nothing
        room.window.open(code)
        room.window.activateWindow()
        assert QTest.qWaitForWindowActive(room.window)
        QTest.keyClick(room.window, Qt.Key.Key_F1)
        assert room.window.place() == "help"
        assert getattr(room.window.page(), "topic")() == code  # noqa: B009  only the help page has topics
    room.close()


def owner_of(room: Room, book: Book) -> Owner:
    """Return whose list it is; every body has rated the cell already, and nobody the member."""
    member = room.core.members.list()[0].uid
    return Owner(YEAR, member) if book.kind.name == "outside_rating" else book._owner  # noqa: SLF001  nobody else says whose list it is


def broken(room: Room, book: Book, owner: Owner) -> Iterator[str]:
    """Yield in words what a list does not keep."""
    if book.kind.name == CONCLUDED_ONCE:
        for one in book.kind.rows(owner):
            room.core.review.corrections.remove(one)
    book.show_of(owner)
    at = (
        NEW
        if book.kind.add is not None and not (book.kind.single and book.records())
        else book.records()[0].uid
    )
    yield from not_offered_again(room, book, owner, at)
    yield from not_told_under_its_field(book, at)
    yield from not_taken_back(room, book, owner, at)


def not_offered_again(room: Room, book: Book, owner: Owner, at: str) -> Iterator[str]:
    book.open_at(at)
    field, typed = begin_typing(book)
    before = set(waiting_places(room.core))
    book.put_down()
    book.open_at(at)
    if row(book, field).editor.value() != typed:
        yield f"{field} is not offered again"
    place = next((one for one in waiting_places(room.core) if one not in before), None)
    book.put_down()
    if place is None:
        yield "the draft is in no list of what waits"
    else:
        room.window.open(place.page, place.subject, place.field)
        # More than one list may show the same records; the one led to is the one in sight.
        shown = [
            one for one in room.window.page().findChildren(RecordBook) if one.kind.name == book.kind.name
        ]
        led = [one for one in shown if one.place() and one.isVisible()]
        if [one.editor.form.binder.values().get(field) for one in led] != [typed]:
            yield f"the line of what waits leads to {[one.kind.name for one in led]}"
        for one in led:
            one.put_down()
    book.show_of(owner)
    book.open_at(at)
    book.editor.given_up.emit()
    if any(one.title == place.title for one in waiting_places(room.core) if place):
        yield "what was given up still waits"


def not_told_under_its_field(book: Book, at: str) -> Iterator[str]:
    book.open_at(at)
    field, value = spoilt(book)
    put(book, field, value)
    book.editor.save.click()
    if not book.place():
        yield f"{field} was stored though it is wrong"
    elif not row(book, field).problem():
        yield f"nothing stands under {field}"
    book.editor.given_up.emit()


def not_taken_back(room: Room, book: Book, owner: Owner, at: str) -> Iterator[str]:
    before = facts(book, owner)
    book.open_at(at)
    fill(book)
    several = at == NEW and not book.kind.single
    if book.editor.save_new.isHidden() == several:
        yield "another new one cannot follow" if several else "another new one is offered"
    (book.editor.save_new if several else book.editor.save).click()
    if facts(book, owner) == before:
        problems = {name: row(book, name).problem() for name in book.kind.texts if row(book, name).problem()}
        yield f"nothing was stored: {problems} {room.notices[-1].words if room.notices else ''}"
    else:
        begun = book.place()
        if several and (begun is None or begun.record != NEW):
            yield "no new one follows"
        if room.notices[-1].link != "Hoàn tác":
            yield "no undo is offered"
        book.editor.given_up.emit()
        room.core.history.undo()
        if facts(book, owner) != before:
            yield "the undo leaves something"
    book.editor.given_up.emit()


def facts(book: Book, owner: Owner) -> list[dict[str, Any]]:
    rows = book.kind.rows(owner)
    return [one.model_dump(exclude={"rev"}) for one in rows]


def row(book: Book, field: str) -> FieldRow:
    return book.editor.form.binder.row(field)


def put(book: Book, field: str, value: object) -> None:
    """Set a field as its user does."""
    editor = row(book, field).editor
    editor.set_value(value)
    editor.edited.emit()


def free(book: Book) -> list[str]:
    """Return the fields that can be typed into, those with words of their own first."""
    rows = [name for name in book.kind.texts if editable(row(book, name))]
    order = (ProseField, LineField, DateField, ChoiceField, CheckField)
    return sorted(
        rows,
        key=lambda name: (
            isinstance(row(book, name).editor, DateField),
            *(not isinstance(row(book, name).editor, kind) for kind in order),
        ),
    )


def editable(one: FieldRow) -> bool:
    editor = one.editor
    if isinstance(editor, ProseField):
        return not editor.isReadOnly()
    return bool(getattr(editor, "isEnabled")())  # noqa: B009  every editor is a widget


def begin_typing(book: Book) -> tuple[str, object]:
    """Type into the first field; return it and what it holds now."""
    field = free(book)[0]
    put(book, field, changed(book, field))
    return field, row(book, field).editor.value()


def changed(book: Book, field: str) -> object:
    """Return another value that the field may have."""
    editor = row(book, field).editor
    if isinstance(editor, DateField):
        return DAY
    if isinstance(editor, ChoiceField):
        return next(
            editor.itemData(at) for at in range(editor.count()) if editor.itemData(at) != editor.value()
        )
    if isinstance(editor, CheckField):
        return not editor.value()
    hint = book.kind.fields.model_fields[field].annotation
    return "2016" if hint is int else TYPED


def spoilt(book: Book) -> tuple[str, object]:
    """Return a field and what may not stand in it."""
    field = free(book)[0]
    editor = row(book, field).editor
    if isinstance(editor, DateField):
        return field, NO_DAY
    return field, "x" * ((PROSE_LIMIT if isinstance(editor, ProseField) else LINE_LIMIT) + 1)


def fill(book: Book) -> None:
    """Give the record what it must have, and change one field that is there."""
    for field, info in book.kind.fields.model_fields.items():
        if (
            field in book.kind.texts
            and info.is_required()
            and not str(row(book, field).editor.value()).strip()
        ):
            put(book, field, changed(book, field))
    begin_typing(book)
