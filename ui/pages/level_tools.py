"""What the parts of the page of levels work with: the table of the year, services, words to the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.bootstrap import Core
from app.common.messages import problem_sentence
from app.errors import AppError, Invalid
from app.services.level_tables import LevelTable
from ui.lists.leaving import ListLeaving
from ui.pages.level_kinds import LevelKinds
from ui.pages.page import Desk, Page
from ui.texts import shared


@dataclass(frozen=True)
class LevelTools:
    """Core, desk and page; `table` is what the page read last, None before the review is begun."""

    core: Core
    desk: Desk
    page: Page
    table: Callable[[], LevelTable | None]
    leaving: ListLeaving
    kinds: LevelKinds = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", LevelKinds(self.core.review, self.table))

    def tried(self, act: Callable[[], object], said: str) -> bool:
        """Return whether an act was done, and say so with a way back; what it was refused for is told."""
        try:
            act()
        except Invalid as error:
            self.desk.notifier.mind(" ".join(dict.fromkeys(map(problem_sentence, error.problems))))
        except AppError as error:
            self.desk.notifier.show(error)
        else:
            self.desk.notifier.done(said, shared.UNDO, self.page.undo_asked.emit)
            return True
        return False
