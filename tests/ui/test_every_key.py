"""Every key of the year's schema has its field on a page, or is said by the program."""

import json
from importlib import import_module
from pkgutil import iter_modules

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

import ui.pages
from app.common import release_files
from tests.ui.every_key import KINDS, Key, all_keys, as_keys, keys_of, told
from tests.ui.screens import Stage, page_codes
from ui.forms.record_book import RecordBook
from ui.pages.draft_places import PLACES

Found = tuple[dict[str, dict[Key, str]], dict[str, set[str]], set[str]]


@pytest.fixture(scope="module")
def built(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Return by page the keys that its forms set and the classes of its parts, and all kinds of records."""
    assert qapp
    room = Stage(tmp_path_factory.mktemp("keys")).room("filled")
    # The panel of a finding is made with the finding that is opened.
    finding = next(iter(room.core.review.findings.of(2017)))
    keys: dict[str, dict[Key, str]] = {}
    parts: dict[str, set[str]] = {}
    kinds: set[str] = set()
    for code in page_codes():
        room.window.open(code, finding.id if code == "findings" else "")
        page = room.window.page()
        keys[code] = keys_of(page)
        parts[code] = {type(one).__name__ for one in page.findChildren(QWidget)}
        kinds |= {book.kind.name for book in page.findChildren(RecordBook)}
    room.close()
    room.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return keys, parts, kinds


def test_the_keys_are_those_of_the_schema() -> None:
    schema = json.loads(release_files.read_text("schemas", "year.schema.json"))
    lists = set(schema["properties"]) - {"format", "year"}
    assert lists == set(KINDS)


def test_every_key_has_its_field(built: Found) -> None:
    keys, parts, _kinds = built
    data = told()
    formed = {key for page in keys.values() for key in page}
    computed = as_keys(data["computed"])
    inside: set[Key] = set()
    for page, classes in data["parts"].items():
        for name, one in classes.items():
            assert name in parts[page], f"{page} has no part {name}"
            inside |= as_keys(one["keys"])
    assert set(data) == {"computed", "parts"}, "no key may be told as missing"
    assert all_keys() - formed - computed - inside == set(), "keys without a field"
    assert (computed | inside) & formed == set(), "a form sets them: take them out of every_key.toml"
    named = [*computed, *inside]
    assert len(named) == len(set(named)), "told twice"
    assert set(named) - all_keys() == set(), "not in the schema"


@pytest.mark.slow
def test_a_field_taken_away_is_seen(built: Found) -> None:
    keys, _parts, _kinds = built
    assert keys["letters"]["suggestion_points", "text"] == "point_text"
    assert keys["year"]["cycles", "focal_points"] == "focal_points"
    assert ("explanations", "point") not in keys["letters"]


def test_every_form_with_drafts_has_its_place(built: Found) -> None:
    _keys, _parts, small = built
    pages = [import_module(f"ui.pages.{module.name}") for module in iter_modules(ui.pages.__path__)]
    kept = {getattr(page, name) for page in pages for name in ("FORM", "PASTED") if hasattr(page, name)}
    assert kept | small == set(PLACES)
