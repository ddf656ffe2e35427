"""Paper and margins (documents-and-meetings.md 1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from app.papers.layout_check.found import Found, number
from app.papers.layout_check.model import Section
from app.papers.layout_check.parts import Paper, Sort
from app.papers.styles import Profile

_PAPER_MM = 1.5
_MARGIN_MM = 0.7
"""Word shows margins in hundredths of a centimetre, and other programs round to points."""
_A5 = (148.0, 210.0)
_EDGES = ("top_mm", "bottom_mm", "left_mm", "right_mm")
_MIRRORED_MM = {"left_mm": "right_mm", "right_mm": "left_mm"}


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what differs in the setup of each section."""
    for section in paper.file.sections:
        yield from _paper(section, profile, small=paper.sort is Sort.FORM)
        yield from _margins(section, profile, mirrored=paper.file.mirrored)


def _paper(section: Section, profile: Profile, *, small: bool) -> Iterator[Found]:
    found = sorted((section.width_mm, section.height_mm))
    allowed = [sorted((profile.page.width_mm, profile.page.height_mm))]
    allowed += [sorted(_A5)] if small else []
    fits = any(abs(a - b) <= _PAPER_MM for a, b in zip(found, allowed[0], strict=True))
    if not any(_same(found, size) for size in allowed):
        params = {"width": number(section.width_mm), "height": number(section.height_mm)}
        yield Found("page", "paper", "page.height_mm" if fits else "page.width_mm", params=params)


def _same(found: list[float], wanted: list[float]) -> bool:
    return all(abs(a - b) <= _PAPER_MM for a, b in zip(found, wanted, strict=True))


def _margins(section: Section, profile: Profile, *, mirrored: bool) -> Iterator[Found]:
    found = {edge: getattr(section, edge) for edge in _EDGES}
    wanted = {edge: getattr(profile.page, edge) for edge in _EDGES}
    if section.width_mm > section.height_mm and _fits(found, _turned(wanted)):
        return
    if mirrored and _fits(found, wanted | {edge: wanted[other] for edge, other in _MIRRORED_MM.items()}):
        return
    for edge in _EDGES:
        if abs(found[edge] - wanted[edge]) > _MARGIN_MM:
            params = {"found": number(found[edge]), "wanted": number(wanted[edge])}
            yield Found("page", edge.removesuffix("_mm"), f"page.{edge}", params=params)


def _fits(found: dict[str, float], wanted: dict[str, float]) -> bool:
    return all(abs(found[edge] - wanted[edge]) <= _MARGIN_MM for edge in _EDGES)


def _turned(wanted: dict[str, float]) -> dict[str, float]:
    """Return the margins of an upright page that lies on its side: its top is where the left was."""
    return {
        "top_mm": wanted["left_mm"],
        "bottom_mm": wanted["right_mm"],
        "left_mm": wanted["bottom_mm"],
        "right_mm": wanted["top_mm"],
    }
