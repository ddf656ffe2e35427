"""The cell's own words laid over the wording of a kind; a damaged one is left out, its original stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from app.domain.outgoing_papers import Signer
from app.papers.own_checks import problems
from app.papers.own_places import places
from app.papers.own_text import FORM, POST, Place, Sort
from app.papers.review import Review, rules_of
from app.papers.styles import Profile
from app.papers.wording import Typed, Wording, wording
from app.rules.own_texts import OwnText, of_kind
from app.year.review_year import ReviewYear


def words_of(code: str, year: ReviewYear, profile: Profile) -> Wording:
    """Return the wording of a kind for papers of `year`: of its rules, with what the cell set."""
    rules = rules_of(year)
    words = wording(code, profile.words["tone"], rules.terms, (rules.parent, rules.id))
    return own_words(words, code, year)


def shared_words(code: str, review: Review) -> Wording:
    """Return the wording that papers of several kinds share, of the year's rules, with what the cell set."""
    rules = review.rules
    words = wording(code, review.tone, rules.terms, (rules.parent, rules.id))
    return own_words(words, code, review.year)


def own_words(words: Wording, code: str, year: ReviewYear) -> Wording:
    """Return `words` of the kind `code` with what the cell set for papers of `year` in its places."""
    own = of_kind(rules_of(year).own_texts, code)
    if not own:
        return words
    values = dict(words.values)
    for place in places(code, year):
        text = own.get(place.key)
        if text is not None and not place.key.startswith(f"{FORM}/") and not problems(place, text):
            _lay(values, place, text)
    return replace(words, values=values)


def damaged(year: ReviewYear, codes: Collection[str]) -> Iterator[OwnText]:
    """Yield the texts of the cell that cannot stand where they are set; `codes` are all kinds."""
    for one, place in _placed(year, codes):
        if place and problems(place, one.text):
            yield one


def gone(year: ReviewYear, codes: Collection[str]) -> Iterator[OwnText]:
    """Yield the texts of the cell for which the year has no place any more; they are kept as typed."""
    yield from (one for one, place in _placed(year, codes) if place is None)


def _placed(year: ReviewYear, codes: Collection[str]) -> Iterator[tuple[OwnText, Place | None]]:
    own = [one for one in rules_of(year).own_texts if one.kind in codes]
    known = {code: {one.key: one for one in places(code, year)} for code in {one.kind for one in own}}
    yield from ((one, known[one.kind].get(one.key)) for one in own)


def signer_set(own: Iterable[OwnText], code: str) -> Signer:
    """Return by which post papers of a kind are signed, unless told otherwise: bí thư, or as the cell set."""
    chosen = of_kind(own, code).get(POST, "")
    return Signer(chosen) if chosen in set(Signer) else Signer.CELL_SECRETARY


def _lay(values: dict[str, Any], place: Place, text: str) -> None:
    """Put a text where its place is, in copies of what is shared by all papers."""
    *tables, last = place.key.split("/")
    inside: Any = values
    for name in tables:
        inside[name] = _copy(inside.get(name, {}) if isinstance(inside, dict) else inside[int(name) - 1])
        inside = inside[name]
    if isinstance(inside, list):
        inside[int(last) - 1] = Typed(text)
    elif place.sort is Sort.LINES:
        inside[last] = [Typed(line) for line in text.split("\n") if line]
    elif isinstance(inside.get(last), list):
        inside[last] = [Typed(text)]
    else:
        inside[last] = Typed(text)


def _copy(value: Any) -> Any:  # noqa: ANN401  a table or a list of a form
    return dict(value) if isinstance(value, dict) else list(value)
