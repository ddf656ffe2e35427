"""The numbers of a package for programs: the summary table as a workbook, ratings and parts as plain facts.

They tell what the issued summary says. Where the year has changed since it was issued, its table still goes
as it is and the ratings are left out, so that no file of a package contradicts a paper in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.common.jobs import Jobs
from app.common.progress import Progress
from app.domain.listing import ListedColumn, Listing, encode
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.targets import CELL
from app.papers import Subject, build
from app.papers.content import Document, Paragraph, Table, plain
from app.papers.review import Review, review_of
from app.papers.wording import Wording, wording
from app.rules.results import Results, results_of
from app.services.dossier import CONTENTS_LIST, Part
from app.services.list_output import SHEET_JOB
from app.year.review_year import ReviewYear

SUMMARY = "level_summary"
_NUMBERS = frozenset("0123456789,.%")


def workbook(summary: Document, parts: Sequence[Part], jobs: Jobs, progress: Progress) -> bytes:
    """Return the issued summary as an Excel workbook, with the parts of the dossier on a second sheet.

    Raises what the job raises.
    """
    whole = replace(listing(summary), beside=(parts_listing(parts),))
    return jobs.run(SHEET_JOB, encode(whole), progress)


def parts_listing(parts: Sequence[Part]) -> Listing:
    """Return the parts of the dossier as the contents list has them: papers, sheets, what is not needed."""
    words = wording(CONTENTS_LIST).part("parts")
    rows = tuple(
        (place, one["title"], one["papers"], one["on_paper"], one["sheets"] or "", _standing(one, words))
        for place, one in enumerate(part_facts(parts), start=1)
    )
    columns = tuple(
        ListedColumn(title, width, to_right=to_right)
        for title, width, to_right in zip(
            words.texts("columns"), words.values["widths"], words.values["to_right"], strict=True
        )
    )
    return Listing(words.text("title"), columns, rows)


def part_facts(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """Return of each part of the dossier what the contents list says; a draft counts as not there."""
    return [
        {
            "code": part.code,
            "title": part.title,
            "state": "missing" if part.state == "draft" else part.state,
            "papers": len(part.papers),
            "on_paper": len(part.on_paper),
            "sheets": sum(one.sheets for one in part.on_paper),
            "reason": part.reason,
        }
        for part in parts
        if part.code != CONTENTS_LIST
    ]


def _standing(told: Mapping[str, Any], words: Wording) -> str:
    state = words.named("states", told["state"])
    return f"{state}: {told['reason']}" if told["reason"] else state


def listing(summary: Document) -> Listing:
    """Return the first table of the summary, with the sentences and the totals below it as notes."""
    tables = [block for block in summary.blocks if isinstance(block, Table)]
    first, others = tables[0], tables[1:]
    *_, heads = _words(first.rows[: first.header_rows])
    rows = tuple(tuple(row) for row in _words(first.rows[first.header_rows :]))
    said = [
        plain(block)
        for block in summary.blocks
        if isinstance(block, Paragraph) and block.style == "body" and plain(block)
    ]
    totals = [" · ".join(filter(None, row)) for table in others for row in _words(table.rows)]
    columns = tuple(
        ListedColumn(head, round(width), to_right=_is_numbers(rows, at))
        for at, (head, width) in enumerate(zip(heads, first.widths_mm, strict=True))
    )
    return Listing(summary.title, columns, rows, (*said, *totals))


def ratings(
    year: ReviewYear, papers: Sequence[OutgoingPaper], documents: Mapping[str, Document]
) -> dict[str, Any] | None:
    """Return what the submitted summary says of levels; None without one, or where the year changed since."""
    summaries = [paper for paper in papers if paper.kind == SUMMARY]
    if not summaries:
        return None
    paper = summaries[-1]
    if build(SUMMARY, year, Subject(paper=paper)).blocks != documents[paper.uid].blocks:
        return None
    review = review_of(year, paper.dated_on)
    found = results_of(review.outlook)
    return {
        "ruleset": review.rules.id,
        "reviewed": found.reviewed,
        "rated": len(found.rated),
        "exempt": len(found.exempt),
        "not_yet": len(found.not_yet),
        "levels": {one.code: len(found.at(one.code)) for one in review.levels()},
        "cell_level": _cell_level(year),
        "members": _members(review, found),
    }


def _cell_level(year: ReviewYear) -> str:
    ordered = sorted(year.proposed_levels, key=lambda one: one.round_number)
    return next((one.level for one in reversed(ordered) if one.target == CELL), "")


def _members(review: Review, found: Results) -> list[dict[str, str]]:
    lines = {one.uid: one for one in found.lines}
    return [
        {
            "uid": person.uid,
            "full_name": person.member.full_name,
            "disposition": lines[person.uid].disposition.value,
            "self_level": lines[person.uid].self_level,
            "level": lines[person.uid].level,
        }
        for person in review.in_order(lines)
    ]


def _words(rows: Sequence[Sequence[Any]]) -> list[list[str]]:
    """Return the words of each cell; one that spans several columns leaves the others empty."""
    told: list[list[str]] = []
    for row in rows:
        cells: list[str] = []
        for cell in row:
            cells += [" ".join(map(plain, cell.paragraphs)), *[""] * (cell.colspan - 1)]
        told.append(cells)
    return told


def _is_numbers(rows: Sequence[Sequence[str]], at: int) -> bool:
    return any(row[at] for row in rows) and all(set(row[at]) <= _NUMBERS for row in rows)
