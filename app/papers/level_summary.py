"""Bảng tổng hợp phân loại (xếp loại) chất lượng đảng viên: each member's line, then the totals.

2017: regime-2014-2017.md 10.11; later: regimes-2018-2026.md 7.6, documents-and-meetings.md 4.4. Points stand
in it where the rules score members; the last column says why somebody is not rated, as lists may say it
(rulings.md 2.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.common.messages import decimal
from app.domain.people import as_of
from app.papers import blocks, signatures, tables
from app.papers.content import Document, Paragraph
from app.papers.kind import Subject
from app.papers.result_words import ResultWords, listed_title
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.rules.results import MemberResult
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the table on pages laid on their side; before the population is settled a form for a pen."""
    page = blocks.landscape(profile.page)
    review = review_of(year, subject.day, words.tone)
    told = ResultWords(review)
    title = words.text("whole_title")
    rows = list(rows_of(told, words))
    return blocks.assembled(
        year,
        title,
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *listed_title(title, year, words, profile),
            tables.table(tuple(_columns(review, words)), rows, page, words),
            *_legend(review, words),
            blocks.line(told.sentence(), "body"),
            *told.totals(page),
            *(blocks.line(text, "body") for text in told.over_cap()),
            signatures.issued(year, subject, words, signatures.Sheet(profile, page)),
        ),
    )


def rows_of(told: ResultWords, words: Wording) -> Iterator[tables.Row]:
    """Yield the line of each member, by post and then by name."""
    for place, one in enumerate(told.ordered, start=1):
        yield _row(place, one, told.review, words)


def _columns(review: Review, words: Wording) -> Iterator[tables.Column]:
    """Return the columns of the year: one a level for the votes, points only where members have them."""
    has_points = review.rules.scoring.mode == "points" and review.rules.frame_for("member") is not None
    for one in tables.columns(words):
        if one.key == "votes":
            for level in review.levels():
                head = words.text("votes", level=_short(level.code, level.short, words))
                yield tables.Column(f"votes.{level.code}", head, one.width_mm, one.is_centred)
        elif one.key == "level":
            head = words.text("decided" if review.decides_members else "proposed")
            yield tables.Column(one.key, head, one.width_mm, one.is_centred)
        elif has_points or one.key not in {"self_points", "points"}:
            yield one


def _row(place: int, one: MemberResult, review: Review, words: Wording) -> tables.Row:
    member = as_of(review.people[one.uid].member, review.day)
    standing = "official" if member.official_on else "probationary" if member.admitted_on else ""
    outside = words.named("outside", one.outside_level or ("" if one.is_outside_due else "not_due"))
    return tables.Row(
        {
            "place": str(place),
            "name": member.full_name,
            "born": member.born_on[:4],
            "post": review.post(one.uid),
            "standing": words.named("standings", standing),
            "outside": outside,
            "self_points": _points(one.self_points),
            "points": _points(one.points),
            "self_level": _level(one.self_level, review, words),
            **_votes(one, review),
            "level": _level(one.level, review, words),
            "note": _note(one, review, words),
        }
    )


def _votes(one: MemberResult, review: Review) -> dict[str, str]:
    """Return the votes by column; a level that nobody chose has none, of whom no vote was held nothing."""
    levels = review.levels() if one.votes else ()
    return {f"votes.{level.code}": str(one.votes.get(level.code, 0)) for level in levels}


def _note(one: MemberResult, review: Review, words: Wording) -> str:
    """Return why somebody is not rated, else why he has the lowest level."""
    if one.level:
        reasons = {sub.code: sub.name for level in review.levels() for sub in level.sub_reasons}
        return reasons.get(one.proposed.sub_reason, "") if one.proposed else ""
    disposition = words.named("dispositions", one.disposition or "undecided")
    return words.text("not_rated", what=disposition, reason=one.reason) if one.reason else disposition


def _points(value: float | None) -> str:
    return decimal(round(value, 2)) if value is not None else ""


def _level(code: str, review: Review, words: Wording) -> str:
    level = next((one for one in review.levels() if one.code == code), None)
    return _short(code, level.short, words) if level else ""


def _short(code: str, name: str, words: Wording) -> str:
    """Return the abbreviation of a level; one that a set of another place brings stands whole."""
    return words.named("short_levels", code) or name


def _legend(review: Review, words: Wording) -> Sequence[Paragraph]:
    levels = [(words.named("short_levels", one.code), one.name) for one in review.levels()]
    told = [words.text("abbreviation", short=short, name=name) for short, name in levels if short]
    return (blocks.line(words.text("legend", levels="; ".join(told)), "body"),) if told else ()
