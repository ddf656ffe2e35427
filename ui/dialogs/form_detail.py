"""One file that came back, section by section: what the data have, what the file has, what will be taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.common.messages import message, problem_sentence
from app.services.form_files import FormFile, Offer, OfferState
from ui.dialogs.form_choice import FormChoice, is_takeable
from ui.texts import member_forms as words
from ui.theme.signs import State
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll
from ui.widgets.styled import emptied


class FormDetail(Scroll):
    """A tick for each place that can be taken or left, and what was noticed besides."""

    turned = Signal()

    def __init__(self, choice: FormChoice, after: QWidget) -> None:
        """Let Tab lead from the list `after` to the ticks."""
        super().__init__(spacing=4)
        self.setObjectName("formDetail")
        self._choice = choice
        self._before: QWidget = after
        self._after = after

    def show_file(self, file: FormFile | None) -> None:
        """Show a file from its top, or nothing."""
        emptied(self.body)
        self._before = self._after
        if file is None:
            return
        self.body.addWidget(Text(file.name or file.path.name, role="strong", name="formOf"))
        if file.refusal is not None:
            said = message(file.refusal)
            self.body.addWidget(StateLine(State.BLOCKED, said.what))
            self.body.addWidget(Text(said.remedy))
        else:
            self.body.addWidget(Text(said_of(file)))
            self._notes(file)
            self._offers(file)
        self.body.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _offers(self, file: FormFile) -> None:
        heading = ""
        for offer in file.offers:
            if offer.state in {OfferState.EMPTY, OfferState.SAME}:
                continue
            if offer.place.heading != heading:
                heading = offer.place.heading
                if heading != offer.place.name:
                    self.body.addWidget(Text(heading, role="strong"))
            self._offer(file, offer)
        same = file.of(OfferState.SAME)
        if same:
            self._soft(words.SAME.format(count=len(same)))
        if file.lacking:
            names = "; ".join(one.place.name for one in file.lacking)
            self.body.addWidget(StateLine(State.LACKING, words.EMPTY.format(names=names)))

    def _offer(self, file: FormFile, offer: Offer) -> None:
        place, tag = offer.place, offer.place.tag
        if is_takeable(offer):
            text = words.TAKES[offer.state].format(name=place.name)
            act = partial(self._choice.set_taken, file, tag)
            self._tick(f"take_{tag}", text, self._choice.takes(file, tag), act)
        elif offer.note:
            said = words.FAULTY.format(name=place.name, why=problem_sentence(offer.note))
            self.body.addWidget(StateLine(State.BLOCKED, said))
        if place.now:
            self._soft(words.NOW.format(text=place.now))
        if offer.text:
            self.body.addWidget(Text(words.FOUND.format(text=offer.text)))
        if offer.is_recovered:
            self._soft(words.RECOVERED)
        if offer.added and is_takeable(offer):
            text = words.ADDED.format(text=offer.added)
            act = partial(self._choice.set_added, file, tag)
            self._tick(f"added_{tag}", text, self._choice.takes_added(file, tag), act)

    def _notes(self, file: FormFile) -> None:
        for label, (printed, found) in (file.facts or {}).items():
            shown = printed or words.NOTHING_PRINTED
            said = words.FACTS_CHANGED.format(label=label, found=found, printed=shown)
            self.body.addWidget(StateLine(State.LACKING, said))
        if file.kinds:
            self.body.addWidget(StateLine(State.NOTE, words.OLD_FONT.format(kinds=", ".join(file.kinds))))
        if file.inserted:
            self.body.addWidget(StateLine(State.NOTE, words.INSERTED))
        if file.struck:
            self.body.addWidget(StateLine(State.NOTE, words.STRUCK))
        for text, lines in ((words.LOOSE, file.loose), (words.UNKNOWN, file.unknown)):
            if lines:
                self.body.addWidget(StateLine(State.LACKING, text.format(text=" / ".join(lines))))

    def _soft(self, text: str) -> None:
        self.body.addWidget(Text(text, role="small", tone="soft"))

    def _tick(self, name: str, text: str, on: bool, act: Callable[[bool], None]) -> None:  # noqa: FBT001  its state
        tick = QCheckBox(text)
        tick.setObjectName(name)
        tick.setChecked(on)
        tick.toggled.connect(act)
        tick.toggled.connect(lambda _on: self.turned.emit())
        self.body.addWidget(tick)
        QWidget.setTabOrder(self._before, tick)
        self._before = tick


def said_of(file: FormFile) -> str:
    """Return what was noticed in a file, in a sentence or two."""
    if file.refusal is not None:
        return message(file.refusal).what
    differing = len(file.of(OfferState.DIFFERS, OfferState.FAULTY))
    said = words.SAID[file.state].format(count=differing)
    lacking = words.LACKING.format(count=len(file.lacking)) if file.lacking else ""
    return " ".join(filter(None, (said, lacking)))
