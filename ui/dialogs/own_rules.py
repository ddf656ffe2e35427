"""The cell's own values: one is chosen and typed after the other, all are saved in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.common.messages import problem_sentence
from app.errors import Invalid, Problem
from app.services.own_rules import Offer, stored_value, typed_value
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import rules as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField, LineField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text

WIDTH = 620
_LABEL_LENGTH = 90
Line = Mapping[str, str]
"""An own value as it is stored: key, value, document."""


class OwnRulesDialog(SheetDialog):
    """`take` stores all lines and raises `Invalid`, whose problems stand under the fields they are about."""

    def __init__(
        self,
        year: int,
        offers: Sequence[Offer],
        present: Sequence[Line],
        take: Callable[[Sequence[Line]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.OWN_TITLE.format(year=year), WIDTH, parent)
        self.setObjectName("ownRules")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offers = {one.key: one for one in offers}
        self._present: dict[str, Line] = {one["key"]: one for one in present}
        self._lines = dict(self._present)
        self._take = take
        self._key = offers[0].key
        self._which = ChoiceField([(one.key, _short(one.label)) for one in offers])
        self._value, self._choice = LineField(most=40), ChoiceField([("", words.OWN_NO_CHOICE)])
        self._letter = LineField(most=100)
        self._which_row = FieldRow(words.OWN_WHICH, self._which, name="ownWhich")
        self._value_row = FieldRow(words.OWN_VALUE, self._value, name="ownValue")
        self._choice_row = FieldRow(words.OWN_VALUE, self._choice, name="ownChoice")
        self._letter_row = FieldRow(words.OWN_LETTER, self._letter, name="ownLetter")
        self._day = Text(words.OWN_DAY, role="small", tone="soft")
        self._about = Text(role="small", tone="soft", name="ownAbout")
        self._set = Text(name="ownSet")
        self._unsaved_head, self._unsaved = Text(words.OWN_UNSAVED, role="section"), Text(name="ownUnsaved")
        self._build()
        self._show(self._key)

    def _build(self) -> None:
        self.body.addWidget(Text(words.OWN_HOW, role="small", tone="soft"))
        for widget in (
            self._which_row,
            self._about,
            self._value_row,
            self._day,
            self._choice_row,
            self._letter_row,
            Text(words.OWN_SET, role="section"),
            self._set,
            self._unsaved_head,
            self._unsaved,
        ):
            self.body.addWidget(widget)
        self._set.say("\n".join(map(self._said, self._present.values())) or words.OWN_NONE)
        self.body.addStretch(1)
        cancel = Button(shared.CANCEL, name="ownCancel")
        save = Button(shared.SAVE, kind="primary", glyph="check", name="ownSave")
        self.add_buttons(cancel, save)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._on_save)
        self._which.edited.connect(self._on_which)
        for editor in (self._value, self._choice, self._letter):
            editor.edited.connect(self._on_typed)

    def _on_which(self) -> None:
        self._show(str(self._which.value()))

    def _on_typed(self) -> None:
        """Keep what is in the fields: a value without words is taken back."""
        offer = self._offers[self._key]
        value = str(self._choice.value() if offer.choices else stored_value(offer, self._value.text()))
        before = self._lines.pop(self._key, {})
        if value:
            letter = str(self._letter.value()).strip()
            self._lines[self._key] = {**before, "key": self._key, "value": value, "document": letter}
        self._say_unsaved()

    def _show(self, key: str) -> None:
        self._key = key
        offer = self._offers[key]
        line = self._lines.get(key, {"value": "", "document": ""})
        self._which.set_value(key)
        self._about.say(_about(offer))
        self._day.setVisible(offer.takes_day)
        self._value_row.setVisible(not offer.choices)
        self._choice_row.setVisible(bool(offer.choices))
        self._value_row.show_problem("")
        self._letter_row.show_problem("")
        self._choice.clear()
        for value, said in (("", words.OWN_NO_CHOICE), *offer.choices):
            self._choice.addItem(said, value)
        self._choice.set_value(line["value"])
        self._value.set_value(typed_value(offer, line["value"]))
        self._letter.set_value(line["document"] or self._last_letter())
        self._say_unsaved()
        self.fit()

    def _last_letter(self) -> str:
        """Return the letter typed last: most values of a year come from one."""
        return next((one["document"] for one in reversed(self._lines.values()) if one["document"]), "")

    def _say_unsaved(self) -> None:
        """Say what Lưu would change, apart from what is set: what was only typed may still be refused."""
        changed = [line for key, line in self._lines.items() if self._present.get(key) != line]
        gone = [line for key, line in self._present.items() if key not in self._lines]
        said = [*map(self._said, changed), *map(self._said_gone, gone)]
        self._unsaved.say("\n".join(said))
        self._unsaved_head.setVisible(bool(said))
        self._unsaved.setVisible(bool(said))

    def _said(self, line: Line) -> str:
        offer = self._offers.get(line["key"])
        value = line["value"]
        if offer is not None:
            value = dict(offer.choices).get(value) or typed_value(offer, value)
        return words.OWN_LINE.format(label=self._label(line), value=value, letter=line["document"])

    def _said_gone(self, line: Line) -> str:
        return words.OWN_TAKEN_BACK.format(label=self._label(line))

    def _label(self, line: Line) -> str:
        """Return what a value is for; a criterion that only this cell has carries its own words."""
        offer = self._offers.get(line["key"])
        return _short(offer.label if offer else line.get("text", ""))

    def _on_save(self) -> None:
        try:
            self._take(tuple(self._lines.values()))
        except Invalid as error:
            self._point_at(error.problems[0])
        else:
            self.accept()

    def _point_at(self, problem: Problem) -> None:
        """Go to the line that is wrong and say why under its field."""
        number, _, field = problem.field.partition(".")
        key = list(self._lines)[int(number) - 1]
        if key in self._offers:
            self._show(key)
        row = self._letter_row if field == "document" else self._value_row
        row.show_problem(problem_sentence(problem))
        row.focus()
        self.fit()


def _about(offer: Offer) -> str:
    """Return what the rules say of a value; one that no document gives is said to be a default."""
    given = words.OWN_RULE if offer.is_rule else words.OWN_DEFAULT
    said = (given if offer.now else words.OWN_RULE_EMPTY).format(now=offer.now, limit=offer.limit)
    return said if _short(offer.label) == offer.about else f"{offer.about}\n{said}"


def _short(label: str) -> str:
    return label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1] + "…"
