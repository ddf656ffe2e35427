"""The page of the tasks and their tests speak of the same tasks."""

import re
from pathlib import Path

from tests.ui.tasks.told import sections


def test_every_task_that_is_told_is_done_by_a_test() -> None:
    sources = "".join(one.read_text(encoding="utf-8") for one in Path(__file__).parent.glob("test_*.py"))
    done = {int(number) for number in re.findall(r"^def test_(\d+)_", sources, re.MULTILINE)}
    assert set(sections()) == done
