"""Câu chữ của văn bản: words of its papers that a cell sets itself, kept with the rules of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.cycles import Cycle
from app.errors import Invalid, Problem
from app.papers import KINDS
from app.papers.kind import Group
from app.papers.own_checks import SLOT, hints, problems, stored_text, typed_problems, typed_text
from app.papers.own_layer import damaged, gone
from app.papers.own_places import cites_the_year, part_names, place_gone, places, shared_kinds
from app.papers.own_text import GONE, Place, Prescribed, Sort
from app.papers.review import rules_of
from app.rules.own_texts import OwnText, of_kind
from app.rules.ruleset import RuleSet, kept_in
from app.services.begun_years import begun
from app.services.open_years import OpenYears
from app.storage.database import Database
from app.storage.queries.review_year import review_year, review_year_in
from app.storage.store import Work
from app.year.review_year import ReviewYear

__all__ = ["KindWords", "OwnWordingService", "Prescribed", "Sort", "TextView"]

_LEAST_SEARCHED = 4
SHARED = "shared"
"""The group of what papers of several kinds share."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind of paper, how many of its texts the cell set, and how many of those cannot be used."""

    code: str
    title: str
    group: str
    """The step of the year in which such a paper is written, or `SHARED`."""
    own: int
    damaged: int
    gone: int = 0
    """How many of those have no place any more in the rules of the year."""
    cites_the_year: bool = False
    """Whether it prints the legal bases of the year, which are entered with the year."""


@dataclass(frozen=True, slots=True)
class TextView:
    """One text as it is typed: places to fill in stand in brackets, by what they are called."""

    place: Place
    part: str
    """The part of the paper in which it stands, in words."""
    original: str
    text: str
    """What papers print: the cell's own, else the original."""
    is_own: bool
    damage: tuple[Problem, ...] = ()
    """Why the cell's own text cannot be used; the original prints in its place."""
    hints: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """Return what tells it apart in its kind."""
        return self.place.key

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the places to fill in as they are typed: "[năm]"."""
        return tuple(f"[{one.words}]" for one in self.place.slots)

    @property
    def is_gone(self) -> bool:
        """Return whether the rules of the year have no place for it any more; it prints nowhere."""
        return self.place.part == GONE

    @property
    def shown(self) -> str:
        """Return the text in one line, as a list shows it."""
        said = dict(self.place.choices).get(self.text, self.text)
        return " · ".join(line for line in said.split("\n") if line)

    def found_by(self, typed: str) -> str:
        """Return the longest piece of what is typed without a place to fill in, by which a page is searched.

        Nothing where it is so short that it would be found anywhere.
        """
        if self.place.sort is Sort.CHOICE:
            return ""
        pieces = (piece.strip() for line in typed.split("\n") for piece in SLOT.split(line)[::2])
        longest = max(pieces, key=len, default="")
        return longest if len(longest) >= _LEAST_SEARCHED else ""


class OwnWordingService:
    """The texts of each kind of paper, set one by one; issued papers stay as they were issued."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._years = OpenYears(database)

    def kinds(self, year: int) -> tuple[KindWords, ...]:
        """Return the kinds of paper by the steps of the year; raises `Refused` L-554 before it is begun."""
        whole = self._frame(year)
        rules = rules_of(whole)
        own = Counter(one.kind for one in rules.own_texts)
        lost = Counter(one.kind for one in damaged(whole, _codes()))
        left = Counter(one.kind for one in gone(whole, _codes()))
        order = list(Group)
        found = [(one.code, one.title_in(rules.terms), one.group) for one in KINDS]
        ordered = sorted(found, key=lambda one: order.index(one[2]))
        shared = [(code, name, SHARED) for code, (name, _) in shared_kinds().items()]
        return tuple(
            KindWords(code, title, group, own[code], lost[code], left[code], cites_the_year(code))
            for code, title, group in (*ordered, *shared)
        )

    def texts(self, year: int, code: str) -> tuple[TextView, ...]:
        """Return what may be set on papers of a kind, in the order of the paper; raises `Refused` L-554.

        Own texts for which the rules of the year have no place any more stand last, as they were typed.
        """
        whole = self._frame(year)
        own, parts = of_kind(rules_of(whole).own_texts, code), part_names()
        found = [_view(one, parts[one.part], own.get(one.key)) for one in places(code, whole)]
        left = [place_gone(one.key, one.text, year) for one in gone(whole, {code})]
        return (*found, *(TextView(one, parts[GONE], "", one.original, is_own=True) for one in left))

    def count(self, year: int) -> int:
        """Return how many texts the cell set for papers of `year`; none before its review is begun."""
        with self._database.read() as reader:
            for cycle in reader.rows(Cycle, year=year):
                return len(kept_in(cycle.ruleset_snapshot).own_texts)
        return 0

    def check(self, view: TextView, typed: str) -> list[Problem]:
        """Return why what is typed cannot stand, else what is odd in it; changes nothing."""
        if view.is_gone:
            return []
        found = typed_problems(view.place, typed)
        return found or hints(view.place, stored_text(view.place, typed))

    def put(self, year: int, code: str, key: str, typed: str) -> TextView:
        """Let papers of a kind say what is typed, as one step; the original typed again takes it back.

        Raises `Invalid` where it cannot stand, with the reason; `Refused` L-554 before the review of the year
        is begun, L-540 when the year is finished.
        """
        place = self._place(year, code, key)
        if found := typed_problems(place, typed):
            raise Invalid(found)
        stored = stored_text(place, typed)
        kept = None if stored == place.original else stored
        with self._years.write("cycle.own_wording", year) as work:
            _keep(work, year, code, {key: kept})
        return next(one for one in self.texts(year, code) if one.key == key)

    def take_back(self, year: int, code: str, keys: Iterable[str] = ()) -> None:
        """Let papers of a kind say what their form says, in some places or in all, as one step.

        Raises `Refused` L-554 before the review of the year is begun, L-540 when the year is finished.
        """
        wanted = set(keys)
        with self._database.read() as reader:
            own = kept_in(begun(reader.rows(Cycle, year=year), year).ruleset_snapshot).own_texts
        gone = [one.key for one in own if one.kind == code and (not wanted or one.key in wanted)]
        with self._years.write("cycle.own_wording_back", year) as work:
            _keep(work, year, code, dict.fromkeys(gone))

    def with_typed(self, year: int, code: str, typed: Mapping[str, str]) -> ReviewYear:
        """Return the year with what is typed in place of what is kept, to be looked at; stores nothing.

        What cannot stand is left as it is kept.
        """
        whole = review_year(self._database, year)
        begun(whole.cycles, year)
        known = {one.key: one for one in places(code, whole)}
        fit = {
            key: stored_text(known[key], text)
            for key, text in typed.items()
            if key in known and not typed_problems(known[key], text)
        }
        (cycle,) = whole.cycles[:1]
        shown = {"ruleset_snapshot": _merged(kept_in(cycle.ruleset_snapshot), code, fit).snapshot}
        return replace(whole, cycles=(cycle.model_copy(update=shown), *whole.cycles[1:]))

    def _frame(self, year: int) -> ReviewYear:
        """Return the year with its rules alone, which is all that tells what may be set."""
        with self._database.read() as reader:
            frame = review_year_in(reader, year, {"cycles"})
        begun(frame.cycles, year)
        return frame

    def _place(self, year: int, code: str, key: str) -> Place:
        if code in _codes():
            for one in places(code, self._frame(year)):
                if one.key == key:
                    return one
        raise Invalid([Problem("text", "own_text.gone")])


def _keep(work: Work, year: int, code: str, texts: Mapping[str, str | None]) -> None:
    cycle = begun(work.rows(Cycle, year=year), year)
    rules = kept_in(cycle.ruleset_snapshot)
    kept = _merged(rules, code, texts)
    if kept.own_texts != rules.own_texts:
        work.change(Cycle, cycle.uid, cycle.rev, ruleset_snapshot=kept.snapshot, ruleset_sha256=kept.sha256)


def _codes() -> frozenset[str]:
    return frozenset({*(one.code for one in KINDS), *shared_kinds()})


def _view(place: Place, part: str, own: str | None) -> TextView:
    original = typed_text(place, place.original)
    lost = tuple(problems(place, own)) if own is not None else ()
    is_used = own is not None and not lost
    return TextView(
        place,
        part,
        original,
        typed_text(place, own) if own is not None and is_used else original,
        own is not None,
        lost,
        tuple(hints(place, own)) if own is not None and is_used else (),
    )


def _merged(rules: RuleSet, code: str, texts: Mapping[str, str | None]) -> RuleSet:
    """Return the rules with some texts of a kind set, those without words taken out."""
    there = [one for one in rules.own_texts if one.kind in _codes()]
    kept = [one for one in there if one.kind != code or one.key not in texts]
    kept += [OwnText(kind=code, key=key, text=text) for key, text in texts.items() if text is not None]
    return rules.model_copy(update={"own_texts": tuple(sorted(kept, key=lambda one: (one.kind, one.key)))})
