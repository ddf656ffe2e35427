"""A text that is pasted to be cut: until it is taken it waits as a draft, like all that is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from app.services.drafts import DraftService
from ui.forms.binder import Binder, DraftKeeper, Values
from ui.widgets.field_row import FieldRow

TEXT = "text"


class TextDraft(QObject):
    """Keeps what stands in `row` under `form` and the subject in sight; an emptied field leaves no draft."""

    def __init__(self, row: FieldRow, drafts: DraftService, form: str) -> None:
        super().__init__(row)
        self._drafts, self._form, self._subject = drafts, form, ""
        self._place: Mapping[str, object] = {}
        self._binder = Binder(lambda _values: [], self)
        self._binder.bind(TEXT, row)
        self.keeper = DraftKeeper(self._keep, self._binder)

    def show(self, subject: str, place: Mapping[str, object] | None = None) -> None:
        """Offer the draft of a subject again; `place` is kept with it, so that its form is found later."""
        if subject == self._subject and self._binder.dirty():
            return
        self.keeper.flush()
        self._subject, self._place = subject, dict(place or {})
        self._binder.load({})
        self._binder.offer({TEXT: (self._drafts.find(self._form, subject) or {}).get(TEXT, "")})

    def forget(self) -> None:
        """Empty the field after its text was taken."""
        self.keeper.forget()
        self._drafts.drop(self._form, self._subject)
        self._binder.load({})

    def text(self) -> str:
        """Return what stands in the field."""
        return str(self._binder.values()[TEXT])

    def on_kept(self, kept: Callable[[], object], failed: Callable[[object], object]) -> None:
        """Tell where the saved-state is shown that a draft was kept, or not."""
        self.keeper.kept.connect(kept)
        self.keeper.failed.connect(failed)

    def _keep(self, values: Values) -> None:
        if str(values[TEXT]).strip():
            self._drafts.keep(self._form, self._subject, {**self._place, TEXT: values[TEXT]})
        else:
            self._drafts.drop(self._form, self._subject)
