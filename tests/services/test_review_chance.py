"""Years made by acts in any order, with any words: undone and redone whole, dumped and loaded the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import bootstrap
from app.bootstrap import Core
from app.errors import AppError
from tests.acts.others import TAKING
from tests.acts.stage import YEAR, Stage, a_stage
from tests.acts.table import CYCLE, SETTING
from tests.builders import PASSWORD, seams

BASE = "rounds.order_again"
"""The acts of the table are about the second round."""
OTHERS = tuple(act for act in SETTING if act.method not in {"cycles.begin", BASE})
PLACES = len(OTHERS)
WORDS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)
PROSE = {"text", "cause", "reason", "note", "summary", "content", "task", "answer", "conclusion", "guidance"}


@dataclass(frozen=True)
class Chance:
    """A handful of acts in any order, and words to fill in."""

    setting: list[int]
    taking: list[int]
    words: list[str] = field(default_factory=list)


CHANCES = st.builds(
    Chance,
    setting=st.lists(st.integers(0, PLACES - 1), min_size=20, max_size=45).map(sorted),
    taking=st.lists(st.integers(0, len(TAKING) - 1), max_size=6),
    words=st.lists(WORDS, min_size=1, max_size=5),
)
FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = a_stage(tmp_path / "so")
    stage.carry_out(CYCLE[0])
    stage.carry_out(next(act for act in CYCLE if act.method == BASE))
    yield stage
    stage.core.close()


def live(stage: Stage, chance: Chance) -> None:
    """Carry the acts out; what is refused has done nothing."""
    for place, at in enumerate(chance.setting):
        act = OTHERS[at]
        word = chance.words[place % len(chance.words)]
        _tried(stage, act, dict.fromkeys(act.sets.keys() & PROSE, word))
    for at in chance.taking:
        if TAKING[at].list in stage.there:
            _tried(stage, TAKING[at], {})


def _tried(stage: Stage, act: Any, words: dict[str, str]) -> None:
    before = entries(stage.core)
    try:
        stage.carry_out(act, **words)
    except AppError:
        assert entries(stage.core) == before
    except (KeyError, IndexError, StopIteration):  # the act needs a record that chance did not make
        pass


def entries(core: Core) -> int:
    """Return how many acts the audit knows: what was refused is none."""
    with core.review.database.read() as reader:
        count: int = reader.connection.exec_driver_sql("SELECT count(*) FROM audit").scalar_one()
    return count


@FEW
@given(chance=CHANCES)
def test_whatever_was_done_is_undone_and_redone_whole(stage: Stage, chance: Chance) -> None:
    there = dict(stage.there)
    start = stage.core.years.dump(YEAR)

    live(stage, chance)
    end = stage.core.years.dump(YEAR)
    steps = emptied(stage.core, "undo")
    assert stage.core.years.dump(YEAR) == start
    assert emptied(stage.core, "redo") == steps
    assert stage.core.years.dump(YEAR) == end

    emptied(stage.core, "undo")
    stage.there = there


def emptied(core: Core, way: str) -> int:
    """Undo or redo all since the stage was set, and return how many steps that were."""
    steps = 0
    while (action := getattr(core.history, f"{way}_action")) and action != "round.order_again":
        getattr(core.history, way)()
        steps += 1
    return steps


@settings(FEW, max_examples=3)
@given(chance=CHANCES)
def test_whatever_was_done_is_dumped_and_loaded_the_same(
    stage: Stage, chance: Chance, tmp_path_factory: pytest.TempPathFactory
) -> None:
    live(stage, chance)
    text = stage.core.years.dump(YEAR)

    again, _code = bootstrap.load_cell(tmp_path_factory.mktemp("moi") / "so", PASSWORD, text, seams())

    assert again.years.dump(YEAR) == text
    again.close()
    emptied(stage.core, "undo")


def test_a_year_with_everything_in_it_is_loaded_the_same(stage: Stage, tmp_path: Path) -> None:
    for act in OTHERS:
        stage.carry_out(act)
    text = stage.core.years.dump(YEAR)

    again, _code = bootstrap.load_cell(tmp_path / "moi", PASSWORD, text, seams())
    assert again.years.dump(YEAR) == text

    again.review.commitments.put(YEAR, stage.uid("B"), {})
    again.years.load(text, replace=True)
    assert again.years.dump(YEAR) == text
    assert again.history.undo() == "year.load"
    assert again.years.dump(YEAR) != text
    again.close()
