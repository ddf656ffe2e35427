"""Looks a file over that came back: whose form it is, and what it holds beside what the data hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.common.jobs import Jobs
from app.common.progress import Progress
from app.domain.given_forms import FormKind
from app.domain.limits import LINE_LIMIT, PROSE_LIMIT
from app.domain.members import Member
from app.domain.scores import MOST_POINTS
from app.domain.self_reviews import WritingState
from app.errors import AppError, Problem, Refused
from app.papers.form_reading.flow import Flow
from app.papers.form_reading.understand import Understood, choice_of, understood
from app.papers.given_forms.commitment_form import COLUMNS, NEW
from app.papers.given_forms.forms import form_to_read
from app.papers.given_forms.places import GivenForm, Place
from app.papers.given_forms.stamp import Code, Stamp, code_of, codes_in, read_stamp
from app.services.form_files import FormFile, Offer, OfferState, finished, same_lines
from app.services.form_flows import OTHERS, PICTURES, ReadFile, read_files
from app.services.promise_rows import as_promised
from app.year.review_year import ReviewYear

ENDINGS = frozenset({".docx", ".docm", ".odt", *PICTURES, *OTHERS})
"""What is looked at in a folder; everything else in it is not meant for us."""
_LINES = frozenset({"g", "h"})
"""Places that hold one line of their record."""
_POINTS = re.compile(r"\d+(?:[.,]\d+)?")


class FormReader:
    """Looks over the files that came back in one year."""

    def __init__(self, year: ReviewYear, everybody: Sequence[Member], jobs: Jobs) -> None:
        """Take as `everybody` also those in the trash: their forms are refused by name."""
        self._year = year
        self._everybody = everybody
        self._jobs = jobs

    def look(self, paths: Sequence[Path], progress: Progress) -> list[FormFile]:
        """Return what stands in files; one that cannot be taken says why. Raises `Cancelled` alone."""
        return [self._looked(file) for file in read_files(self._jobs, paths, progress)]

    def _looked(self, file: ReadFile) -> FormFile:
        if isinstance(file.flow, AppError):
            return FormFile(file.path, file.changed_at, file.flow)
        try:
            return self._understood(file, file.flow)
        except AppError as error:
            return FormFile(file.path, file.changed_at, error)

    def _understood(self, file: ReadFile, flow: Flow) -> FormFile:
        stamp = self._stamp(flow)
        form = form_to_read(self._year, stamp)
        found = understood(flow, form)
        self._refuse_another(form, found)
        return FormFile(
            path=file.path,
            changed_at=file.changed_at,
            stamp=stamp,
            name=form.name,
            offers=tuple(_offers(form, found)),
            loose=tuple(found.loose),
            unknown=tuple(found.unknown),
            facts={label: (form.facts[label], said) for label, said in found.facts.items()},
            kinds=tuple(flow.kinds),
            inserted=flow.inserted,
            struck=flow.struck,
        )

    # Whose it is --------------------------------------------------------------------------------------------

    def _stamp(self, flow: Flow) -> Stamp:
        """Return whose form it is; raises `Refused` L-320 … L-326 where it is none of this year and cell."""
        stamps = list(filter(None, map(read_stamp, flow.stamps)))
        codes = codes_in("\n".join([flow.foot, *(f"{line.tag}\n{line.text}" for line in flow.lines)]))
        said = {one.code.text for one in stamps} | {one.text for one in codes}
        if len(said) > 1:
            raise _mixed()
        if not said:
            raise Refused("L-320")
        code = stamps[0].code if stamps else codes[0]
        member = self._known(code, stamps[0].member if stamps else "")
        self._refuse_final(code.kind, member)
        made_on = stamps[0].made_on if stamps else dt.date(code.year, 1, 1)
        return Stamp(code.kind, code.year, self._year.cell.uid, member.uid, made_on)

    def _known(self, code: Code, uid: str) -> Member:
        cell, year = self._year.cell.uid, self._year.year
        if code.cell != code_of(code.kind, year, cell, "").cell:
            raise Refused("L-321")
        if code.year != year:
            raise Refused("L-322", found=code.year, year=year)
        found = [
            one
            for one in self._everybody
            if (one.uid == uid if uid else code_of(code.kind, year, cell, one.uid) == code)
        ]
        if not found:
            raise Refused("L-323")
        if not any(one.uid == found[0].uid for one in self._year.members):
            raise Refused("L-324", name=found[0].full_name)
        return found[0]

    def _refuse_final(self, kind: FormKind, member: Member) -> None:
        number = max((one.number for one in self._year.rounds), default=1)
        own = (
            one
            for one in self._year.self_reviews
            if one.member_uid == member.uid and one.round_number == number
        )
        if kind is FormKind.SELF_REVIEW and any(one.state is WritingState.FINAL for one in own):
            raise finished(member.full_name)

    def _refuse_another(self, form: GivenForm, found: Understood) -> None:
        """Refuse a form in which another name stands, or which holds places of another one."""
        if found.foreign:
            raise _mixed()
        label = next(iter(form.facts), "")
        written = found.facts.get(label, "")
        if written:
            raise Refused("L-325", name=form.name, found=written)


def _mixed() -> Refused:
    return Refused("L-326")


def _offers(form: GivenForm, found: Understood) -> Iterator[Offer]:
    offers = [
        Offer(place, text, found.added.get(tag, ""), is_recovered=tag in found.recovered and bool(text))
        for tag, place in form.places.items()
        for text in [found.texts.get(tag, "")]
    ]
    if form.stamp.kind is FormKind.COMMITMENT:
        offers = as_promised(form, found, offers)
    without = _without_content(offers)
    for offer in offers:
        yield replace(_judged(offer), **without.get(offer.place.of, {})) if offer.whole else _judged(offer)


def _without_content(offers: Sequence[Offer]) -> Mapping[str, dict[str, Any]]:
    """Return what is said of the rows of new promises that have a goal or a term and no promise."""
    rows = {one.place.of for one in offers if one.place.part in COLUMNS and one.place.of.startswith(NEW)}
    told = {one.place.of for one in offers if one.place.part == "a" and one.whole}
    note = Problem("content", "form.no_content")
    return {key: {"state": OfferState.FAULTY, "note": note} for key in rows - told}


def _judged(offer: Offer) -> Offer:
    """Return the offer with what it would change."""
    place, said = offer.place, offer.whole
    if place.choices and said:
        code = choice_of(place, said)
        word = next((word for one, word in place.choices if one == code), said)
        offer = replace(offer, text=word, added="")
        said = word
    note = _fault(place, said)
    if note:
        return replace(offer, state=OfferState.FAULTY, note=note)
    if not said:
        return replace(offer, state=OfferState.EMPTY)
    if not place.now:
        return replace(offer, state=OfferState.NEW)
    return replace(offer, state=OfferState.SAME if same_lines(said, place.now) else OfferState.DIFFERS)


def _fault(place: Place, said: str) -> Problem | None:
    if place.choices and said and not place.code(said):
        return Problem(place.tag, "form.no_such_choice", {"value": said})
    if place.part == "p" and said and not _are_points(said):
        return Problem(place.tag, "form.no_points", {"value": said})
    limit = LINE_LIMIT if place.part in _LINES else PROSE_LIMIT
    if len(said) > limit:
        return Problem(place.tag, "form.too_long", {"count": len(said), "limit": limit})
    return None


def _are_points(said: str) -> bool:
    return bool(_POINTS.fullmatch(said.strip())) and float(said.replace(",", ".")) <= MOST_POINTS
