"""Makes the stored records say what the cells of the first-year table say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from app.domain.commitments import Commitment, CommitmentItem
from app.domain.earlier_years import DUE, ENTERED, PROMISE, SHORTCOMING
from app.domain.levels import PastLevel
from app.domain.remediation import RemediationItem
from app.domain.self_reviews import EarlierShortcoming
from app.domain.targets import COLLECTIVE
from app.domain.types import new_uid, parse_date
from app.rules.past_levels import code_of, past_word
from app.rules.ruleset import RuleSet
from app.services.earlier_changes import Texts, named_in, promises_of, terms_of
from app.services.earlier_table import EarlierRow, EarlierTable, Promise, promise_due, promise_text
from app.storage.store import Work


class EarlierWriting:
    """Makes the stored records say what the cells say."""

    def __init__(self, work: Work, table: EarlierTable, ruleset: RuleSet | None) -> None:
        self._work = work
        self._year = table.year
        self._ruleset = ruleset

    def row(self, row: EarlierRow, columns: set[str], texts: Texts) -> None:
        """Store the changed columns of one row."""
        for column in sorted(filter(str.isdigit, columns)):
            self._level(row, int(column), texts[column])
        if SHORTCOMING in columns:
            self._shortcomings(row, named_in(texts[SHORTCOMING]))
        if columns & {PROMISE, DUE}:
            self._promises(row, texts)

    def _level(self, row: EarlierRow, of_year: int, text: str) -> None:
        word = past_word(text, of_year, of_cell=row.of_cell)
        present = row.levels.get(of_year)
        if word is None:
            if present:
                self._work.remove(PastLevel, present.uid)
            return
        values: dict[str, object] = {
            "level_name": word.name,
            "level": code_of(word.rank, self._ruleset, of_cell=row.of_cell),
            "sub_reason": word.sub_reason,
        }
        if present:
            self._work.change(PastLevel, present.uid, present.rev, **values)
        else:
            self._work.add(
                PastLevel.model_validate(
                    {"uid": new_uid(), "target": row.target, "of_year": of_year, **values}
                )
            )

    def _shortcomings(self, row: EarlierRow, items: Sequence[str]) -> None:
        target = COLLECTIVE if row.of_cell else row.target
        kept = _aligned([one.text for one in row.shortcomings], items)
        for at, one in enumerate(row.shortcomings):
            if at not in kept.values():
                self._work.remove(EarlierShortcoming, one.uid)
        for position, text in enumerate(items, 1):
            place = kept.get(position - 1)
            if place is not None:
                one = row.shortcomings[place]
                self._work.change(EarlierShortcoming, one.uid, one.rev, text=text, position=position)
                continue
            facts = {"year": self._year, "target": target, "from_year": self._year - 1}
            self._work.add(
                EarlierShortcoming.model_validate(
                    {"uid": new_uid(), "position": position, "text": text, **facts}
                )
            )

    def _promises(self, row: EarlierRow, texts: Texts) -> None:
        items = promises_of(row, texts)
        kept = _aligned([promise_text(one) for one in row.promises], items)
        terms = _new_terms(row, items, kept, texts)
        for at, one in enumerate(row.promises):
            if at not in kept.values():
                self._work.remove(type(one), one.uid)
        owner = "" if row.of_cell or not items else self._commitment(row.target)
        for place, (text, term) in enumerate(zip(items, terms, strict=True)):
            present = row.promises[kept[place]] if place in kept else None
            self._promise(present, place + 1, _facts(row, owner, text, term))
        if not items and not row.of_cell:
            self._drop_empty(row.target)

    def _promise(self, present: Promise | None, position: int, facts: Mapping[str, object]) -> None:
        if present:
            self._work.change(type(present), present.uid, present.rev, **facts)
            return
        kind = CommitmentItem if "content" in facts else RemediationItem
        own = {"uid": new_uid(), "year": self._year, "position": position, "carried_from": ENTERED}
        self._work.add(kind.model_validate({**own, **facts}))

    def _commitment(self, member_uid: str) -> str:
        """Return this year's commitment of the member, begun where there is none."""
        for one in self._work.rows(Commitment, year=self._year, member_uid=member_uid):
            return one.uid
        begun = Commitment(uid=new_uid(), year=self._year, member_uid=member_uid)
        self._work.add(begun)
        return begun.uid

    def _drop_empty(self, member_uid: str) -> None:
        """Remove a commitment that only held the promises that are gone."""
        for one in self._work.rows(Commitment, year=self._year, member_uid=member_uid):
            blank = Commitment(uid=one.uid, rev=one.rev, year=one.year, member_uid=member_uid)
            if one == blank and not self._work.count(CommitmentItem, commitment=one.uid):
                self._work.remove(Commitment, one.uid)


def _facts(row: EarlierRow, owner: str, text: str, term: str) -> dict[str, object]:
    if row.of_cell:
        due_on = dt.date.fromisoformat(parse_date(term)) if term else None
        return {"target": COLLECTIVE, "text": text, "due_on": due_on}
    return {"commitment": owner, "content": text, "due": term}


def _new_terms(
    row: EarlierRow, items: Sequence[str], kept: Mapping[int, int], texts: Texts
) -> tuple[str, ...]:
    """Return the term of each promise; where none are given, those that stay keep theirs."""
    if DUE in texts:
        return terms_of(len(items), texts[DUE])
    known = {promise_due(one) for one in row.promises}
    common = next(iter(known)) if len(known) == 1 else ""
    return tuple(
        promise_due(row.promises[kept[place]]) if place in kept else common for place in range(len(items))
    )


def _aligned(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return by place of a new text the place of the old one it continues.

    Equal texts first, wherever they stand; then those left over in their order, so that a word put right
    keeps what was already answered to it.
    """
    free = list(range(len(old)))
    kept: dict[int, int] = {}
    for place, text in enumerate(new):
        found = next((at for at in free if old[at] == text), None)
        if found is not None:
            kept[place] = found
            free.remove(found)
    for place in range(len(new)):
        if place not in kept and free:
            kept[place] = free.pop(0)
    return kept
