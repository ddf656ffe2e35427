"""The form of a self-review: the sections of the printed paper in its order, each with a place to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.given_forms import FormKind
from app.papers import blocks, prose, self_review, signatures
from app.papers.content import Block
from app.papers.form_sections import headed
from app.papers.given_forms.carried_places import own_review, places_of
from app.papers.given_forms.frame import Item, TableOfPlaces, assembled_form, frame_of, signed
from app.papers.given_forms.places import GivenForm, Place, shortened
from app.papers.given_forms.stamp import Stamp
from app.papers.kind import Subject
from app.papers.own_layer import words_of
from app.papers.review import Review, review_of
from app.papers.styles import profile_for
from app.papers.wording import Wording, wording
from app.rules.ruleset import Form, Section
from app.year.review_year import ReviewYear


def self_review_form(year: ReviewYear, member: str, day: dt.date) -> GivenForm:
    """Return the form of a member, prepared with what the records know, as it is given out on `day`."""
    review = review_of(year, None)
    profile = profile_for(review.day)
    words = words_of("self_review", year, profile)
    form = review.form(member)
    facts = self_review.facts(review, member, words)
    sheet = signatures.Sheet(profile, profile.page)
    head: tuple[Block, ...] = (
        blocks.head(year, Subject(), words, profile, profile.page),
        *self_review.form_number(form),
        *blocks.title(words.text("type_name"), words.text("subject", year=str(year.year)), profile),
        *(prose.fact(label, value) for label, value in facts.items()),
    )
    stamp = Stamp(FormKind.SELF_REVIEW, year.year, year.cell.uid, member, day)
    return assembled_form(
        frame_of(review, stamp, words, facts, sheet),
        head,
        _body(review, member, form),
        (signed(review, member, words, sheet),),
    )


def _body(review: Review, member: str, form: Form | None) -> Iterator[Item]:
    if form is None:
        return
    settled = review.outlook.roster.population.get(member)
    own = own_review(review, member)
    texts = review.outlook.texts.get(own.uid, {}) if own else {}
    words = wording("given_form", review.tone)
    asked = Asked(review, member, words, texts)
    for section, heading in headed(form, is_leader=settled is None or settled.is_leader):
        yield from (prose.heading(text) for text in section.under)
        yield prose.heading(heading)
        yield from asked.section(section, heading)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of one member asks, section by section."""

    review: Review
    member: str
    words: Wording
    texts: Mapping[str, str]

    def section(self, section: Section, heading: str) -> Iterator[Item]:
        """Yield the places of a section: those of its records, then one for what is written freely."""
        found = tuple(places_of(self.review, self.member, section.carries, heading))
        yield from found
        has_places = any(isinstance(one, Place | TableOfPlaces) for one in found)
        if has_places and section.carries in _NOTHING_MORE:
            return
        if has_places:
            yield prose.subheading(self.words.text("more"))
        yield Place(
            tag=f"s:{section.code}",
            name=shortened(heading),
            heading=heading,
            now=self.texts.get(section.code, ""),
            hint=section.help or self.words.text("write"),
            required=section.required and not has_places,
            lines=2 if has_places else 6,
        )


_NOTHING_MORE = frozenset({"earlier", "suggestions", "scores", "level"})
"""Where records are, nothing typed in the section is printed beside them (`app.papers.carried`)."""
