"""What is done with the chosen members: trash, restore, one field for all; each is one undo step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.common.messages import problem_sentence
from app.domain.members import SHARED_FIELDS, Member, MemberFields
from app.domain.people import Person
from app.errors import AppError, Invalid
from ui.desktop.notifier import Notifier
from ui.dialogs.together import SharedField, TogetherDialog
from ui.texts import members as words
from ui.texts import shared
from ui.texts.fields import CHOICES, MEMBER


class MemberActs(QObject):
    """Acts on the members that `chosen` gives when it is asked."""

    undo_asked = Signal()
    erase_asked = Signal(object)
    """Members that lie in the trash are to go for good."""

    def __init__(
        self, core: Core, notifier: Notifier, chosen: Callable[[], list[Person]], over: QWidget
    ) -> None:
        super().__init__(over)
        self._members = core.members
        self._notifier = notifier
        self._chosen = chosen
        self._over = over

    def trash(self) -> None:
        """Put the chosen members into the trash."""
        members = [one.member for one in self._chosen() if one.member.trashed_on is None]
        if members:
            self._act(partial(self._members.trash, _uids(members)), words.TRASHED, members)

    def restore(self) -> None:
        """Take the chosen members out of the trash."""
        members = [one.member for one in self._chosen() if one.member.trashed_on is not None]
        if members:
            self._act(partial(self._members.restore, _uids(members)), words.RESTORED, members)

    def erase(self) -> None:
        """Have the chosen members that lie in the trash erased for good."""
        members = [one.member for one in self._chosen() if one.member.trashed_on is not None]
        if members:
            self.erase_asked.emit(members)

    def set_together(self) -> None:
        """Ask which field of the chosen members shall say the same."""
        members = [one.member for one in self._chosen() if one.member.trashed_on is None]
        fields = [_shared_field(name, members) for name in SHARED_FIELDS]
        title = words.TOGETHER_TITLE.format(count=len(members))
        dialog = TogetherDialog(title, fields, self._over.window())
        dialog.chosen.connect(partial(self._set, members))
        dialog.open()

    def tell(self, said: str) -> None:
        """Tell what was done, with the way to undo it."""
        self._notifier.done(said, shared.UNDO, self.undo_asked.emit)

    def _set(self, members: list[Member], field: str, value: object) -> None:
        said = words.SET_TOGETHER.format(field=MEMBER[field].label.lower(), who="{who}")
        self._act(partial(self._members.set_for_all, _uids(members), field, value), said, members)

    def _act(self, act: Callable[[], object], said: str, members: list[Member]) -> None:
        try:
            act()
        except Invalid as error:
            self._notifier.mind(problem_sentence(error.problems[0]))
        except AppError as error:
            self._notifier.show(error)
        else:
            one = words.ONE.format(name=members[0].full_name)
            self.tell(said.format(who=one if len(members) == 1 else words.MANY.format(count=len(members))))


def _uids(members: list[Member]) -> list[str]:
    return [one.uid for one in members]


def _shared_field(name: str, members: list[Member]) -> SharedField:
    kind = cast("type[StrEnum]", MemberFields.model_fields[name].annotation)
    choices = CHOICES.get(kind, ())
    said = dict(choices)
    present = Counter(said.get(getattr(one, name), str(getattr(one, name))) for one in members)
    return SharedField(name, MEMBER[name].label, choices, dict(present.most_common()))
