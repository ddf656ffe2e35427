"""Reads single cells of a member list: names, sex, dates, card numbers as people and Excel write them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from pydantic_core import PydanticCustomError

from app.common.old_fonts import old_font
from app.common.text import clean_line, clean_text, fold, person_name
from app.domain.members import OLD_FONTS, Sex
from app.domain.posts import PostKind, posts_written
from app.domain.types import parse_date
from app.sheets.table import TableCell
from app.sheets.vocabulary import Words, folded_word

CARD_DIGITS = 12
_SHORTEST_CUT_CARD = 9
"""A 12-digit number loses at most three leading zeros; 8 digits are a card of the old kind."""
_PHONE_DIGITS = 10
_ROUNDED_TAIL = "0" * 8
_EXPONENT = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_YEARS = range(1900, 2101)
_SERIALS = range(3_000, 80_000)
"""Date serials of 1908 to 2119 (H07); smaller numbers are years, larger ones are no dates."""
_LONG_DATE = re.compile(
    r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})|thang (\d{1,2})(?: nam |/)(\d{4})|(?:sinh )?nam (\d{4})"
)
_DATE_SPACES = re.compile(r"\s*([/.\-])\s*")
_DATE_EDGE = " '’`\".;,"
_SLASHES = str.maketrans("\\|–—，", "//--/")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_DAY_UNKNOWN = re.compile(r"(?:0{1,2}|[.…_?x]+)/(?:(?:0{1,2}|[.…_?x]+)/|(\d{1,2})/)?(\d{4})", re.IGNORECASE)
"""Day, or day and month, left open by a pen: "00/00/1965", "../05/1965"."""
_LINE_NUMBER = re.compile(r"^\d{1,3}\s*[.)]\s*")
_EXTRA = re.compile(r"[^\w\s'’.\-]|_")
_MONTH_NUMBER = re.compile(r"(\d{1,2})\.((?:19|20)\d{2})")
"""A month and year that Excel took for a number with decimals."""
_POST_NOTES = {
    PostKind.CELL_SECRETARY: "post.secretary_taken",
    PostKind.DEPUTY_SECRETARY: "post.deputy_taken",
    PostKind.COMMITTEE_MEMBER: "post.committee_taken",
}
_GAPS = re.compile(r"\s+")
_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$")


@dataclass(frozen=True, slots=True)
class CellReading:
    """The value to store, codes of what is wrong with the cell, codes of what was changed."""

    value: str = ""
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


CellReader: TypeAlias = Callable[[TableCell, Words, str], CellReading]


def read_name(cell: TableCell, words: Words, _epoch: str) -> CellReading:
    """Return a person's name; capitals are turned into a written name, marks are joined (product.md 8).

    A name typed for an old font is a fault: once cleaned it could not be read back (reliability.md E15).
    """
    odd = _odd(cell)
    if odd:
        return odd
    if kind := old_font(cell.text):
        return CellReading(clean_line(cell.text), problems=(OLD_FONTS[kind],))
    whole = clean_line(cell.text)
    line = _without_address(whole, words)
    name = person_name(line)
    if line and (any(char.isdigit() for char in line) or not any(char.isalpha() for char in line)):
        return CellReading(name, problems=("name.not_a_name",))
    capitals = ("name.capitals",) if name != line and line.isupper() else ()
    swapped = ("name.look_alikes",) if name.casefold() != line.casefold() else ()
    spaced = ("text.spaces",) if _has_spare_spaces(cell.text) else ()
    dropped = ("name.address_dropped",) if line != whole else ()
    extra = ("name.extra_signs",) if _EXTRA.search(name) else ()
    return CellReading(name, notes=_cleaned(cell) + spaced + dropped + capitals + swapped + extra)


def _without_address(line: str, words: Words) -> str:
    """Return a name without the number of its line and without "Đ/c" before it."""
    bare = _LINE_NUMBER.sub("", line)
    address = next((one for one in words.before_name if fold(bare).startswith(f"{one} ")), "")
    named = bare[len(address) :].strip()
    # "Đồng Chí Mẫu" may be a whole name.
    return named if len(named.split()) > 1 else bare if len(bare.split()) > 1 else line


def read_sex(cell: TableCell, words: Words, _epoch: str) -> CellReading:
    """Return the sex; empty stays unknown."""
    word = folded_word(cell.text)
    if word in words.male:
        return CellReading(Sex.MALE)
    if word in words.female:
        return CellReading(Sex.FEMALE)
    if not word or word in words.nothing:
        return CellReading()
    return _odd(cell) or CellReading(problems=("sex.shape",))


def read_date(cell: TableCell, words: Words, epoch: str) -> CellReading:
    """Return a stored date from a real date, a year, a serial number or a written date."""
    if cell.kind in {"formula", "error"}:
        return _odd(cell) or CellReading()
    if cell.kind == "number":
        return _date_of_number(cell.text, epoch)
    text = _MIDNIGHT.sub("", clean_line(cell.text))
    if folded_word(text) in words.nothing:
        return CellReading(notes=("cell.read_as_empty",))
    plain = _plain_date(text)
    open_day = _DAY_UNKNOWN.fullmatch(plain)
    if open_day:
        plain = "/".join(part for part in open_day.groups() if part)
    try:
        return CellReading(parse_date(plain), notes=("date.day_unknown",) if open_day else ())
    except PydanticCustomError as error:
        return CellReading(problems=(error.type,))


def _plain_date(text: str) -> str:
    text = text.strip(_DATE_EDGE)
    match = _LONG_DATE.fullmatch(fold(text).replace(",", ""))
    if match:
        return "/".join(part for part in match.groups() if part)
    plain = _DATE_SPACES.sub(r"\1", text.translate(_SLASHES))
    return _YEAR_FIRST.sub(r"\3/\2/\1", plain)


def _date_of_number(digits: str, epoch: str) -> CellReading:
    month = _MONTH_NUMBER.fullmatch(digits)
    if month and 1 <= int(month[1]) <= 12:  # noqa: PLR2004  months of a year
        return CellReading(f"{month[2]}-{int(month[1]):02d}", notes=("date.from_decimal",))
    if not digits.isdigit():
        return CellReading(problems=("date.shape",))
    number = int(digits)
    if number in _YEARS:
        return CellReading(digits)
    if number in _SERIALS:
        day = dt.date.fromisoformat(epoch) + dt.timedelta(days=number)
        return CellReading(day.isoformat(), notes=("date.from_serial",))
    return CellReading(problems=("date.shape",))


def read_card_number(cell: TableCell, words: Words, _epoch: str) -> CellReading:
    """Return a card number as text; zeros that Excel dropped are filled up, rounded ones are faults."""
    odd = _odd(cell)
    if odd:
        return odd
    if folded_word(cell.text) in words.nothing:
        return CellReading(notes=("cell.read_as_empty",))
    text = re.sub(r"[\s.'’]", "", clean_line(cell.text))
    rounded = cell.kind == "number" and len(text) >= CARD_DIGITS and text.endswith(_ROUNDED_TAIL)
    if rounded or _EXPONENT.fullmatch(re.sub(r"\s", "", cell.text)):
        return CellReading(problems=("card_number.rounded",))
    if cell.kind == "number" and text.isdigit() and _SHORTEST_CUT_CARD <= len(text) < CARD_DIGITS:
        return CellReading(text.zfill(CARD_DIGITS), notes=("card_number.zeros_filled",))
    return CellReading(text)


def read_phone(cell: TableCell, words: Words, epoch: str) -> CellReading:
    """Return a telephone number; the zero at its beginning that Excel dropped is filled up."""
    text = clean_line(cell.text)
    if cell.kind == "number" and text.isdigit() and len(text) == _PHONE_DIGITS - 1:
        return CellReading(f"0{text}", notes=("phone.zero_filled",))
    return read_line(cell, words, epoch)


def read_line(cell: TableCell, words: Words, _epoch: str) -> CellReading:
    """Return one line of text."""
    line = clean_line(cell.text)
    if folded_word(line) in words.nothing:
        return CellReading(notes=("cell.read_as_empty",) if line else ())
    return _odd(cell) or CellReading(line, notes=_cleaned(cell))


def read_post(cell: TableCell, words: Words, epoch: str) -> CellReading:
    """Return the posts in one line; those on lines of their own are told apart.

    A post of the cell that was found in longer words ("Bí thư chi bộ thôn Một") is said.
    """
    lines = [line for line in map(clean_line, cell.text.splitlines()) if line]
    apart = ", ".join(lines)
    wrapped = _is_of_cell(" ".join(lines)) or not _is_of_cell(apart)
    read = read_line(cell if wrapped else TableCell(apart, cell.kind), words, epoch)
    longer = tuple(_POST_NOTES[post.kind] for post in posts_written(read.value) if post.kind and post.title)
    return replace(read, notes=read.notes + longer)


def _is_of_cell(text: str) -> bool:
    return any(post.kind for post in posts_written(text))


def read_theory(cell: TableCell, words: Words, _epoch: str) -> CellReading:
    """Return the level of political theory; words that name none stay out, and that is said."""
    word = folded_word(cell.text)
    code = next((code for name, code in words.theory.items() if word.startswith(name)), "")
    if code or not word or word in words.nothing:
        return CellReading(code)
    return _odd(cell) or CellReading(notes=("theory.not_taken",))


def read_standing(cell: TableCell, words: Words, _epoch: str) -> CellReading:
    """Return the standing; an ordinary member has none, an unknown word is a fault."""
    word = folded_word(cell.text)
    if not word or word in words.nothing or word in words.ordinary:
        return CellReading()
    if word in words.standings:
        return CellReading(words.standings[word])
    return _odd(cell) or CellReading(problems=("standing.shape",))


READERS: dict[str, CellReader] = {
    "full_name": read_name,
    "sex": read_sex,
    "born_on": read_date,
    "admission_decided_on": read_date,
    "admitted_on": read_date,
    "official_on": read_date,
    "card_number": read_card_number,
    "post": read_post,
    "political_theory": read_theory,
    "phone": read_phone,
    "residence_cell": read_line,
    "standing": read_standing,
    "standing_on": read_date,
    "note": read_line,
}
"""What a list can tell of a member, in the order in which it is looked through."""


def _odd(cell: TableCell) -> CellReading | None:
    """Return the fault of a cell that holds no plain value; formulas are never evaluated (H07)."""
    if cell.kind == "formula":
        return CellReading(problems=("cell.formula",))
    if cell.kind == "error":
        return CellReading(problems=("cell.error",))
    return None


def _has_spare_spaces(text: str) -> bool:
    return text != text.strip() or any(gap != " " for gap in _GAPS.findall(text))


def _cleaned(cell: TableCell) -> tuple[str, ...]:
    """Say that letters were joined (NFD) or unprintable signs dropped (reliability.md E01, E03)."""
    if unicodedata.normalize("NFC", cell.text) != cell.text:
        return ("text.marks_joined",)
    return () if clean_text(cell.text).strip() == cell.text.strip() else ("text.cleaned",)
