"""Danh sách đảng viên of a day: by post and then by name (rulings.md 3.7), guests last; not numbered.

Posts, standings and who belongs to the cell are those of the paper's own date, so that a paper made later
says what was true then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from app.domain.members import ListedMember, Sex
from app.domain.people import Person, as_of, counts_on, is_guest_on, is_listed_on, strength_on
from app.domain.standings import StandingKind, standings_on
from app.domain.types import show_date
from app.papers import blocks, signatures
from app.papers.content import Document, Table, plain
from app.papers.counts import count_texts, two_digits
from app.papers.kind import Subject
from app.papers.review import in_order, post_words
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear

_FACTS = 8
"""Columns from the number to the post; a remark follows, which lists of older programs do not have."""


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the list on pages laid on their side; without members a form with empty rows for a pen."""
    page = blocks.landscape(profile.page)
    day = subject.day or dt.date(year.year, 12, 31)
    people, rows = _ordered(year, day), list(rows_of(year, day, words))
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(
                words.text("type_name"),
                words.text("subject", cell=year.cell.name, year=str(year.year)),
                profile,
            ),
            blocks.table(words, rows, page),
            blocks.line(_total(people, day, words), "body"),
            signatures.issued(year, subject, words, signatures.Sheet(profile, page)),
        ),
    )


def listed(document: Document) -> tuple[ListedMember, ...]:
    """Return the members as a finished list states them, whatever has become of them since; no guests."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    words = wording("member_list")
    rows = [["".join(map(plain, cell.paragraphs)) for cell in row] for row in table.rows[table.header_rows :]]
    guest = words.named("remarks", StandingKind.TEMPORARY_HERE)
    return tuple(_listed(row[:_FACTS], words) for row in rows if row[1] and guest not in row[_FACTS:])


def _listed(row: list[str], words: Wording) -> ListedMember:
    _, name, sex, born, admitted, official, card, post = row
    sexes = {words.text("sex_male"): Sex.MALE, words.text("sex_female"): Sex.FEMALE}
    return ListedMember(
        full_name=name,
        sex=sexes.get(sex, Sex.UNKNOWN),
        born_on=born,
        admitted_on=admitted,
        official_on=official,
        card_number=card,
        post=post,
    )


def rows_of(year: ReviewYear, day: dt.date, words: Wording) -> Iterator[list[str]]:
    """Yield the lines of the list of `day`, a text for each of its columns."""
    for place, person in enumerate(_ordered(year, day), start=1):
        yield _row(place, person, day, words)


def _ordered(year: ReviewYear, day: dt.date) -> list[Person]:
    listed = in_order((person for person in year.people() if is_listed_on(person, day)), day)
    return sorted(listed, key=lambda person: not counts_on(person, day))


def _row(place: int, person: Person, day: dt.date, words: Wording) -> list[str]:
    sexes = {Sex.MALE: words.text("sex_male"), Sex.FEMALE: words.text("sex_female"), Sex.UNKNOWN: ""}
    member = as_of(person.member, day)
    return [
        str(place),
        member.full_name,
        sexes[member.sex],
        show_date(member.born_on),
        show_date(member.admitted_on),
        show_date(member.official_on),
        member.card_number,
        post_words(person, day, words.tone),
        "; ".join(words.named("remarks", one.kind) for one in standings_on(person.standings, day)),
    ]


def _total(people: list[Person], day: dt.date, words: Wording) -> str:
    own = strength_on(people, day)
    guests = sum(is_guest_on(person, day) for person in people)
    said = [words.text("total", **count_texts(own))]
    said += [words.text("total_guests", guests=two_digits(guests))] if guests else []
    return " ".join(said)
