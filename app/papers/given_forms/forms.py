"""The form that a stamp speaks of, as the records of its year give it now."""

from __future__ import annotations

from app.domain.given_forms import FormKind
from app.papers.given_forms.commitment_form import commitment_form
from app.papers.given_forms.places import GivenForm
from app.papers.given_forms.self_review_form import self_review_form
from app.papers.given_forms.stamp import Stamp
from app.year.review_year import ReviewYear

_MAKERS = {FormKind.SELF_REVIEW: self_review_form, FormKind.COMMITMENT: commitment_form}


def form_of(year: ReviewYear, stamp: Stamp) -> GivenForm:
    """Return the form of the stamp's member and kind, made on its day."""
    return _MAKERS[stamp.kind](year, stamp.member, stamp.made_on)


def form_to_read(year: ReviewYear, stamp: Stamp) -> GivenForm:
    """Return the form with every empty row that it may have had when the records knew less than now."""
    if stamp.kind is FormKind.COMMITMENT:
        return commitment_form(year, stamp.member, stamp.made_on, every_row=True)
    return form_of(year, stamp)
