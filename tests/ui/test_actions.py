"""Every action that the program commits has its words for the undo bar."""

import re
from pathlib import Path

from tests.ui.english import foreign_words
from ui.texts.actions import ACTIONS, action_words

APP = Path(__file__).resolve().parents[2] / "app"
WRITES = re.compile(r'\.write\(\s*"([a-z]+\.[a-z_]+)"')


def test_the_words_are_those_of_the_actions_in_the_code() -> None:
    sources = [path.read_text("utf-8") for path in APP.rglob("*.py")]
    assert set(ACTIONS) == {action for source in sources for action in WRITES.findall(source)}


def test_the_words_are_vietnamese() -> None:
    assert [word for action in ACTIONS for word in foreign_words(action_words(action))] == []
