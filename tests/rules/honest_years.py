"""A review that nobody can find fault with, in 2017 and under QĐ 366, and small changes to it."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

from app.domain.ballots import Ballot, BallotCount, BallotLine
from app.domain.commitments import Commitment, CommitmentItem, Programme, ProgrammeItem
from app.domain.conferences import (
    Attendance,
    Conference,
    DefectTag,
    Guest,
    Opinion,
    ReviewTurn,
    Sitting,
    SuggestionConclusion,
)
from app.domain.cycles import Cycle, LegalBasis, Milestone, Round
from app.domain.levels import ProposedLevel, RecognisedLevel
from app.domain.outside_opinions import OutsideOpinion, OutsideRating
from app.domain.population import Population
from app.domain.remediation import RemediationItem
from app.domain.scores import ScoreSheet
from app.domain.self_reviews import CollectiveReport, EarlierShortcoming, SectionText, SelfReview
from app.domain.shortcomings import Shortcoming
from app.domain.suggestions import Explanation, SuggestionLetter, SuggestionPoint
from app.domain.targets import CELL, COLLECTIVE
from app.domain.types import Record, new_uid
from app.rules.ruleset import RuleSet
from app.rules.ruleset_files import for_year
from app.year.review_year import ReviewYear
from tests.builders import a_member, a_post, a_standing, a_year

NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả", "Phạm Thị Dụ")
Change = Callable[[ReviewYear], ReviewYear]


def rules_of(year: int) -> RuleSet:
    """Return the rule set of a year."""
    found = for_year(year)
    assert found
    return found


def day(year: int, month: int, of_month: int) -> dt.date:
    """Return a day of the year of the review."""
    return dt.date(year, month, of_month)


def an_honest_year(of_year: int = 2017) -> ReviewYear:
    """Return a whole year of four members: bí thư, phó bí thư, a member, and one who is exempt."""
    rules = rules_of(of_year)
    members = [a_member(full_name=name, admitted_on="2001-05-19", official_on="2002-05-19") for name in NAMES]
    head, deputy, plain, exempt = members
    posts = [a_post(head), a_post(deputy, "deputy_secretary")]
    base = a_year(members, owned=[*posts, a_standing(exempt, started_on="2010-01-01")])
    base = dataclasses.replace(base, year=of_year)
    parts = [
        _opening(of_year, rules, [one.uid for one in members]),
        _written(of_year, rules, [head.uid, deputy.uid, plain.uid]),
        _spoken(of_year, [head.uid, deputy.uid, plain.uid]),
        _concluded(of_year, rules, [head.uid, deputy.uid, plain.uid]),
    ]
    whole = dataclasses.replace(base, **{name: records for part in parts for name, records in part.items()})
    (conference,), (point,) = whole.conferences, whole.suggestion_points
    concluded = a(
        SuggestionConclusion, of_year, conference=conference.uid, point=point.uid, text="Đã giải trình rõ"
    )
    return dataclasses.replace(whole, suggestion_conclusions=(concluded,))


def a(record: type[Record], year: int, /, **facts: Any) -> Any:
    """Return a record of the year with these facts."""
    return record.model_validate({"uid": new_uid(), "year": year, **facts})


def _opening(year: int, rules: RuleSet, uids: list[str]) -> dict[str, Any]:
    cycle = a(
        Cycle,
        year,
        ruleset=rules.id,
        ruleset_version=rules.version,
        ruleset_sha256=rules.sha256,
        ruleset_snapshot=rules.snapshot,
        roster_fixed_on=day(year, 11, 1),
        focal_points="Việc nhà văn hóa mẫu",
        lessons_of_last_year="Góp ý sớm hơn.",
        announced_on=day(year, 12, 30),
        announced_how="Tại buổi sinh hoạt",
    )
    kinds = ["leader", "member", "member"]
    population = [
        a(
            Population,
            year,
            member_uid=uid,
            review="yes",
            rating="yes",
            object_type=kind,
            is_leader=kind == "leader",
            residence_comment_due=True,
            civil_rating_due=True,
            supplement_received_on=day(year, 11, 20),
        )
        for uid, kind in zip(uids[:3], kinds, strict=True)
    ]
    population.append(
        a(Population, year, member_uid=uids[3], review="no", rating="exempt", reason="exempt_standing")
    )
    letter = a(SuggestionLetter, year, number="12-CV/ĐU", dated_on=day(year, 10, 20))
    point = a(SuggestionPoint, year, letter=letter.uid, target=COLLECTIVE, text="Việc sinh hoạt muộn")
    explained = a(
        Explanation,
        year,
        point=point.uid,
        text="Do bố trí",
        cause="Chưa xếp lịch",
        responsibility="Bí thư",
        measures="Xếp lịch từ đầu năm",
        finished_on=day(year, 11, 10),
    )
    promises = [a(Commitment, year, member_uid=uid) for uid in uids[:3]]
    return {
        "cycles": (cycle,),
        "rounds": (a(Round, year, opened_on=day(year, 11, 1), lessons="Chuẩn bị kỹ hơn"),),
        "legal_bases": (a(LegalBasis, year, number="14-KH/ĐU", role="plan"),),
        "milestones": (a(Milestone, year, code="plan", done_on=day(year, 11, 2)),),
        "population": tuple(population),
        "suggestion_letters": (letter,),
        "suggestion_points": (point,),
        "explanations": (explained,),
        "commitments": tuple(promises),
        "commitment_items": tuple(
            a(CommitmentItem, year, commitment=one.uid, content="Đi họp đúng giờ", degree="done")
            for one in promises
        ),
        "programmes": (a(Programme, year),),
        "programme_items": (a(ProgrammeItem, year, task="Thu quỹ mẫu", is_main=True, outcome="on_time"),),
        "outside_opinions": tuple(
            a(OutsideOpinion, year, target=uid, body="residence", received_on=day(year, 11, 20))
            for uid in uids[:3]
        ),
        "outside_ratings": tuple(
            a(OutsideRating, year, target=uid, body="employer", level=level)
            for uid, level in zip(uids[:3], ("good", "good", "fulfilled"), strict=True)
        ),
    }


def _written(year: int, rules: RuleSet, uids: list[str]) -> dict[str, Any]:
    levels = ("good", "good", "fulfilled")
    reviews = [
        a(SelfReview, year, member_uid=uid, state="final", self_level=level)
        for uid, level in zip(uids, levels, strict=True)
    ]
    top = max(rules.cell_levels, key=lambda one: one.rank)
    reports = [
        a(
            CollectiveReport,
            year,
            version="draft",
            state="final",
            sent_on=day(year, 11, 20),
            self_level=top.code,
        ),
        a(CollectiveReport, year, version="final", state="final", self_level=top.code),
    ]
    sections = {one.code for form in rules.forms for one in form.sections}
    texts = [
        a(SectionText, year, owner=owner.uid, section=code, text=f"Nội dung {code}")
        for owner in (*reviews, *reports)
        for code in sorted(sections)
    ]
    earlier = a(
        EarlierShortcoming,
        year,
        target=COLLECTIVE,
        text="Họp muộn",
        from_year=year - 1,
        correction="corrected",
    )
    shortcomings = [a_shortcoming(year, target) for target in (COLLECTIVE, *uids)]
    return {
        "self_reviews": tuple(reviews),
        "collective_reports": tuple(reports),
        "section_texts": tuple(texts),
        "earlier_shortcomings": (earlier,),
        "shortcomings": tuple(shortcomings),
    }


def a_shortcoming(year: int, target: str, **facts: Any) -> Any:
    """Return a shortcoming that the subject himself named, with sign, cause and responsibility."""
    whole = {
        "target": target,
        "text": "Đọc tài liệu chưa đều",
        "sign": "Ba buổi chưa đọc",
        "cause": "Chưa xếp thời gian",
        "responsibility": "Bản thân",
    }
    return a(Shortcoming, year, **{**whole, **facts})


def _spoken(year: int, uids: list[str]) -> dict[str, Any]:
    conference = a(
        Conference,
        year,
        chair=uids[0],
        recorder=uids[1],
        counting_team="Lê Văn Giả",
        general_note="Thẳng thắn",
        read_back=True,
        state="closed",
    )
    sitting = a(
        Sitting,
        year,
        conference=conference.uid,
        held_on=day(year, 12, 4),
        started_at="07:30",
        ended_at="16:30",
    )
    targets = (COLLECTIVE, *uids)
    turns = [
        a(
            ReviewTurn,
            year,
            conference=conference.uid,
            position=place,
            target=target,
            state="done",
            bases_shown=True,
            answer="Xin tiếp thu",
            conclusion="Đã rõ",
            role_and_responsibility="Chịu trách nhiệm chung",
        )
        for place, target in enumerate(targets, start=1)
    ]
    opinions = [
        a(
            Opinion,
            year,
            conference=conference.uid,
            speaker=speaker,
            target=target,
            kind="shortcoming" if target != COLLECTIVE else "strength",
            text="Ý kiến mẫu",
        )
        for speaker in uids
        for target in targets
        if speaker != target
    ]
    return {
        "conferences": (conference,),
        "sittings": (sitting,),
        "attendance": tuple(
            a(Attendance, year, sitting=sitting.uid, member_uid=uid, presence="present") for uid in uids
        ),
        "guests": (a(Guest, year, conference=conference.uid, name="Đỗ Văn Thử", from_upper_committee=True),),
        "review_turns": tuple(turns),
        "opinions": tuple(opinions),
        "defect_tags": (a(DefectTag, year, conference=conference.uid, tag="too_short"),),
    }


def _concluded(year: int, rules: RuleSet, uids: list[str]) -> dict[str, Any]:
    levels = dict(zip(uids, ("good", "good", "fulfilled"), strict=True))
    levels[CELL] = max(rules.cell_levels, key=lambda one: one.rank).code
    ballot = a(Ballot, year, conference="", issued=3, returned=3, valid=3, official_present=3, convened=3)
    line = a(BallotLine, year, ballot=ballot.uid, target=uids[0])
    return {
        "ballots": (ballot,),
        "ballot_lines": (line,),
        "ballot_counts": (a(BallotCount, year, line=line.uid, level="good", votes=3),),
        "score_sheets": (a(ScoreSheet, year, target=CELL),),
        "proposed_levels": tuple(
            a(ProposedLevel, year, target=target, level=level) for target, level in levels.items()
        ),
        "recognised_levels": tuple(
            a(
                RecognisedLevel,
                year,
                target=target,
                level=level,
                number="05-QĐ/ĐU",
                dated_on=day(year, 12, 28),
            )
            for target, level in levels.items()
        ),
        "remediation_items": (
            a(
                RemediationItem,
                year,
                target=COLLECTIVE,
                text="Họp đúng giờ",
                owner="Bí thư",
                due_on=day(year + 1, 6, 30),
            ),
        ),
    }


def with_list(year: ReviewYear, name: str, records: tuple[Any, ...]) -> ReviewYear:
    """Return the year with another list."""
    lists: dict[str, Any] = {name: records}
    return dataclasses.replace(year, **lists)


def added(name: str, *records: Any) -> Change:
    """Return the change that adds records to a list."""
    return lambda year: with_list(year, name, (*getattr(year, name), *records))


def without(name: str) -> Change:
    """Return the change that empties a list."""
    return lambda year: with_list(year, name, ())


def changed(name: str, at: int | slice = slice(None), **facts: Any) -> Change:
    """Return the change of the records of a list, of one by its place or of all."""

    def change(year: ReviewYear) -> ReviewYear:
        records = list(getattr(year, name))
        places = range(len(records))[at] if isinstance(at, slice) else [range(len(records))[at]]
        for place in places:
            one = records[place]
            records[place] = type(one).model_validate({**one.model_dump(), **facts})
        return with_list(year, name, tuple(records))

    return change


def both(*changes: Change) -> Change:
    """Return one change after the other."""

    def change(year: ReviewYear) -> ReviewYear:
        for one in changes:
            year = one(year)
        return year

    return change
