"""What is read in bulk is kept out of the search for garbage until nobody waits, and nothing piles up."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from app.common.sweeping import MANY, calm, clear

IMPORTS = 20


class Line:
    """One of many lines; two that know each other go only by a search."""

    def __init__(self) -> None:
        self.other: Line | None = None


def circle() -> weakref.ref[Line]:
    one, other = Line(), Line()
    one.other, other.other = other, one
    return weakref.ref(one)


@pytest.fixture(autouse=True)
def whole() -> Iterator[None]:
    clear()
    yield
    clear()
    assert gc.isenabled()


def test_nothing_is_searched_inside_and_again_afterwards() -> None:
    with calm():
        assert not gc.isenabled()
        with calm():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_inside_ends_the_calm() -> None:
    with pytest.raises(ValueError, match="no list"), calm():
        raise ValueError("no list")
    assert gc.isenabled()


def test_searching_waits_for_the_last_of_several_threads() -> None:
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        with calm():
            inside.set()
            leave.wait()

    thread = threading.Thread(target=work)
    thread.start()
    inside.wait()
    with calm():
        pass
    still_out = not gc.isenabled()
    leave.set()
    thread.join()
    assert still_out
    assert gc.isenabled()


def test_what_was_made_in_bulk_is_kept_out_and_little_is_not() -> None:
    with calm():
        few = [Line() for _ in range(10)]
    assert gc.get_freeze_count() == 0
    with calm():
        many = [Line() for _ in range(MANY * 2)]
    assert gc.get_freeze_count() >= len(many)
    del few


def test_locking_makes_up_for_it() -> None:
    with calm():
        many = [Line() for _ in range(MANY * 2)]
        lost = circle()
    del many
    gc.collect()
    assert lost() is not None, "a circle that was kept out is found by no search of Python's own"
    clear()
    assert lost() is None
    assert gc.get_freeze_count() == 0


def test_many_imports_leave_nothing() -> None:
    """Lists that nobody holds go at once, kept out or not; circles among them go at locking."""
    sizes, circles = [], []
    for _ in range(IMPORTS):
        with calm():
            many = [Line() for _ in range(MANY * 2)]
            circles.append(circle())
        del many
        sizes.append(gc.get_freeze_count())
    assert max(sizes[1:]) - sizes[0] < MANY, "what one import kept out is not kept out for ever"
    clear()
    assert not any(one() for one in circles)
