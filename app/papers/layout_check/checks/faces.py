"""Size, face, alignment and capitals of every component, against its style of the profile (1.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.papers.content import Style
from app.papers.layout_check.found import Found, number
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper, Sort
from app.papers.layout_check.recognised import reads_as
from app.papers.styles import Profile

_SIZE_PT = 0.25
_FACES = ("bold", "italic", "underline")


class _Row(NamedTuple):
    """A component, the lines it has, and what is looked at."""

    style: str
    lines: Sequence[Line | None]
    capitals: bool = False
    centred: bool = False
    least: str = ""
    most: str = ""
    any_size: bool = False
    """A form has its own title, whose size its own guidance sets."""


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what is set otherwise than its component should be."""
    for row in _rows(paper):
        for line in row.lines:
            if line is not None and line.written():
                yield from _differences(row, line, profile)


def _rows(paper: Paper) -> Iterator[_Row]:
    head, title, foot = paper.head, paper.title, paper.foot
    yield _Row("head_title", [head.title], capitals=True, centred=True)
    yield _Row("upper_name", head.upper, capitals=True, centred=True)
    yield _Row("issuer_name", head.issuer, capitals=True, centred=True)
    yield _Row("number", [head.number], centred=True)
    yield _Row("place_date", [head.place_date], centred=True)
    yield _Row("draft", [head.draft])
    if paper.sort is Sort.LETTER:
        yield _Row("letter_subject", head.letter_subject)
    of_form = paper.sort is Sort.FORM
    yield _Row(
        "type_name",
        [title.type_name],
        capitals=True,
        centred=True,
        least="type_name_least_pt",
        any_size=of_form,
    )
    yield _Row("subject", title.subject, centred=True, most="subject_most_pt", any_size=of_form)
    if title.dashes is not None and reads_as("dashes", title.dashes.text):
        yield _Row("dashes", [title.dashes], centred=True)
    yield from _signatures(paper)
    yield _Row("recipients_label", [foot.recipients_label])
    yield _Row("recipient", foot.recipients)


def _signatures(paper: Paper) -> Iterator[_Row]:
    for one in paper.foot.signatures:
        yield _Row("authority", one.authority, capitals=True)
        yield _Row("position", one.position, capitals=True)
        yield _Row("signer", [one.signer])


def _differences(row: _Row, line: Line, profile: Profile) -> Iterator[Found]:
    style = next(one for one in profile.styles if one.name == row.style)
    path = f"styles.{row.style}"
    if not row.any_size:
        yield from _sizes(row, line, style, profile)
    for face in _FACES:
        wanted = getattr(style, face)
        if wanted and not line.all(face):
            yield Found(row.style, face, f"{path}.{face}", line)
        elif not wanted and line.any(face) and not _is_rule(row, face):
            # What the table of components calls upright has no key of its own: its row is that of the size.
            yield Found(row.style, f"not_{face}", f"{path}.size_pt", line)
    if row.capitals and line.text != line.text.upper():
        yield Found(row.style, "capitals", f"{path}.size_pt", line)
    if row.centred and not line.shares and line.align != "center" and not _is_set_by_hand(line):
        yield Found(row.style, "align", f"{path}.align", line)


def _is_rule(row: _Row, face: str) -> bool:
    """Return whether an underline stands for the rule below the title, which is as long as it."""
    return face == "underline" and row.style in {"head_title", "issuer_name"}


def _is_set_by_hand(line: Line) -> bool:
    """Return whether indents put the line where it stands, as in heads without a table."""
    return line.place is None and (line.left_mm > 0 or line.first_line_mm > 0)


def _sizes(row: _Row, line: Line, style: Style, profile: Profile) -> Iterator[Found]:
    least = profile.allowed.get(row.least, style.size_pt)
    most = profile.allowed.get(row.most, style.size_pt)
    wrong = [size for size in line.sizes() if not least - _SIZE_PT <= size <= most + _SIZE_PT]
    if wrong:
        wanted = number(least) if least == most else f"{number(least)}-{number(most)}"
        params = {"found": number(wrong[0]), "wanted": wanted}
        yield Found(row.style, "size", f"styles.{row.style}.size_pt", line, params)
