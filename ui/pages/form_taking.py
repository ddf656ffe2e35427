"""The act "Nhận mẫu mới": a file is chosen, read away from the window, and kept as a version of its kind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.bootstrap import Core
from app.common.messages import sentence
from app.common.progress import Progress
from app.common.text import fold
from app.errors import AppError, EnvironmentFailed, Invalid
from app.services.committee_forms import FormSeen
from ui.desktop.dialogs import FileKind
from ui.dialogs.form_taking import FormTakingDialog
from ui.pages.away_work import AwayWork
from ui.pages.page import Desk
from ui.texts import committee_forms as words

ENDINGS = ("docx", "xlsx", "doc", "xls", "odt", "ods")
"""Those of other programs can be chosen, so that it is told how to save them."""


class FormTaking(AwayWork):
    """Hidden until reading takes long enough to be shown; one file at a time."""

    taken = Signal(str)
    """The uid of the form."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(desk)
        self._core = core
        self._year = 0
        self._kind = ""

    def choose(self, year: int, kind: str = "") -> None:
        """Ask for the file of a form for a year; `kind` is offered first."""
        wanted = FileKind(words.FILES, ENDINGS)
        path = self.ask_for_file(words.CHOOSE_FILE, wanted)
        if path is None:
            return
        self._year, self._kind = year, kind
        chosen, service = path, self._core.forms

        def work(progress: Progress) -> FormSeen:
            return service.look(chosen, progress)

        self.begin(words.READING, work, self._on_seen)

    def _on_seen(self, seen: FormSeen) -> None:
        kinds = self._core.forms.kinds(self._year)
        said = words.TAKE_WORDS if seen.place_count else words.TAKE_NO_PLACES
        given = {
            "year": self._year,
            "sender": self._core.cells.current().upper_committee,
            "received_on": self._desk.clock.today(),
        }
        dialog = FormTakingDialog(
            said.format(name=seen.name, count=seen.place_count), kinds, given, self.window()
        )
        named = (one.code for one in kinds if fold(one.title) in fold(seen.name))
        dialog.choose_kind(self._kind or next(named, kinds[0].code))
        dialog.agreed.connect(partial(self._take, seen, dialog))
        dialog.open()

    def _take(self, seen: FormSeen, dialog: FormTakingDialog, kind: str, values: dict[str, object]) -> None:
        try:
            form = self._core.forms.take_in(kind, self._year, seen, values)
        except Invalid as error:
            dialog.show_problems(error.problems)
            return
        except EnvironmentFailed as error:
            dialog.say_why(sentence(error))  # file and fields stay until there is room
            return
        except AppError as error:
            dialog.accept()
            self._desk.notifier.show(error)
            return
        dialog.accept()
        count = len(self._core.forms.marks(form).places)
        said = words.TAKEN_MATCHED if count else words.TAKEN
        self._desk.notifier.done(said.format(name=form.name, version=form.version, count=count))
        self.taken.emit(form.uid)
