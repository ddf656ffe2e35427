"""For each finding a careless cell and one that it does not concern, as changes of an honest year."""

import dataclasses

from app.domain.commitments import AssignedTask
from app.domain.conferences import Attendance, ConferenceState, Opinion, Sitting
from app.domain.cycles import Guidance, Milestone, ReReviewOrder
from app.domain.levels import Objection, PastLevel
from app.domain.outside_opinions import OutsideRating
from app.domain.recognitions import Discipline
from app.domain.remediation import Inspection, RemediationItem
from app.domain.scores import ScoredBy, ScoreItem, ScoreSheet
from app.domain.self_reviews import SignCheck
from app.domain.shortcomings import Responsibility
from app.domain.standings import Standing
from app.domain.suggestions import SuggestionLetter
from app.domain.targets import CELL, COLLECTIVE
from app.domain.types import Record, new_uid
from app.year.review_year import ReviewYear
from tests.rules.honest_years import Change, a, a_shortcoming, added, both, changed, day, without

LETTER, NOW = 2017, 2026
HEAD, DEPUTY, PLAIN, EXEMPT = range(4)


def uid_of(year: ReviewYear, member: int) -> str:
    return year.members[member].uid


def opinions(kind: str = "strength", *, of: int = 12) -> Change:
    """Return the change to so many opinions of one kind, from everybody on everybody in turn."""

    def change(year: ReviewYear) -> ReviewYear:
        (conference,) = year.conferences
        speakers = [uid_of(year, one) for one in (HEAD, DEPUTY, PLAIN)]
        targets = [COLLECTIVE, *speakers]
        said = [(one, to) for one in speakers for to in targets if to != one]
        said = (said * of)[:of]
        return dataclasses.replace(
            year,
            opinions=tuple(
                a(
                    Opinion,
                    year.year,
                    conference=conference.uid,
                    speaker=one,
                    target=to,
                    kind=kind,
                    text="Mẫu",
                )
                for one, to in said
            ),
        )

    return change


def mute(member: int) -> Change:
    """Return the change after which a member has said nothing."""
    return lambda year: dataclasses.replace(
        year, opinions=tuple(one for one in year.opinions if one.speaker != uid_of(year, member))
    )


def silent_on_collective(member: int) -> Change:
    """Return the change after which a member has said nothing on the report of the collective."""

    def kept(year: ReviewYear, one: Opinion) -> bool:
        return one.speaker != uid_of(year, member) or one.target != COLLECTIVE

    return lambda year: dataclasses.replace(year, opinions=tuple(x for x in year.opinions if kept(year, x)))


def of_member(record: type[Record], name: str, member: int, /, **facts: object) -> Change:
    """Return the change that adds a record that belongs to a member."""
    return lambda year: added(name, a(record, year.year, target=uid_of(year, member), **facts))(year)


def owned(record: type[Record], name: str, member: int, /, **facts: object) -> Change:
    """Return the change that adds a record of a member's own that belongs to no year."""
    return lambda year: added(
        name, record.model_validate({"uid": new_uid(), "member_uid": uid_of(year, member), **facts})
    )(year)


def shortcoming(member: int | str, **facts: object) -> Change:
    """Return the change that adds a shortcoming of a member or the collective."""

    def change(year: ReviewYear) -> ReviewYear:
        target = member if isinstance(member, str) else uid_of(year, member)
        return added("shortcomings", a_shortcoming(year.year, target, **facts))(year)

    return change


def corrected(year: ReviewYear) -> ReviewYear:
    """Put every concluded shortcoming into the plan of correction."""
    items = [
        a(
            RemediationItem,
            year.year,
            target=one.target,
            text=one.text,
            shortcoming=one.uid,
            owner="Bí thư",
            due_on=day(year.year + 1, 6, 30),
        )
        for one in year.shortcomings
        if one.counts
    ]
    return added("remediation_items", *items)(year)


def levels(*codes: str) -> Change:
    """Return the change to these levels of the rated members and of the cell, one behind the other."""

    def change(year: ReviewYear) -> ReviewYear:
        for place, code in enumerate(codes):
            year = changed("proposed_levels", place, level=code)(year)
        return year

    return change


def responsible(year: ReviewYear) -> ReviewYear:
    """Lay a shortcoming of the collective to the charge of the plain member."""
    fault = a_shortcoming(year.year, COLLECTIVE, text="Sổ quỹ nhà văn hóa mẫu ghi chậm ba tháng liền")
    charge = a(Responsibility, year.year, shortcoming=fault.uid, member_uid=uid_of(year, PLAIN))
    return both(added("shortcomings", fault), added("responsibilities", charge))(year)


def second_sitting(year: ReviewYear) -> ReviewYear:
    (conference,) = year.conferences
    facts = {"held_on": day(year.year, 12, 5), "started_at": "08:00", "ended_at": "09:00", "position": 2}
    return added("sittings", a(Sitting, year.year, conference=conference.uid, **facts))(year)


def attended_second(year: ReviewYear) -> ReviewYear:
    year = second_sitting(year)
    last = year.sittings[-1]
    here = [
        a(Attendance, year.year, sitting=last.uid, member_uid=one.member_uid, presence="present")
        for one in year.attendance
    ]
    return added("attendance", *here)(year)


def backwards(year: ReviewYear) -> ReviewYear:
    """Review everybody in the opposite order."""
    for place in range(len(year.review_turns)):
        year = changed("review_turns", place, position=len(year.review_turns) - place)(year)
    return year


def scored(member: int | str, scored_by: ScoredBy, *, common: float) -> Change:
    """Return the change that adds a sheet with so many points in the common group and none in the other."""

    def change(year: ReviewYear) -> ReviewYear:
        target = member if isinstance(member, str) else uid_of(year, member)
        first, second = ("common.c1", "common.c2") if target == CELL else ("common.c1.1", "common.c1.2")
        sheet = a(ScoreSheet, year.year, target=target, scored_by=scored_by)
        items = [
            a(ScoreItem, year.year, sheet=sheet.uid, item=code, points=points)
            for code, points in ((first, 10), (second, common - 10))
        ]
        return both(added("score_sheets", sheet), added("score_items", *items))(year)

    return change


no_sections = changed("section_texts", text="")
no_collective = changed("cycles", collective_subject="none")
on_paper = changed("self_reviews", on_paper=True)
planned = changed("conferences", state=ConferenceState.PLANNED)
not_reviewed = both(changed("review_turns", state="waiting"), without("suggestion_conclusions"))
concluded_fault = both(shortcoming(HEAD, text="Nộp quỹ chậm", origin="conference", degree="fault"), corrected)
unsuggested = both(
    without("suggestion_letters"),
    without("suggestion_points"),
    without("explanations"),
    without("suggestion_conclusions"),
)


def of_member_task(member: int, outcome: str) -> Change:
    return of_member(AssignedTask, "assigned_tasks", member, task="Việc mẫu", outcome=outcome)


CASES: dict[str, tuple[int, Change, Change]] = {
    "R0-02": (LETTER, without("legal_bases"), without("cycles")),
    "R0-03": (
        LETTER,
        both(
            without("milestones"),
            without("conferences"),
            without("sittings"),
            without("attendance"),
            without("guests"),
            without("review_turns"),
            without("opinions"),
            without("defect_tags"),
        ),
        changed("cycles", lessons_of_last_year=""),
    ),
    "R0-05": (
        LETTER,
        changed("population", EXEMPT, rating="yes"),
        both(without("standings"), changed("population", EXEMPT, rating="yes")),
    ),
    "R1-01": (LETTER, no_sections, both(no_sections, no_collective)),
    "R1-02": (LETTER, no_sections, both(no_sections, on_paper)),
    "R1-03": (LETTER, no_sections, both(no_sections, on_paper, no_collective)),
    "R1-04": (
        LETTER,
        of_member(SignCheck, "sign_checks", HEAD, sign_group=1, sign_number=3, has_sign=True),
        both(no_sections, on_paper, no_collective),
    ),
    "R1-05": (LETTER, without("commitments"), both(without("commitments"), without("population"))),
    "R1-06": (
        LETTER,
        changed("programme_items", outcome=""),
        both(changed("programme_items", outcome=""), no_collective),
    ),
    "R1-07": (LETTER, no_sections, both(no_sections, changed("population", is_leader=False))),
    "R1-08": (
        LETTER,
        without("outside_opinions"),
        both(without("outside_opinions"), changed("population", residence_comment_due=False)),
    ),
    "R1-09": (
        LETTER,
        changed("population", supplement_received_on=None),
        both(changed("population", supplement_received_on=None, review="no")),
    ),
    "R2-01": (
        LETTER,
        lambda year: added("suggestion_letters", a(SuggestionLetter, year.year))(year),
        unsuggested,
    ),
    "R2-02": (LETTER, without("suggestion_points"), unsuggested),
    "R2-04": (LETTER, changed("explanations", cause=""), changed("explanations", cause="", on_paper=True)),
    "R2-05": (LETTER, without("suggestion_conclusions"), both(not_reviewed)),
    "R2-06": (
        LETTER,
        changed("collective_reports", sent_on=None),
        both(without("collective_reports"), no_collective),
    ),
    "R2-07": (
        LETTER,
        changed("shortcomings", sign=""),
        both(changed("shortcomings", sign=""), on_paper, without("collective_reports")),
    ),
    "R2-08": (
        LETTER,
        changed("shortcomings", cause=""),
        both(
            changed("shortcomings", 0, withdrawn_on=day(2017, 12, 5)),
            changed("shortcomings", cause=""),
            on_paper,
        ),
    ),
    "R2-09": (LETTER, changed("cycles", focal_points=""), without("cycles")),
    "R2-10": (LETTER, responsible, both(responsible, on_paper)),
    "R2-11": (LETTER, lambda year: year, without("members")),
    "R2-12": (
        LETTER,
        changed("self_reviews", self_level=""),
        both(changed("self_reviews", self_level=""), changed("population", rating="not_yet")),
    ),
    "R3-01": (
        LETTER,
        both(planned, changed("conferences", chair="")),
        changed("conferences", chair="", body="party_group"),
    ),
    "R3-02": (
        LETTER,
        changed("attendance", 1, presence="unexcused"),
        both(changed("attendance", 1, presence="unexcused"), planned),
    ),
    "R3-03": (
        LETTER,
        backwards,
        both(backwards, changed("conferences", order_reason="Đồng chí Mẫu đi công tác")),
    ),
    "R3-04": (
        LETTER,
        changed("collective_reports", version="draft"),
        both(changed("collective_reports", version="draft"), no_collective),
    ),
    "R3-05": (LETTER, silent_on_collective(DEPUTY), both(silent_on_collective(PLAIN))),
    "R3-06": (LETTER, opinions("strength", of=12), opinions("strength", of=9)),
    "R3-07": (LETTER, mute(PLAIN), both(mute(PLAIN), changed("population", PLAIN, review="no"))),
    "R3-08": (
        LETTER,
        changed("review_turns", 2, conclusion=""),
        both(changed("review_turns", 2, conclusion="", state="postponed")),
    ),
    "R3-09": (
        LETTER,
        changed("review_turns", 0, role_and_responsibility=""),
        changed("review_turns", 3, role_and_responsibility=""),
    ),
    "R3-10": (
        LETTER,
        changed("review_turns", 2, bases_shown=False),
        changed("review_turns", 0, bases_shown=False),
    ),
    "R3-11": (LETTER, changed("sittings", ended_at="07:50"), changed("sittings", ended_at="07:50")),
    "R3-12": (LETTER, second_sitting, attended_second),
    "R3-13": (
        LETTER,
        both(without("defect_tags"), changed("rounds", lessons="")),
        both(
            without("defect_tags"), changed("rounds", lessons=""), changed("conferences", body="party_group")
        ),
    ),
    "R3-14": (
        LETTER,
        changed("conferences", read_back=False),
        both(changed("conferences", read_back=False), planned),
    ),
    "R3-15": (
        LETTER,
        changed("conferences", general_note=""),
        changed("conferences", general_note="", body="party_group"),
    ),
    "R4-02": (
        LETTER,
        both(
            shortcoming(COLLECTIVE, text="Một", origin="conference"),
            shortcoming(COLLECTIVE, text="Hai", origin="conference"),
            shortcoming(COLLECTIVE, text="Ba", origin="conference"),
            corrected,
            levels("good", "good", "good"),
        ),
        levels("good", "good", "good"),
    ),
    "R4-03": (
        LETTER,
        concluded_fault,
        shortcoming(HEAD, text="Nộp quỹ chậm", origin="self_admitted", degree="fault"),
    ),
    "R4-04": (
        LETTER,
        changed("programme_items", outcome="not_done"),
        changed("programme_items", outcome="not_done", is_main=False),
    ),
    "R4-05": (
        LETTER,
        changed("outside_ratings", 0, level="not_fulfilled"),
        both(
            changed("outside_ratings", 0, level="not_fulfilled"),
            changed("population", civil_rating_due=False),
        ),
    ),
    "R4-06": (
        LETTER,
        levels("excellent", "good", "fulfilled"),
        both(
            levels("excellent", "good", "fulfilled"), without("proposed_levels"), without("recognised_levels")
        ),
    ),
    "R4-07": (
        LETTER,
        owned(Discipline, "disciplines", HEAD, form="reprimand", decided_on="2017-05-04"),
        owned(Discipline, "disciplines", HEAD, form="reprimand", decided_on="2016-05-04"),
    ),
    "R4-08": (
        LETTER,
        both(
            changed("proposed_levels", 2, level="not_fulfilled", sub_reason="violation"),
            lambda year: added(
                "past_levels",
                PastLevel(
                    uid=new_uid(),
                    target=uid_of(year, PLAIN),
                    of_year=2016,
                    level="not_fulfilled",
                    level_name="Vi phạm tư cách",
                    sub_reason="violation",
                ),
            )(year),
        ),
        both(
            changed("proposed_levels", 2, level="not_fulfilled", sub_reason="not_done"),
            lambda year: added(
                "past_levels",
                PastLevel(
                    uid=new_uid(),
                    target=uid_of(year, PLAIN),
                    of_year=2016,
                    level="not_fulfilled",
                    level_name="Vi phạm tư cách",
                    sub_reason="violation",
                ),
            )(year),
        ),
    ),
    "R4-09": (
        LETTER,
        lambda year: added(
            "outside_ratings",
            a(OutsideRating, year.year, target=CELL, body="authority", level="not_fulfilled"),
        )(year),
        lambda year: added(
            "outside_ratings", a(OutsideRating, year.year, target=CELL, body="authority", level="good")
        )(year),
    ),
    "R4-10": (
        LETTER,
        both(
            levels("not_fulfilled", "not_fulfilled", "fulfilled"),
            lambda year: dataclasses.replace(year, proposed_levels=year.proposed_levels[:3]),
        ),
        levels("not_fulfilled", "not_fulfilled", "fulfilled"),
    ),
    "R4-12": (
        LETTER,
        changed("self_reviews", 2, self_level="good"),
        both(
            changed("self_reviews", 2, self_level="good"),
            changed("proposed_levels", 2, member_answer="Đồng ý"),
        ),
    ),
    "R4-13": (
        LETTER,
        lambda year: dataclasses.replace(year, recognised_levels=year.recognised_levels[1:]),
        lambda year: dataclasses.replace(
            year, recognised_levels=year.recognised_levels[1:], proposed_levels=year.proposed_levels[1:]
        ),
    ),
    "R4-14": (
        LETTER,
        levels("good", "good", "good"),
        both(levels("good", "good", "good"), changed("population", PLAIN, rating="not_yet")),
    ),
    "R5-01": (LETTER, without("guests"), both(without("guests"), unsuggested)),
    "R5-02": (
        LETTER,
        lambda year: added("guidance", a(Guidance, year.year, dated_on=day(2017, 11, 5), text="Gửi sớm"))(
            year
        ),
        lambda year: added(
            "guidance",
            a(Guidance, year.year, dated_on=day(2017, 11, 5), text="Gửi sớm", done_on=day(2017, 11, 9)),
        )(year),
    ),
    "R5-03": (
        LETTER,
        lambda year: added(
            "re_review_orders",
            a(ReReviewOrder, year.year, number="20-CV/ĐU", dated_on=day(2017, 12, 20), target=COLLECTIVE),
        )(year),
        without("rounds"),
    ),
    "R5-04": (
        LETTER,
        changed("rounds", lessons=""),
        both(changed("rounds", lessons=""), planned, without("recognised_levels")),
    ),
    "R5-05": (
        LETTER,
        without("score_sheets"),
        both(without("score_sheets"), planned, without("recognised_levels")),
    ),
    "R5-06": (
        LETTER,
        shortcoming(HEAD, text="Nộp quỹ chậm", origin="conference"),
        shortcoming(HEAD, text="Nộp quỹ chậm", origin="opinion"),
    ),
    "R5-07": (
        LETTER,
        changed("remediation_items", due_on=day(2017, 6, 30)),
        changed("remediation_items", due_on=day(2017, 6, 30), state="done"),
    ),
    "R5-08": (LETTER, changed("earlier_shortcomings", correction=""), without("earlier_shortcomings")),
    "R5-09": (
        LETTER,
        lambda year: both(
            shortcoming(
                COLLECTIVE, text="Họp muộn", origin="conference", repeats=year.earlier_shortcomings[0].uid
            ),
            corrected,
        )(year),
        lambda year: shortcoming(COLLECTIVE, text="Họp muộn", repeats=year.earlier_shortcomings[0].uid)(year),
    ),
    "R5-10": (
        LETTER,
        lambda year: added("inspections", a(Inspection, year.year, number="03-KL/UBKT"))(year),
        without("inspections"),
    ),
    "R5-11": (
        LETTER,
        changed("cycles", announced_how=""),
        both(changed("cycles", announced_how=""), without("recognised_levels")),
    ),
    "R5-12": (
        LETTER,
        lambda year: added("milestones", a(Milestone, year.year, code="send", due_on=day(2017, 12, 20)))(
            year
        ),
        lambda year: added("milestones", a(Milestone, year.year, code="send", due_on=day(2018, 1, 20)))(year),
    ),
    "C-01": (
        NOW,
        changed("population", PLAIN, rating="not_yet"),
        changed("population", PLAIN, rating="not_yet", review="no"),
    ),
    "C-02": (
        NOW,
        changed("collective_reports", 0, sent_on=day(2026, 12, 3)),
        both(changed("collective_reports", 0, sent_on=day(2026, 12, 3)), no_collective),
    ),
    "C-03": (
        NOW,
        changed("sittings", ended_at="09:30"),
        both(changed("sittings", ended_at="09:30"), planned),
    ),
    "C-04": (
        NOW,
        backwards,
        both(backwards, changed("conferences", order_reason="Đồng chí Mẫu đi công tác")),
    ),
    "C-06": (
        NOW,
        both(*[of_member_task(PLAIN, "not_done")] * 2, levels("good", "good", "good")),
        both(of_member_task(PLAIN, "on_time"), of_member_task(PLAIN, "on_time")),
    ),
    "C-07": (
        NOW,
        levels("excellent", "good", "fulfilled"),
        both(without("proposed_levels"), without("recognised_levels")),
    ),
    "C-08": (
        NOW,
        owned(Standing, "standings", PLAIN, kind="temporary_away", started_on="2026-03-01"),
        owned(
            Standing,
            "standings",
            PLAIN,
            kind="temporary_away",
            started_on="2024-03-01",
            ended_on="2024-09-01",
        ),
    ),
    "C-09": (
        NOW,
        without("outside_ratings"),
        both(without("outside_ratings"), changed("population", civil_rating_due=False)),
    ),
    "C-10": (
        NOW,
        without("self_reviews"),
        both(without("self_reviews"), planned, without("recognised_levels")),
    ),
    "C-11": (
        NOW,
        both(
            levels("excellent"),
            lambda year: changed("earlier_shortcomings", target=uid_of(year, HEAD), correction="correcting")(
                year
            ),
        ),
        levels("excellent"),
    ),
    "C-14": (
        NOW,
        changed("population", PLAIN, object_type="leader"),
        changed("population", EXEMPT, object_type="leader"),
    ),
    "C-16": (
        NOW,
        scored(PLAIN, ScoredBy.APPRAISED, common=20),
        both(scored(PLAIN, ScoredBy.SELF, common=20), scored(PLAIN, ScoredBy.APPRAISED, common=20)),
    ),
    "C-17": (
        NOW,
        scored(PLAIN, ScoredBy.SELF, common=30.5),
        scored(PLAIN, ScoredBy.SELF, common=30),
    ),
    "C-19": (NOW, no_collective, both(no_collective, without("collective_reports"))),
    "C-24": (
        NOW,
        of_member(Objection, "objections", PLAIN, received_on=day(2026, 12, 10), text="Đề nghị xem lại"),
        of_member(
            Objection,
            "objections",
            PLAIN,
            received_on=day(2026, 12, 10),
            text="Đề nghị xem lại",
            outcome="Giữ nguyên mức, đã trả lời đồng chí",
        ),
    ),
}
