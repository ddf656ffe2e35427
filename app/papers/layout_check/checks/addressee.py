""" "Kính gửi:", "Kính trình:" (1.2, row 8; 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.papers.layout_check.found import Found, number, ruled
from app.papers.layout_check.model import Line, Piece
from app.papers.layout_check.parts import Paper, Sort
from app.papers.layout_check.recognised import reads_as, words
from app.papers.styles import Profile

_SIZE_PT = 0.25


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what is wrong with whom a letter or a submission is addressed to."""
    if paper.sort not in {Sort.TYPED, Sort.LETTER}:
        return
    is_submission = paper.title.kind in words()["kinds"]["submission"]
    wanted = profile.words["submission_address" if is_submission else "letter_address"]
    lines = paper.title.addressee
    if lines:
        yield from _faces(lines, wanted)
        yield from _sizes(lines, profile)
    elif paper.sort is Sort.LETTER or is_submission:
        yield ruled("addressee", "missing", wanted=wanted)


def _faces(lines: Sequence[Line], wanted: str) -> Iterator[Found]:
    first = lines[0]
    if not first.text.startswith(wanted.rstrip(":")):
        yield ruled("addressee", "word", first, wanted=wanted)
    word, bodies = _parted(first)
    if not all(piece.italic for piece in word):
        yield ruled("addressee", "word_italic", first)
    if any(piece.italic for piece in bodies) or any(line.any("italic") for line in lines[1:]):
        yield ruled("addressee", "body_upright", first)


def _sizes(lines: Sequence[Line], profile: Profile) -> Iterator[Found]:
    size = next(style.size_pt for style in profile.styles if style.name == "addressee")
    for line in lines:
        wrong = [one for one in line.sizes() if abs(one - size) > _SIZE_PT]
        if wrong:
            params = {"found": number(wrong[0]), "wanted": number(size)}
            yield Found("addressee", "size", "styles.addressee.size_pt", line, params)


def _parted(line: Line) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces of the word, and those of the bodies after it."""
    match = reads_as("addressee", line.text)
    left = len("".join(match["word"].split())) if match else 0
    word: list[Piece] = []
    bodies: list[Piece] = []
    for piece in line.pieces:
        letters = len("".join(piece.text.split()))
        if letters:
            # A colon may be set either way; what counts is where most of the piece belongs.
            (word if left >= max(letters // 2, 1) and left > 1 else bodies).append(piece)
        left -= letters
    lettered = [piece for piece in bodies if any(char.isalnum() for char in piece.text)]
    return word, lettered
