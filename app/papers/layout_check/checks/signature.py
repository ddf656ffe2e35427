"""Who signs (1.7): "T/M CHI BỘ", "BÍ THƯ", four blank lines, the name without titles."""

from __future__ import annotations

from collections.abc import Iterator

from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper, Signature, Sort
from app.papers.layout_check.recognised import reads_as, shouts_as
from app.papers.styles import Profile


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what is wrong with the signatures."""
    signatures = paper.foot.signatures
    if not signatures and paper.sort in {Sort.TYPED, Sort.LETTER}:
        yield ruled("authority", "missing")
    if paper.sort is Sort.MINUTES:
        yield from _pair(paper, profile)
    for one in signatures:
        yield from _authority(one.authority)
        yield from _position(one.position)
        yield from _name(one, profile)


def _pair(paper: Paper, profile: Profile) -> Iterator[Found]:
    titles = [line.text.upper() for one in paper.foot.signatures for line in one.authority]
    for who in ("recorder", "chair"):
        if not any(shouts_as(who, title) for title in titles):
            yield ruled("signer", who, wanted=profile.words[who])


def _authority(lines: tuple[Line, ...]) -> Iterator[Found]:
    for line in lines:
        if not shouts_as("authority", line.text):
            continue
        if shouts_as("authority_deputy", line.text):
            yield ruled("authority", "deputy", line)
        elif not shouts_as("authority_slash", line.text):
            yield ruled("authority", "dots", line, found=line.text)


def _position(lines: tuple[Line, ...]) -> Iterator[Found]:
    for line in lines:
        if shouts_as("position_body", line.text):
            yield ruled("position", "body", line, found=line.text)
        elif reads_as("position_member", line.text.upper()):
            yield ruled("position", "member", line, found=line.text)


def _name(one: Signature, profile: Profile) -> Iterator[Found]:
    if one.signer is None:
        return
    if reads_as("rank", one.signer.text):
        yield ruled("signer", "rank", one.signer, found=one.signer.text)
    wanted = profile.signature_lines
    if one.gap is not None and one.gap < wanted:
        params = {"found": str(one.gap), "wanted": f"{wanted:g}"}
        yield ruled("signature_gap", "lines", one.signer, **params)
