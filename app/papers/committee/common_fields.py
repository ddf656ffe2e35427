"""Fields that every kind of paper has: the cell, the year, the paper itself, who signs, how many members."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.outgoing_papers import Signer
from app.domain.people import is_guest_on, strength_on
from app.papers import blocks, signatures
from app.papers.committee.told import Told
from app.papers.counts import count_texts, two_digits
from app.papers.dates import paper_date, short_date
from app.papers.register import number_and_symbol

Value = Callable[[Told], str]


def _number(told: Told) -> str:
    number = told.paper.number if told.paper else None
    return two_digits(number) if number else ""


def _number_and_symbol(told: Told) -> str:
    paper = told.paper
    if paper is None or not paper.number:
        return ""
    return number_and_symbol(paper.number, paper.type_code, paper.symbol)


def _place_and_date(told: Told) -> str:
    return f"{told.year.cell.place_name}, {blocks.day_text(told.year, told.subject)}"


def _two(number: int) -> str:
    return f"{number:02d}"


def _subject_line(told: Told) -> str:
    return told.paper.subject_line if told.paper else ""


def _addressee(told: Told) -> str:
    return (told.paper and told.paper.addressee) or told.year.cell.upper_committee


def _recipients(told: Told) -> str:
    if "recipients" not in told.words.values:
        return ""
    return "\n".join(signatures.recipients_of(told.subject, told.words, told.year))


def _signer(told: Told) -> Signer:
    return told.paper.signer if told.paper else Signer.CELL_SECRETARY


def _authority(told: Told) -> str:
    """Return for whom is signed; a paper that somebody signs for himself has nobody."""
    if "issuer" not in told.words.values:
        return ""
    return told.profile.words[signatures.authority(told.year, told.subject, told.words)]


def _strength(name: str) -> Value:
    def value(told: Told) -> str:
        return count_texts(strength_on(told.year.people(), told.day))[name]

    return value


def _guests(told: Told) -> str:
    return two_digits(sum(is_guest_on(person, told.day) for person in told.year.people()))


CELL: Mapping[str, Value] = {
    "cell.name": lambda told: told.year.cell.name,
    "cell.name_caps": lambda told: told.year.cell.name.upper(),
    "cell.upper_organisation": lambda told: told.year.cell.upper_organisation,
    "cell.upper_organisation_caps": lambda told: told.year.cell.upper_organisation.upper(),
    "cell.upper_committee": lambda told: told.year.cell.upper_committee,
    "cell.upper_committee_caps": lambda told: told.year.cell.upper_committee.upper(),
    "cell.place": lambda told: told.year.cell.place_name,
    "cell.symbol": lambda told: told.year.cell.symbol,
    "cell.secretary": lambda told: told.year.cell.cell_secretary,
    "cell.deputy": lambda told: told.year.cell.deputy_secretary,
}
YEAR: Mapping[str, Value] = {
    "year.this": lambda told: str(told.year.year),
    "year.last": lambda told: str(told.year.year - 1),
    "year.next": lambda told: str(told.year.year + 1),
}
PAPER: Mapping[str, Value] = {
    "paper.title": lambda told: told.words.text("title"),
    "paper.number": _number,
    "paper.number_and_symbol": _number_and_symbol,
    "paper.date": lambda told: paper_date(told.day) if told.subject.day else "",
    "paper.day": lambda told: _two(told.day.day) if told.subject.day else "",
    "paper.month": lambda told: _two(told.day.month) if told.subject.day else "",
    "paper.year": lambda told: str(told.day.year),
    "paper.short_date": lambda told: short_date(told.day) if told.subject.day else "",
    "paper.place_and_date": _place_and_date,
    "paper.subject": _subject_line,
    "paper.addressee": _addressee,
    "paper.recipients": _recipients,
    "paper.body": lambda told: told.paper.body if told.paper else "",
}
SIGN: Mapping[str, Value] = {
    "sign.name": lambda told: told.paper.signer_name if told.paper else told.year.cell.cell_secretary,
    "sign.post": lambda told: told.profile.words[_signer(told).value],
    "sign.authority": _authority,
}
STRENGTH: Mapping[str, Value] = {
    "strength.total": _strength("count"),
    "strength.official": _strength("official"),
    "strength.probationary": _strength("probationary"),
    "strength.women": _strength("women"),
    "strength.guests": _guests,
}
