"""One file that came back, section by section: what the data have, what the file has, what will be taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.common.messages import message, problem_sentence
from app.services.form_files import FormFile, Offer, OfferState
from ui.dialogs.form_choice import FormChoice, is_takeable
from ui.dialogs.ticks import Ticks
from ui.texts import member_forms as words
from ui.theme.signs import State
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll
from ui.widgets.wrapped_tick import WrappedTick


class FormDetail(Scroll):
    """A tick for each place that can be taken or left, and what was noticed besides."""

    turned = Signal()

    def __init__(self, choice: FormChoice, after: QWidget) -> None:
        """Let Tab lead from the list `after` to the ticks."""
        super().__init__(spacing=4)
        self.setObjectName("formDetail")
        self._choice = choice
        self._ticks = Ticks(self.body, after, self)
        self._ticks.turned.connect(self.turned)

    @override
    def sizeHint(self) -> QSize:
        # It takes what the list beside it leaves; Qt's own asks for as much as there is to read.
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_file(self, file: FormFile | None) -> None:
        """Show a file from its top, or nothing."""
        self._ticks.clear()
        if file is None:
            return
        self.body.addWidget(Text(file.name or file.path.name, role="strong", name="formOf"))
        if file.name:
            self._soft(words.WHICH.format(file=file.path.name, at=file.changed_at.astimezone()))
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
        shown = (one for one in file.offers if one.state not in {OfferState.EMPTY, OfferState.SAME})
        for heading, group in groupby(shown, key=lambda one: one.place.heading):
            self._group(file, heading, tuple(group))
        same = file.of(OfferState.SAME)
        if same:
            self._soft(words.SAME.format(count=len(same)))
        if file.lacking:
            names = "; ".join(one.place.name for one in file.lacking)
            self.body.addWidget(StateLine(State.LACKING, words.EMPTY.format(names=names)))

    def _group(self, file: FormFile, heading: str, offers: Sequence[Offer]) -> None:
        first = offers[0]
        if heading != first.place.name:
            self.body.addWidget(Text(heading, role="strong"))
        if first.is_change:
            self.body.addWidget(StateLine(State.ASKED, words.REWORDED))
        ticks = [tick for tick in (self._offer(file, one) for one in offers) if tick]
        if first.is_change:
            self._as_new(file, first.place.of, ticks)

    def _as_new(self, file: FormFile, promise: str, replacing: Sequence[WrappedTick]) -> None:
        """Let the other words of a promise be taken as one of its own, instead of `replacing` its words."""

        def turn(on: bool) -> None:  # noqa: FBT001  its state
            for tick in replacing:
                tick.set_ticked(False)
                tick.setDisabled(on)
            self._choice.set_new(file, promise, on)

        on = self._choice.is_new(file, promise)
        self._ticks.add(f"new_{promise}", words.AS_NEW, on, turn)
        for tick in replacing:
            tick.setDisabled(on)

    def _offer(self, file: FormFile, offer: Offer) -> WrappedTick | None:
        """Show a place, and return its tick where it can be taken."""
        place, tag = offer.place, offer.place.tag
        tick = None
        if is_takeable(offer):
            text = words.TAKES[offer.state].format(name=place.name)
            act = partial(self._choice.set_taken, file, tag)
            tick = self._ticks.add(f"take_{tag}", text, self._choice.takes(file, tag), act)
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
            self._ticks.add(f"added_{tag}", text, self._choice.takes_added(file, tag), act)
        return tick

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


def said_of(file: FormFile) -> str:
    """Return what was noticed in a file, in a sentence or two."""
    if file.refusal is not None:
        return message(file.refusal).what
    differing = len(file.of(OfferState.DIFFERS, OfferState.FAULTY))
    said = words.SAID[file.state].format(count=differing)
    lacking = words.LACKING.format(count=len(file.lacking)) if file.lacking else ""
    return " ".join(filter(None, (said, lacking)))
