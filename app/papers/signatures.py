"""What stands below the text: recipients, who signs, and the pairs of names under minutes (1.7, 1.9).

Who signs a kind of paper is its wording's matter (rulings.md 4): ``issuer`` there is ``cell``,
``cell_committee``, or ``collective`` for whichever of the two reviews itself this year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.common.text import fold
from app.domain.cells import Cell
from app.domain.outgoing_papers import Signer
from app.papers.blocks import line
from app.papers.content import PageSetup, Paragraph, SideBySide
from app.papers.kind import Subject
from app.papers.review import review_of
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class Sheet:
    """Layout and page that a block is made for."""

    profile: Profile
    page: PageSetup


@dataclass(frozen=True, slots=True)
class Below:
    """One who signs: lines in capitals above the room for the signature, a hint in brackets, and the name."""

    authority: str = ""
    position: str = ""
    hint: str = ""
    name: str = ""


def issued(year: ReviewYear, subject: Subject, words: Wording, sheet: Sheet) -> SideBySide:
    """Return components 7 and 9 of what the cell, or chi ủy, issues: recipients left, who signs right."""
    recipients = recipients_of(subject, words, year)
    right = on_behalf(year, subject, words, sheet)
    return side_by_side(_recipients(recipients, sheet.profile), _signs(right, sheet.profile), sheet)


def on_behalf(year: ReviewYear, subject: Subject, words: Wording, sheet: Sheet) -> Below:
    """Return who signs for the cell or chi ủy, as the form has it or as the cell set it for the kind."""
    paper, post = subject.paper, words.own("signer", "post")
    if paper and (not post or "signer" in words.texts("fields")):
        signer, name = paper.signer, paper.signer_name
    else:
        signer = Signer(post or Signer.CELL_SECRETARY)
        name = holder(year.cell, signer)
    fixed = sheet.profile.words
    return Below(
        words.own("signature", "authority") or fixed[authority(year, subject, words)],
        _position(words, sheet, signer.value),
        name=_named(words, "name", name),
    )


def holder(cell: Cell, signer: Signer) -> str:
    """Return who holds the post by which a paper is signed."""
    return cell.deputy_secretary if signer is Signer.DEPUTY_SECRETARY else cell.cell_secretary


def _position(words: Wording, sheet: Sheet, key: str) -> str:
    """Return the title of who signs: the cell's own, else that of the guidance on layout."""
    return words.own("signature", key) or sheet.profile.words[key]


def _named(words: Wording, key: str, name: str) -> str:
    """Return the name to be printed: as it is known, or as the cell set it for the kind."""
    return words.own("signer", key, name=name) or name


def authority(year: ReviewYear, subject: Subject, words: Wording) -> str:
    """Return the name of the profile's word for the body that signs a kind of paper."""
    issuer = words.values["issuer"]
    if issuer == "collective":
        of_committee = review_of(year, subject.day).collective == "cell_committee"
        issuer = "cell_committee" if of_committee else "cell"
    return f"on_behalf_of_{issuer}"


def pair(left: Below, right: Below, sheet: Sheet) -> SideBySide:
    """Return two who sign side by side, as under minutes: titles in bold, both names at one height."""
    lines = max(_heads(left), _heads(right))
    here, there = (_signs(one, sheet.profile, lines - _heads(one)) for one in (left, right))
    return side_by_side(here, there, sheet, half=True)


def own(below: Below, sheet: Sheet, recipients: Sequence[str] = ()) -> SideBySide:
    """Return the one who signs for himself, on the right; recipients, where there are any, on the left."""
    return side_by_side(_recipients(recipients, sheet.profile), _signs(below, sheet.profile), sheet)


def recorder_and_chair(recorder: str, chair: str, words: Wording, sheet: Sheet) -> SideBySide:
    """Return the two who sign minutes: NGƯỜI GHI BIÊN BẢN left, CHỦ TRÌ HỘI NGHỊ right (1.7)."""
    left = Below(_position(words, sheet, "recorder"), name=_named(words, "recorder", recorder))
    return pair(left, _chair(chair, words, sheet), sheet)


def counters_and_chair(counter: str, chair: str, words: Wording, sheet: Sheet) -> SideBySide:
    """Return the two who sign a tally: the head of tổ kiểm phiếu left, the chair right (3.3)."""
    team, head = (_position(words, sheet, key) for key in ("counting_team", "counting_head"))
    left = Below(team, head, name=_named(words, "counting_head", counter))
    return pair(left, _chair(chair, words, sheet), sheet)


def _chair(chair: str, words: Wording, sheet: Sheet) -> Below:
    return Below(_position(words, sheet, "chair"), name=_named(words, "chair", chair))


def recipients_of(subject: Subject, words: Wording, year: ReviewYear) -> list[str]:
    """Return whom a paper goes to: its kind's own recipients, those the user named, and the file of the cell.

    What the user wrote as on paper, with dash and separator, and what is there already stands once only.
    Nobody where neither the kind nor the user names one.
    """
    shared = wording("shared", words.tone)
    typed = subject.paper.recipients.split("\n") if subject.paper else []
    own_names = (
        words.texts("recipients", committee=year.cell.upper_committee) if has_recipients(words) else ()
    )
    if not own_names and "recipients" not in words.texts("fields"):
        return []
    last = shared.text("keep_in_cell")
    names = [*own_names, *(name.strip().removeprefix("-").rstrip(",;. ").strip() for name in typed)]
    found: dict[str, str] = {}
    for name in names:
        if name and fold(name) != fold(last):
            found.setdefault(fold(name), name)
    return [*found.values(), last]


def has_recipients(words: Wording) -> bool:
    """Return whether papers of the kind go to somebody named below them."""
    return bool(words.values.get("recipients"))


def addressed(year: ReviewYear, subject: Subject, words: Wording, sheet: Sheet) -> tuple[SideBySide, ...]:
    """Return Nơi nhận below two who sign, where the cell set some for the kind; nothing else."""
    lines = _recipients(recipients_of(subject, words, year), sheet.profile)
    gap = Paragraph((), "position")
    return (side_by_side((gap, *lines), (gap,), sheet),) if lines else ()


def side_by_side(
    left: Sequence[Paragraph], right: Sequence[Paragraph], sheet: Sheet, *, half: bool = False
) -> SideBySide:
    """Return two columns that stay together and with the last lines before them; `half` makes them equal."""
    whole = sheet.page.text_width_mm
    right_mm = whole / 2
    if not half:
        right_mm = sheet.profile.signature_right_mm * whole / sheet.profile.page.text_width_mm
    return SideBySide(tuple(left), tuple(right), whole - right_mm, right_mm, keep_with_previous=True)


def _heads(below: Below) -> int:
    return sum(map(bool, (below.authority, below.position, below.hint)))


def _signs(below: Below, profile: Profile, lower_by: int = 0) -> tuple[Paragraph, ...]:
    """Return the lines of one who signs; `lower_by` lines more above the name."""
    head = [(below.authority, "authority"), (below.position, "position"), (below.hint, "hint")]
    gap = (Paragraph((), "signature_gap"),) * profile.signature_lines
    lower = (Paragraph((), "position"),) * lower_by
    return (*(line(text, style) for text, style in head if text), *lower, *gap, line(below.name, "signer"))


def _recipients(names: Sequence[str], profile: Profile) -> tuple[Paragraph, ...]:
    if not names:
        return ()
    fixed = profile.words
    ends = [fixed["recipients_separator"]] * (len(names) - 1) + [fixed["recipients_end"]]
    return (
        line(fixed["recipients_label"], "recipients_label"),
        *(
            line(wording("shared").text("recipient", name=name, end=end), "recipient")
            for name, end in zip(names, ends, strict=True)
        ),
    )
