"""Every action that the program commits has its words for the undo bar."""

import re
from pathlib import Path

from app.services.corrections import EDITED, REMOVED
from app.storage.tables import ROWS
from tests.ui.english import foreign_words
from ui.pages.home_page import HomePage
from ui.pages.members_page import MembersPage
from ui.pages.packages_page import PackagesPage
from ui.pages.papers_page import PapersPage
from ui.pages.settings_page import SettingsPage
from ui.texts.actions import ACTIONS, action_words

APP = Path(__file__).resolve().parents[2] / "app"
WRITES = re.compile(r'\.write\(\s*"([a-z_]+\.[a-z_]+)"')


def test_the_words_are_those_of_the_actions_in_the_code() -> None:
    sources = [path.read_text("utf-8") for path in APP.rglob("*.py")]
    written = {action for source in sources for action in WRITES.findall(source)}
    assert set(ACTIONS) == written | {*EDITED.values(), *REMOVED.values()}


def test_the_words_are_vietnamese() -> None:
    assert [word for action in ACTIONS for word in foreign_words(action_words(action))] == []


def test_every_page_hears_of_kinds_of_record_that_exist() -> None:
    kinds = {row.__tablename__ for row in ROWS} | {"backup"}
    for page in (HomePage, MembersPage, PapersPage, PackagesPage, SettingsPage):
        assert page.subjects, page
        assert page.subjects <= kinds, page
