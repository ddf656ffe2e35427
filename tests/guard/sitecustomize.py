"""Refuses sockets in this process and notes every attempt, also one whose refusal was swallowed.

Python loads a module of this name at each start; the tests put its folder on the path of their children.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from tests.guard import LOADED, NETWORK, TRIED


def refuse_sockets(event: str, _arguments: tuple[Any, ...]) -> None:
    """Raise on whatever the socket library does: a socket, a connection, a name looked up."""
    if event.startswith("socket."):
        _note(TRIED, event)
        raise AssertionError("a socket was created: there is no network in this program")


class Watch:
    """Finds no module; notes which of those for a network are looked for, and by whom."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        if name in NETWORK:
            _note(LOADED, f"{name} {_importer()}")


def _importer() -> str:
    frame = sys._getframe(2)  # noqa: SLF001  the way to one's caller without importing anything
    while frame.f_back and frame.f_globals["__name__"].startswith("importlib"):
        frame = frame.f_back
    return str(frame.f_globals["__name__"])


def _note(where: str, what: str) -> None:
    if notes := os.environ.get(where):
        with open(notes, "a", encoding="utf-8") as file:  # noqa: PTH123  no import at the start of a child
            file.write(f"{what}\n")


# An audit hook sees every way to a socket and stays for the life of the process.
sys.addaudithook(refuse_sockets)
if LOADED in os.environ:
    sys.meta_path.insert(0, Watch)
