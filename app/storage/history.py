"""Undo and redo (hoàn tác, làm lại): steps made from the journal, kept in memory only."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.errors import ChangedElsewhere
from app.storage.journal import RowChange, inverted

MAX_STEPS = 200
MAX_BYTES = 64 * 1024 * 1024

Replay = Callable[[str, Sequence[RowChange]], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the user and the rows it changed."""

    action: str
    changes: tuple[RowChange, ...]
    size: int
    """About how many bytes of memory the step holds."""

    @classmethod
    def of(cls, action: str, changes: tuple[RowChange, ...]) -> Step:
        """Return the step of a committed action."""
        return cls(action, changes, sum(change.size() for change in changes))


class History:
    """The last actions, at most 200 of them or 64 MB; the oldest fall off."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._done: deque[Step] = deque()
        self._undone: list[Step] = []
        self.recorded = 0
        """How many actions made a step so far: one that changed nothing makes none."""

    @property
    def undo_action(self) -> str | None:
        """Return the action that `undo` would take back ("member.edit")."""
        return self._done[-1].action if self._done else None

    @property
    def redo_action(self) -> str | None:
        """Return the action that `redo` would do again."""
        return self._undone[-1].action if self._undone else None

    @property
    def can_undo(self) -> bool:
        """Return whether there is an action to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Return whether there is an action to do again."""
        return bool(self._undone)

    @property
    def undo_rows(self) -> int:
        """Return how many rows `undo` would change."""
        return len(self._done[-1].changes) if self._done else 0

    @property
    def redo_rows(self) -> int:
        """Return how many rows `redo` would change."""
        return len(self._undone[-1].changes) if self._undone else 0

    def record(self, step: Step) -> None:
        """Remember a new action; what was undone before it can no longer be redone."""
        self._undone.clear()
        self._done.append(step)
        self.recorded += 1
        size = sum(kept.size for kept in self._done)
        while len(self._done) > MAX_STEPS or size > MAX_BYTES:
            size -= self._done.popleft().size

    def clear(self) -> None:
        """Forget everything: on lock, restore, erasure and migration."""
        self._done.clear()
        self._undone.clear()

    def undo(self) -> str | None:
        """Take the last action back and return its name, or None when there is none.

        Raises `ChangedElsewhere` when its rows were changed since by something that cannot be undone; the
        step is then dropped.
        """
        return self._move("undo:", self._done, self._undone, back=True)

    def redo(self) -> str | None:
        """Do the action undone last again and return its name, or None; raises as `undo` does."""
        return self._move("redo:", self._undone, self._done, back=False)

    def _move(
        self, prefix: str, source: deque[Step] | list[Step], target: deque[Step] | list[Step], *, back: bool
    ) -> str | None:
        if not source:
            return None
        step = source.pop()
        try:
            self._replay(prefix + step.action, inverted(step.changes) if back else step.changes)
        except ChangedElsewhere:
            raise
        except BaseException:
            source.append(step)  # a full disk: the step can be tried again
            raise
        target.append(step)
        return step.action
