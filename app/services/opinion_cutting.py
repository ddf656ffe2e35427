"""Cuts opinions out of minutes that were written elsewhere: by lines, or by whose name stands before them.

Nothing is stored here and no word is changed; whoever cannot be told stays open, to be said by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.common.text import clean_text, fold
from app.domain.conferences import OpinionKind


class Cut(StrEnum):
    """How a text is cut."""

    BY_LINE = "by_line"
    """Every line is one opinion."""
    BY_NAME = "by_name"
    """An opinion goes on until the next name or the next dash."""


@dataclass(frozen=True, slots=True)
class CutOpinion:
    """One opinion as it was cut: `speaker` is empty where the name is none, or not only one person's."""

    text: str
    speaker: str = ""
    said_by: str = ""
    """The name as it stood in the text, where nobody could be told by it."""
    kind: OpinionKind | None = None
    """As the text itself says it ("Đề nghị …"); None where it says nothing."""


_MARK = re.compile(r"^\s*(?:[-–—+*•●▪]|\d{1,3}[.)/]|\(\d{1,3}\))\s*")
_TITLE = r"(?:y kien (?:cua )?)?(?:dong chi|d/c|d\.c|dc|ong|ba)\.?\s+"
_TITLED = re.compile(rf"^(?:{_TITLE})(?P<name>[^:]{{1,60}}?)\s*(?::|(?:phat bieu|gop y|co y kien)\s*:?)\s*")
_BARE = re.compile(r"^(?P<name>[^:.,;]{2,60}?)\s*:\s*")
_POST = re.compile(r"\s*[(,–-].*$")
_KINDS: Mapping[OpinionKind, re.Pattern[str]] = {
    OpinionKind.STRENGTH: re.compile(r"^(?:ve )?(?:uu diem|mat manh)\s*[:\-–]\s*"),
    OpinionKind.SHORTCOMING: re.compile(
        r"^(?:ve )?(?:han che(?:,? (?:va )?khuyet diem)?|khuyet diem|ton tai|yeu kem)\s*[:\-–]\s*"
    ),
    OpinionKind.PROPOSAL: re.compile(r"^(?:de nghi|kien nghi)\s*[:\-–]\s*"),
    OpinionKind.QUESTION: re.compile(r"^(?:yeu cau lam ro|de nghi lam ro|hoi)\s*[:\-–]\s*"),
}
"""Headings, without marks and in small letters, that are taken off: the kind says them."""
_TOLD: Mapping[OpinionKind, re.Pattern[str]] = {
    OpinionKind.QUESTION: re.compile(r"^(?:yeu cau|de nghi)(?: dong chi)? (?:lam ro|giai trinh)\b|\?\s*$"),
    OpinionKind.PROPOSAL: re.compile(r"^(?:de nghi|kien nghi|mong)\b"),
}
"""Beginnings that tell the kind and stay, because they are part of the sentence."""


def named_lines(text: str, names: Mapping[str, str]) -> bool:
    """Return whether any line begins with the name of one of `names` (uid to full name)."""
    return any(_spoken(line, names) is not None for line in _lines(text))


def cut(text: str, names: Mapping[str, str], how: Cut) -> tuple[CutOpinion, ...]:
    """Return the opinions of `text` in order; `names` are those who can have spoken, by uid."""
    return tuple(_by_line(text, names) if how is Cut.BY_LINE else _by_name(text, names))


def _by_line(text: str, names: Mapping[str, str]) -> Iterator[CutOpinion]:
    for line in _lines(text):
        said = _spoken(line, names) or CutOpinion(_unmarked(line))
        if said.text:
            yield _told(said)


def _by_name(text: str, names: Mapping[str, str]) -> Iterator[CutOpinion]:
    now = CutOpinion("")
    for line in _lines(text):
        said = _spoken(line, names)
        if said is not None:
            yield from _whole(now)
            now = said
        elif _MARK.match(line):
            yield from _whole(now)
            now = replace(now, text=_unmarked(line))
        else:
            now = replace(now, text="\n".join(filter(None, (now.text, line))))
    yield from _whole(now)


def _whole(one: CutOpinion) -> Iterator[CutOpinion]:
    if one.text:
        yield _told(one)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in clean_text(text).split("\n") if line.strip()]


def _unmarked(line: str) -> str:
    return _MARK.sub("", line, count=1).strip()


def _spoken(line: str, names: Mapping[str, str]) -> CutOpinion | None:
    """Return what a line says whose beginning names somebody; folding keeps the places of letters."""
    bare = _unmarked(line)
    folded = fold(bare)
    titled = _TITLED.match(folded)
    found = titled or _BARE.match(folded)
    if found is None:
        return None
    start, end = found.span("name")
    named = _POST.sub("", bare[start:end]).strip()
    who = speakers_named(named, names)
    if not who and not titled:
        return None  # "Ưu điểm: …" names nobody
    said = bare[found.end() :].strip()
    if len(who) == 1:
        return CutOpinion(said, who[0])
    return CutOpinion(said, said_by=named)


def speakers_named(named: str, names: Mapping[str, str]) -> Sequence[str]:
    """Return whom a name can mean: a whole name, else the last words of one; with its marks, else without."""
    for plain in (str.lower, fold):
        wanted = plain(named).split()
        if not wanted:
            return ()
        whole = [uid for uid, name in names.items() if plain(name).split() == wanted]
        found = whole or [uid for uid, name in names.items() if plain(name).split()[-len(wanted) :] == wanted]
        if found:
            return found
    return ()


def _told(one: CutOpinion) -> CutOpinion:
    """Return the opinion with the kind that it says itself; a heading is taken off, a sentence is not."""
    folded = fold(one.text)
    for kind, heading in _KINDS.items():
        found = heading.match(folded)
        if found and one.text[found.end() :].strip():
            rest = one.text[found.end() :].strip()
            return replace(one, text=rest[:1].upper() + rest[1:], kind=kind)
    return next((replace(one, kind=kind) for kind, told in _TOLD.items() if told.search(folded)), one)
