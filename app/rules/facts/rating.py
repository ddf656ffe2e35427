"""Facts about levels: whether they fit what was found (CV 3993, point 4; QĐ 366 Điều 3, 11, 12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.commitments import Outcome
from app.domain.levels import ProposedLevel
from app.domain.outside_opinions import OutsideBody, OutsideRating
from app.domain.shortcomings import Shortcoming, ShortcomingDegree
from app.domain.targets import CELL, COLLECTIVE
from app.rules.finding_words import brief, listed, word
from app.rules.language import Absent, Value
from app.rules.level_views import level_view
from app.rules.outlook import Outlook
from app.rules.results import capped
from app.rules.ruleset import Cap
from app.rules.subject_facts import latest_levels

if TYPE_CHECKING:
    from app.rules.fact_book import Fact

HUNDRED = 100
VIOLATION = "violation"
"""The sub-reason "vi phạm tư cách" (rulings.md 1.5)."""
_HEAVY = frozenset({ShortcomingDegree.FAULT, ShortcomingDegree.WEAKNESS, ShortcomingDegree.VIOLATION})
_EMPLOYER_RANKS = {"not_fulfilled": 1, "fulfilled": 2, "good": 3, "excellent": 4}
"""The four levels of officials and public employees, as `OutsideRating.level` names them."""


def _levels(outlook: Outlook) -> Mapping[str, ProposedLevel]:
    levels = latest_levels(outlook.year)
    return {
        uid: one for uid, one in levels.items() if uid in outlook.roster.rated and one.level in outlook.ranks
    }


def _proposed(outlook: Outlook, target: str) -> ProposedLevel | None:
    ordered = sorted(outlook.year.proposed_levels, key=lambda one: one.round_number)
    return next((one for one in reversed(ordered) if one.target == target and one.level), None)


def _good(outlook: Outlook) -> int:
    """Return the rank of "hoàn thành tốt": one below the highest."""
    return max(outlook.ranks.values(), default=0) - 1


def level_rank(outlook: Outlook, uid: str) -> Value:
    """The rank of the proposed level, 1 the lowest; unknown while none is proposed."""
    own = _proposed(outlook, uid)
    ranks = outlook.cell_ranks if uid in {CELL, COLLECTIVE} else outlook.ranks
    return ranks.get(own.level, Absent.UNKNOWN) if own else Absent.UNKNOWN


def level_is_good(outlook: Outlook, uid: str) -> Value:
    """Whether the proposed level is hoàn thành tốt or better."""
    rank = level_rank(outlook, uid)
    return rank if isinstance(rank, Absent | str) else rank >= _good(outlook)


def level_is_highest(outlook: Outlook, uid: str) -> Value:
    """Whether the proposed level is the highest."""
    rank = level_rank(outlook, uid)
    ranks = outlook.cell_ranks if uid in {CELL, COLLECTIVE} else outlook.ranks
    return rank if isinstance(rank, Absent | str) else rank == max(ranks.values())


def level_name(outlook: Outlook, uid: str) -> Value:
    """The proposed level in the words of the year."""
    own = _proposed(outlook, uid)
    levels = outlook.ruleset.cell_levels if uid in {CELL, COLLECTIVE} else outlook.ruleset.member_levels
    return next((one.name for one in levels if own and one.code == own.level), Absent.UNKNOWN)


def level_differs_from_own(outlook: Outlook, uid: str) -> Value:
    """Whether the cell proposes a lower level than the member did, who has not said a word on it (R4-12)."""
    own, review = _proposed(outlook, uid), outlook.self_reviews.get(uid)
    if (
        own is None
        or review is None
        or review.self_level not in outlook.ranks
        or own.level not in outlook.ranks
    ):
        return Absent.NOT_APPLICABLE
    return outlook.ranks[own.level] < outlook.ranks[review.self_level] and not own.member_answer.strip()


def heavy_matters(outlook: Outlook, uid: str) -> Value:
    """The concluded shortcomings of the member that weigh: faults and worse, and repeated ones (R4-03)."""
    return listed(brief(one.text) for one in _concluded(outlook, uid) if one.degree in _HEAVY or one.repeats)


def _concluded(outlook: Outlook, target: str) -> list[Shortcoming]:
    return [one for one in outlook.year.shortcomings if one.target == target and one.counts]


def collective_concluded(outlook: Outlook, uid: str) -> Value:
    """How many concluded shortcomings the collective or the cell has (R4-02)."""
    del uid
    return len(_concluded(outlook, COLLECTIVE)) + len(_concluded(outlook, CELL))


def collective_weakness(outlook: Outlook, uid: str) -> Value:
    """What stands against a faultless collective: concluded shortcomings, a lower level, in words (R4-02)."""
    concluded = len(_concluded(outlook, COLLECTIVE)) + len(_concluded(outlook, CELL))
    level = level_name(outlook, uid)
    return listed(
        (
            word("collective.concluded", count=concluded) if concluded else "",
            word("collective.level", level=level) if isinstance(level, str) else "",
        )
    )


def good_share(outlook: Outlook, uid: str) -> Value:
    """How many of a hundred rated members are proposed hoàn thành tốt or better (R4-02)."""
    del uid
    levels = _levels(outlook)
    if not levels or len(levels) < len(outlook.roster.rated):
        return Absent.UNKNOWN
    good = sum(outlook.ranks[one.level] >= _good(outlook) for one in levels.values())
    return good * HUNDRED / len(levels)


def one_level_only(outlook: Outlook, uid: str) -> Value:
    """Whether all rated members, three or more, have one level (R4-14)."""
    del uid
    levels = _levels(outlook)
    if not levels or len(levels) < len(outlook.roster.rated):
        return Absent.UNKNOWN
    return len(levels) > 2 and len({one.level for one in levels.values()}) == 1  # noqa: PLR2004  two are no trend


def spread(outlook: Outlook, uid: str) -> Value:
    """The levels with their numbers, the highest first, in words (R4-14)."""
    del uid
    given = [one.level for one in _levels(outlook).values()]
    ordered = sorted(outlook.ruleset.member_levels, key=lambda one: -one.rank)
    return listed(f"{one.short}: {given.count(one.code)}" for one in ordered)


def term_of_rating(outlook: Outlook, uid: str) -> Value:
    """How rating is called in the year: phân loại to 2017, xếp loại later (rulings.md 8)."""
    del uid
    return outlook.ruleset.terms.get("rate") or Absent.UNKNOWN


def main_indicators_missed(outlook: Outlook, uid: str) -> Value:
    """The main targets of the programme that were not reached, in words (R4-04)."""
    del uid
    missed = [one for one in outlook.year.programme_items if one.is_main and one.outcome is Outcome.NOT_DONE]
    return listed(brief(one.task) for one in missed)


def _employer(outlook: Outlook, uid: str) -> OutsideRating | None:
    return next(
        (
            one
            for one in outlook.year.outside_ratings
            if one.target == uid and one.body is OutsideBody.EMPLOYER and one.level in _EMPLOYER_RANKS
        ),
        None,
    )


def civil_rating_differs(outlook: Outlook, uid: str) -> Value:
    """How the level differs from that at work, in words: two steps, or above it at the top (R4-05)."""
    settled, rank = outlook.roster.population.get(uid), level_rank(outlook, uid)
    if settled is None or not settled.civil_rating_due:
        return Absent.NOT_APPLICABLE
    rating = _employer(outlook, uid)
    if rating is None or not isinstance(rank, int):
        return Absent.NOT_APPLICABLE
    at_work, top = _EMPLOYER_RANKS[rating.level], max(outlook.ranks.values())
    differs = abs(at_work - rank) > 1 or (rank == top and at_work < top)
    return word("civil_rating", level=word(f"employer.{rating.level}")) if differs else ""


def civil_rating_lacks(outlook: Outlook, uid: str) -> Value:
    """Whether the rating at work is wanted and not entered (QĐ 366 Điều 3.4; C-09)."""
    settled = outlook.roster.population.get(uid)
    if settled is None or not settled.civil_rating_due:
        return Absent.NOT_APPLICABLE
    return _employer(outlook, uid) is None


def cap_percent(outlook: Outlook, uid: str) -> Value:
    """The ceiling on the highest level in per cent of its base; not applicable where none is set (R4-06)."""
    del uid
    cap = _cap(outlook)
    return cap.percent if cap and cap.percent is not None else Absent.NOT_APPLICABLE


def excellent_share(outlook: Outlook, uid: str) -> Value:
    """How many members of the capped level there are to a hundred of its base (R4-06; C-07)."""
    del uid
    cap = _cap(outlook)
    if cap is None:
        return Absent.NOT_APPLICABLE
    given = [one.level for one in _levels(outlook).values()]
    return round(capped(cap, outlook.ranks, given).percent, 1) if given else Absent.UNKNOWN


def capped_base(outlook: Outlook, uid: str) -> Value:
    """How many members the ceiling is reckoned from (R4-06; C-07)."""
    del uid
    cap = _cap(outlook)
    if cap is None:
        return Absent.NOT_APPLICABLE
    return capped(cap, outlook.ranks, [one.level for one in _levels(outlook).values()]).base


def capped_count(outlook: Outlook, uid: str) -> Value:
    """How many members have the level that has a ceiling (R4-06; C-07)."""
    del uid
    cap = _cap(outlook)
    if cap is None:
        return Absent.NOT_APPLICABLE
    return capped(cap, outlook.ranks, [one.level for one in _levels(outlook).values()]).count


def cap_base(outlook: Outlook, uid: str) -> Value:
    """What the ceiling is reckoned from, in words (R4-06; C-07)."""
    del uid
    cap = _cap(outlook)
    return word(f"cap.{cap.base}") if cap else Absent.NOT_APPLICABLE


def _cap(outlook: Outlook) -> Cap | None:
    cap = next((one for one in outlook.ruleset.caps if one.subject == "members"), None)
    return cap if cap and cap.level in outlook.ranks else None


def forced_down(outlook: Outlook, uid: str) -> Value:
    """The cases of the rule set that speak for a lower level than proposed, in words (R4-07, R4-09)."""
    own = _proposed(outlook, uid)
    if own is None:
        return Absent.UNKNOWN
    ranks = outlook.cell_ranks if uid in {CELL, COLLECTIVE} else outlook.ranks
    view = level_view(outlook.year, outlook.ruleset, uid, outlook.year_facts.of(uid))
    true = {code for code, value in view.forced if value.value == "true"}
    cases = [one for one in outlook.ruleset.disqualifiers if one.code in true]
    return listed(one.name for one in cases if ranks.get(one.forces, 0) < ranks.get(own.level, 0))


def points_and_conditions(outlook: Outlook, uid: str) -> Value:
    """What points and conditions say where they differ, in words (QĐ 366 Điều 11; C-05)."""
    if outlook.ruleset.scoring.mode != "points":
        return Absent.NOT_APPLICABLE
    view = level_view(outlook.year, outlook.ruleset, uid, outlook.year_facts.of(uid))
    if not view.differ:
        return ""
    names = {one.code: one.name for one in (*outlook.ruleset.cell_levels, *outlook.ruleset.member_levels)}
    return word("points_and_conditions", points=names[view.by_points], conditions=names[view.by_conditions])


def lowest_twice(outlook: Outlook, uid: str) -> Value:
    """Whether both years carry the sub-reason "vi phạm tư cách" (rulings.md 1.5; R4-08)."""
    own = _proposed(outlook, uid)
    if own is None or own.sub_reason != VIOLATION:
        return False
    last = outlook.year.year - 1
    return any(
        one.target == uid and one.of_year == last and one.sub_reason == VIOLATION
        for one in outlook.year.past_levels
    )


def has_official_level(outlook: Outlook, uid: str) -> Value:
    """Whether the recognised level is entered (R4-13)."""
    return any(one.target == uid for one in outlook.year.recognised_levels)


def cell_before_members(outlook: Outlook, uid: str) -> Value:
    """Whether the cell has its level while members wait for theirs (QĐ 366 Điều 12; C-04)."""
    del uid
    waiting = [one for one in outlook.roster.rated if one not in _levels(outlook)]
    return _proposed(outlook, CELL) is not None and bool(waiting)


def is_rated(outlook: Outlook, uid: str) -> Value:
    """Whether a level is proposed for the member or the cell."""
    return _proposed(outlook, uid) is not None


def is_late(outlook: Outlook, uid: str) -> Value:
    """Whether members wait for their level after the last day of the year (QĐ 366 Điều 14; C-12)."""
    del uid
    waiting = [one for one in outlook.roster.rated if one not in _levels(outlook)]
    return bool(waiting) and outlook.today.year > outlook.year.year


def open_objections(outlook: Outlook, uid: str) -> Value:
    """How many objections have no outcome and were not sent up, or were decided without one (C-24)."""
    decided = has_official_level(outlook, uid)
    own = [one for one in outlook.year.objections if one.target == uid and not one.outcome.strip()]
    return sum(one.sent_up_on is None or bool(decided) for one in own)


FACTS: Mapping[str, Fact] = {
    "level.good": level_is_good,
    "level.highest": level_is_highest,
    "level.name": level_name,
    "level.below_own": level_differs_from_own,
    "level.forced_down": forced_down,
    "level.points_and_conditions": points_and_conditions,
    "level.violation_twice": lowest_twice,
    "level.official": has_official_level,
    "level.there": is_rated,
    "objections.open": open_objections,
    "levels.late": is_late,
    "matters.heavy": heavy_matters,
    "collective.concluded": collective_concluded,
    "collective.weakness": collective_weakness,
    "levels.good_pct": good_share,
    "levels.one_only": one_level_only,
    "levels.spread": spread,
    "levels.cell_before_members": cell_before_members,
    "indicators.main_missed": main_indicators_missed,
    "civil_rating.differs": civil_rating_differs,
    "civil_rating.lacks": civil_rating_lacks,
    "cap.percent": cap_percent,
    "cap.base": cap_base,
    "levels.excellent_pct": excellent_share,
    "levels.capped": capped_count,
    "levels.capped_base": capped_base,
    "terms.rate": term_of_rating,
}
