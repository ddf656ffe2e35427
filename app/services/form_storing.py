"""Stores what was chosen of forms that came back: all of an act is one step, or nothing is stored."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from app.domain.commitments import AssignedTask, Commitment, CommitmentItem
from app.domain.given_forms import FormKind
from app.domain.ledger_answers import answering
from app.domain.remediation import RemediationItem
from app.domain.scores import ScoredBy, ScoreItem, ScoreSheet
from app.domain.self_reviews import EarlierShortcoming, SectionText, SelfReview, WritingState
from app.domain.suggestions import Explanation, SuggestionPoint
from app.domain.targets import YearRecord
from app.papers.given_forms.commitment_form import COLUMNS, NEW
from app.papers.given_forms.places import Place
from app.services.form_files import Choice, finished
from app.services.open_years import added, added_last, saved
from app.storage.store import Work

_EXPLAINED = {"x": "text", "u": "cause", "r": "responsibility", "m": "measures"}
_HANDED_IN = frozenset({WritingState.DRAFT, WritingState.RETURNED})


class FormStoring:
    """Writes the choices of one act into the year."""

    def __init__(self, work: Work, year: int, round_number: int, today: dt.date) -> None:
        self._work = work
        self._year = year
        self._round = round_number
        self._today = today
        # A form of a year that has not begun yet is handed in on a day that its record does not take.
        self._came_on = today if today.year >= year else None

    def take(self, choice: Choice) -> None:
        """Store what was chosen of one file.

        Raises `Invalid`, `NotFound`, `Refused` L-327 where the self-review was finished meanwhile.
        """
        stamp = choice.file.stamp
        if stamp is None:
            return
        texts = choice.texts()
        places = {one.place.tag: one.place for one in choice.file.offers}
        if stamp.kind is FormKind.COMMITMENT:
            self._commitment(stamp.member, texts)
        else:
            self._self_review(stamp.member, choice.file.name, texts, places)

    # Self-review --------------------------------------------------------------------------------------------

    def _self_review(
        self, member: str, name: str, texts: Mapping[str, str], places: Mapping[str, Place]
    ) -> None:
        own = self._own(member, name)
        by_record: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for tag, text in texts.items():
            place = places[tag]
            kind, field = _FIELDS[place.part]
            by_record[kind, place.of][field] = place.code(text) if place.choices else text
        for (kind, uid), values in by_record.items():
            if kind == "section":
                self._section(own, uid, values["text"])
            elif kind == "review":
                level = {"self_level": values["level"], "self_sub_reason": ""}
                own = saved(self._work, SelfReview, own.uid, own.rev, level)
            elif kind == "points":
                self._points(member, uid, values["points"])
            elif kind == "point":
                self._point(uid, values)
            else:
                self._record(_RECORDS[kind], uid, values)

    def _own(self, member: str, name: str) -> SelfReview:
        """Return the self-review, handed in now where it was not yet."""
        own_facts = {"member_uid": member, "round_number": self._round}
        handed_in = {"state": WritingState.HANDED_IN, "handed_in_on": self._came_on}
        for own in self._work.rows(SelfReview, year=self._year, **own_facts):
            if own.state is WritingState.FINAL:
                raise finished(name)
            if own.state in _HANDED_IN:
                return saved(self._work, SelfReview, own.uid, own.rev, handed_in)
            return own
        return added(self._work, SelfReview, self._year, {**own_facts, **handed_in})

    def _section(self, own: SelfReview, section: str, text: str) -> None:
        for present in self._work.rows(SectionText, owner=own.uid, section=section):
            saved(self._work, SectionText, present.uid, present.rev, {"text": text})
            return
        added(self._work, SectionText, self._year, {"owner": own.uid, "section": section, "text": text})

    def _points(self, member: str, code: str, text: str) -> None:
        own = {"target": member, "scored_by": ScoredBy.SELF, "round_number": self._round}
        sheets = self._work.rows(ScoreSheet, year=self._year, **own)
        sheet = sheets[0] if sheets else added(self._work, ScoreSheet, self._year, own)
        values = {"points": float(text.strip().replace(",", "."))}
        for present in self._work.rows(ScoreItem, sheet=sheet.uid, item=code):
            saved(self._work, ScoreItem, present.uid, present.rev, values)
            return
        added(self._work, ScoreItem, self._year, {**values, "sheet": sheet.uid, "item": code})

    def _point(self, uid: str, values: Mapping[str, str]) -> None:
        self._work.get(SuggestionPoint, uid)
        for present in self._work.rows(Explanation, point=uid):
            saved(self._work, Explanation, present.uid, present.rev, values)
            return
        added(self._work, Explanation, self._year, {**values, "point": uid})

    def _record(self, kind: type[YearRecord], uid: str, values: Mapping[str, str]) -> None:
        """Store fields of a record that is there; what the ledger of correction answers is changed there."""
        present = self._work.get(kind, uid)
        ledger = self._work.rows(RemediationItem, year=self._year, shortcoming=uid)
        if kind is EarlierShortcoming and answering(uid, ledger):
            return
        saved(self._work, kind, uid, present.rev, values)

    # Commitment ---------------------------------------------------------------------------------------------

    def _commitment(self, member: str, texts: Mapping[str, str]) -> None:
        rows = self._work.rows(Commitment, year=self._year, member_uid=member)
        if not rows:
            received = {"member_uid": member, "received_on": self._today}
            own = added(self._work, Commitment, self._year, received)
        else:
            own = rows[0]
            if own.received_on is None:
                own = saved(self._work, Commitment, own.uid, own.rev, {"received_on": self._today})
        by_row: dict[str, dict[str, str]] = defaultdict(dict)
        for tag, text in texts.items():
            letter, _, key = tag.partition(":")
            by_row[key][COLUMNS[letter]] = text
        for key, values in by_row.items():
            if not key.startswith(NEW):
                self._record(CommitmentItem, key, values)
            elif values.get("content"):
                # A new promise is its content: left out, its row is left out.
                added_last(self._work, CommitmentItem, self._year, values, commitment=own.uid)


_FIELDS: Mapping[str, tuple[str, str]] = {
    "s": ("section", "text"),
    "l": ("review", "level"),
    "p": ("points", "points"),
    "e": ("earlier", "result"),
    "k": ("earlier", "correction"),
    "c": ("promise", "result"),
    "d": ("promise", "degree"),
    "t": ("task", "result"),
    **{letter: ("point", field) for letter, field in _EXPLAINED.items()},
}
"""Which record and field a place is, by its letter."""
_RECORDS: Mapping[str, type[YearRecord]] = {
    "earlier": EarlierShortcoming,
    "promise": CommitmentItem,
    "task": AssignedTask,
}
