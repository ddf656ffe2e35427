"""What the page of levels says of a subject, in words: the same in its lists, its cards and its head."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from app.common.messages import decimal
from app.domain.outside_opinions import OutsideBody
from app.domain.population import RatingDisposition, ReviewDisposition
from app.services.level_tables import LevelLine, LevelTable, Proposal, Tally, Told, TruthValue
from ui.texts import frame
from ui.texts import levels as words
from ui.theme.signs import State

REVIEW_STATES = {
    ReviewDisposition.UNDECIDED: State.LACKING,
    ReviewDisposition.YES: State.DONE,
    ReviewDisposition.NO: State.NOT_APPLICABLE,
    ReviewDisposition.LATER: State.PARTLY,
}
RATING_STATES = {
    RatingDisposition.UNDECIDED: State.LACKING,
    RatingDisposition.YES: State.DONE,
    RatingDisposition.EXEMPT: State.NOT_APPLICABLE,
    RatingDisposition.NOT_YET: State.PARTLY,
}
_TRUTHS = {
    TruthValue.TRUE: State.DONE,
    TruthValue.FALSE: State.LACKING,
    TruthValue.UNKNOWN: State.ASKED,
    TruthValue.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


class Fact(NamedTuple):
    """A label and its value."""

    label: str
    value: str


class Minded(NamedTuple):
    """Information with its sign."""

    state: State
    words: str


def name_of(line: LevelLine) -> str:
    """Return how a subject is called."""
    return line.name or words.CELL


def rate_word(table: LevelTable | None, year: int) -> str:
    """Return the verb of the year's rules: "phân loại", "xếp loại"; before it is begun that of its time."""
    if table:
        return str(table.terms.get("rate", words.RATE))
    return frame.LEVELS_UNTIL_2017.lower() if year <= frame.LAST_CLASSED else words.RATE


def page_title(table: LevelTable | None, year: int) -> str:
    """Return the title of the page in the words of the year's rules."""
    word = rate_word(table, year)
    return f"{word[:1].upper()}{word[1:]}"


def facts_said(table: LevelTable) -> str:
    """Return the sums of the year as the summary table counts them."""
    found = table.results
    if not table.whole.population:
        return words.FACTS_NONE
    levels = [
        words.FACTS_LEVEL.format(
            level=one.brief, count=len(found.at(one.code)), share=_share(found.share(one.code))
        )
        for one in table.member_levels
        if found.rated
    ]
    return words.FACTS.format(
        total=found.total,
        reviewed=found.reviewed,
        rate=rate_word(table, table.year),
        rated=len(found.rated),
        levels=words.FACTS_LEVELS.format(levels=", ".join(levels)) if levels else "",
        exempt=len(found.exempt),
        not_yet=len(found.not_yet),
    )


def _share(percent: float | None) -> str:
    return words.SHARE.format(share=decimal(round(percent, 1))) if percent else ""


def review_said(line: LevelLine) -> str:
    """Return whether a member reviews himself."""
    return words.REVIEWS[line.population.review if line.population else ReviewDisposition.UNDECIDED]


def rating_said(line: LevelLine) -> str:
    """Return whether a member is rated."""
    return words.RATINGS[line.population.rating if line.population else RatingDisposition.UNDECIDED]


def is_settled(line: LevelLine) -> bool:
    """Return whether both dispositions of a member are decided."""
    return bool(line.population and line.population.review and line.population.rating)


def differs_from_proposal(line: LevelLine) -> bool:
    """Return whether people decided something else than the rules propose."""
    settled, proposal = line.population, line.proposal
    if settled is None or proposal is None or not proposal.is_settled or not is_settled(line):
        return False
    return (settled.review, settled.rating) != (proposal.review, proposal.rating)


def can_accept(line: LevelLine) -> bool:
    """Return whether there is a proposal that nobody decided on yet."""
    return bool(line.proposal and line.proposal.is_settled and not line.proposal.is_gone) and not is_settled(
        line
    )


def proposal_said(proposal: Proposal | None) -> str:
    """Return what the year's rules propose for a member, with the reason."""
    if proposal is None:
        return ""
    if proposal.is_gone:
        return words.PROPOSED_GONE.format(why=proposal.why)
    if not proposal.is_settled:
        return (
            words.PROPOSED_UNCLEAR.format(reasons="; ".join(proposal.unclear))
            if proposal.unclear
            else words.PROPOSED_OPEN
        )
    both = words.PROPOSED_BOTH.format(
        review=words.REVIEWS[proposal.review].lower(), rating=words.RATINGS[proposal.rating].lower()
    )
    return words.PROPOSED_WHY.format(both=both, why=proposal.why) if proposal.why else both


def source_said(proposal: Proposal) -> str:
    """Return document and article of the reason that is proposed."""
    return ", ".join(part for part in (proposal.source.document, proposal.source.article) if part)


def votes_said(table: LevelTable, line: LevelLine) -> str:
    """Return the votes of each level in one line."""
    if line.tally is None:
        return ""
    levels = table.levels_of(line.target)
    given = [(one.brief, line.tally.votes.get(one.code, 0)) for one in levels]
    return words.VOTES_SHORT.join(
        words.VOTE_SHORT.format(level=level, votes=votes) for level, votes in given if votes
    )


def outside_said(table: LevelTable, line: LevelLine) -> str:
    """Return the level that the place of work, or of a cell the authority, decided."""
    found = [table.brief_name("", one.level) or words.RECEIVED for one in line.ratings]
    if found:
        return ", ".join(found)
    return words.DUE if line.population and line.population.civil_rating_due else ""


def residence_said(line: LevelLine) -> str:
    """Return the comment of the residence committee in a word."""
    for one in line.opinions:
        if one.body is OutsideBody.RESIDENCE:
            return one.excused_reason or words.GRADES.get(one.grade, words.RECEIVED)
    return words.DUE if line.population and line.population.residence_comment_due else ""


def known_facts(table: LevelTable, line: LevelLine) -> Iterator[Fact]:
    """Yield what is known of a subject's level from elsewhere."""
    label = words.SELF_FROM if line.is_member else words.SELF_FROM_CELL
    yield Fact(label, table.level_name(line.target, line.self_level))
    for opinion in line.opinions:
        said = opinion.excused_reason or words.GRADES.get(opinion.grade, words.RECEIVED)
        yield Fact(words.OPINION.format(body=words.BODIES[opinion.body]), said)
    if line.population and line.population.civil_rating_due and not line.ratings:
        yield Fact(words.OUTSIDE_RATING.format(body=words.BODIES[OutsideBody.EMPLOYER]), words.DUE)
    if line.population and line.population.residence_comment_due and not line.opinions:
        yield Fact(words.OPINION.format(body=words.BODIES[OutsideBody.RESIDENCE]), words.DUE)
    if line.points is not None:
        yield Fact(words.SCORED, decimal(line.points))
    if line.tally:
        yield Fact(words.TALLY, "\n".join(_tally_lines(table, line, line.tally)))


def _tally_lines(table: LevelTable, line: LevelLine, tally: Tally) -> Iterator[str]:
    for one in table.levels_of(line.target):
        votes = tally.votes.get(one.code, 0)
        share = float(Fraction(votes * 100, tally.base)) if tally.base else None
        yield words.TALLY_LINE.format(level=one.brief, votes=votes, share=_share(share))
    if tally.blank:
        yield words.TALLY_BLANK.format(blank=tally.blank)
    yield words.TALLY_BASE.format(valid=tally.valid, base=tally.base)


def told_of(table: LevelTable, line: LevelLine) -> Iterator[Minded]:
    """Yield what the rules say beside a subject's level: both sides, cases to look at, situations."""
    points = decimal(line.points) if line.points is not None else ""
    by_points, by_conditions = (
        table.level_name(line.target, one) for one in (line.by_points, line.by_conditions)
    )
    if line.differ:
        both = words.BOTH_SIDES.format(points=points, by_points=by_points, by_conditions=by_conditions)
        yield Minded(State.ASKED, both)
    elif by_points:
        yield Minded(State.NOTE, words.BY_POINTS.format(points=points, level=by_points))
    elif by_conditions:
        yield Minded(State.NOTE, words.BY_CONDITIONS.format(level=by_conditions))
    for one in line.told:
        yield Minded(*_told(table, line, one))


def _told(table: LevelTable, line: LevelLine, one: Told) -> tuple[State, str]:
    level = table.level_name(line.target, one.level)
    said = words.SOURCE.format(text=one.text, source=one.source) if one.source else one.text
    if one.kind == "condition":
        return _TRUTHS[one.value], words.CONDITION.format(level=level, text=said)
    if one.kind == "forced":
        is_so = one.value is TruthValue.TRUE
        sentence = words.FORCED if is_so else words.FORCED_UNKNOWN
        return State.LACKING if is_so else State.ASKED, sentence.format(level=level, text=said)
    return State.NOTE, said


def cap_said(table: LevelTable) -> str:
    """Return the ceiling of a level beside what is proposed; empty where the rules have none."""
    cap = table.results.cap
    if cap is None or not table.results.rated:
        return ""
    values = {
        "count": cap.count,
        "base": cap.base,
        "percent": decimal(round(cap.percent, 1)),
        "text": cap.cap.text,
    }
    if cap.cap.percent is None:
        return words.CAP_OPEN.format(**values)
    return words.CAP.format(**values, cap=decimal(cap.cap.percent))
