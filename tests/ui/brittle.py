"""A core whose services fall over a bug in whatever they are asked, while the switch is on."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import Any, cast

from app.bootstrap import Core


class Bug(Exception):
    """No error of the program's own; its text is a name, which nobody may get to read."""

    def __init__(self) -> None:
        super().__init__("Nguyễn Văn Canary 012345678901")


class Switch:
    """On: everything that is asked raises a bug."""

    def __init__(self) -> None:
        self.on = False
        self.raised = 0


class Brittle:
    """Stands before a service."""

    def __init__(self, service: object, switch: Switch) -> None:
        self._service = service
        self._switch = switch

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._service, name)
        return functools.partial(self._ask, value) if callable(value) else value

    def _ask(self, act: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if self._switch.on:
            self._switch.raised += 1
            raise Bug
        return act(*given, **named)


def brittle(core: Core, switch: Switch) -> Core:
    """Return `core` with brittle services; drafts are kept, since they are what must survive."""
    services = {
        field.name: cast("Any", Brittle(getattr(core, field.name), switch))
        for field in dataclasses.fields(core)
        if field.name not in {"folder", "drafts", "changes", "close"}
    }
    return dataclasses.replace(core, **services)
