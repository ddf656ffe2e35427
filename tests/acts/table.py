"""The acts of the review that set a field, in an order in which each finds what it needs.

``"@name"`` is the uid of the record that an earlier act made last in the list `name`, or of a member. The
values differ from what a field says unasked, so that an act that sets nothing is seen.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.acts.incoming import INCOMING
from tests.acts.stage import YEAR, Act, Stage, rules

DAY = "2017-12-04"
TEXT = "Nội dung mẫu bịa ra"


def _begun(stage: Stage, values: dict[str, Any]) -> Any:
    pinned = ("ruleset", "ruleset_version", "ruleset_sha256", "ruleset_snapshot")
    own = {name: value for name, value in values.items() if name not in pinned}
    return stage.review.cycles.begin(YEAR, rules(), own)


def _ordered_again(stage: Stage, values: dict[str, Any]) -> list[Any]:
    order = stage.review.rounds.order_again(YEAR, values)
    return [order, next(one for one in stage.review.whole(YEAR).rounds if one.opened_by == order.uid)]


def _settled(stage: Stage, values: dict[str, Any]) -> Any:
    plain = {"review": "yes", "rating": "yes"}
    given = {**values, "member_uid": None}
    del given["member_uid"]
    others = {stage.uid(name): plain for name in ("B", "C")}
    stage.review.population.settle(YEAR, {**others, stage.uid("A"): given})
    return next(one for one in stage.review.whole(YEAR).population if one.member_uid == stage.uid("A"))


def _received(stage: Stage, values: dict[str, Any]) -> Any:
    uid = values["member_uid"]
    stage.review.commitments.receive(YEAR, [uid], dt.date.fromisoformat(values["received_on"]))
    return next(one for one in stage.review.whole(YEAR).commitments if one.member_uid == uid)


def _bases_taken(stage: Stage, _values: dict[str, Any]) -> Any:
    return stage.review.frames.take_bases(YEAR)


def _own_rules(stage: Stage, _values: dict[str, Any]) -> Any:
    document = {"document": "14-KH/ĐU", "dated_on": "2017-11-12"}
    stage.review.own_rules.put(YEAR, [{"key": "deadlines/send/day", "value": "12-20", **document}])
    return stage.review.cycles.get(YEAR)


def _own_words(stage: Stage, _values: dict[str, Any]) -> Any:
    stage.review.own_wording.put(YEAR, "review_minutes", "sections/votes", "Phần biểu quyết mẫu")
    return stage.review.cycles.get(YEAR)


def _own_words_back(stage: Stage, _values: dict[str, Any]) -> Any:
    stage.review.own_wording.take_back(YEAR, "review_minutes")
    return stage.review.cycles.get(YEAR)


def _adopted(stage: Stage, _values: dict[str, Any]) -> Any:
    stage.review.rule_sets.adopt(YEAR)
    return stage.review.cycles.get(YEAR)


def _settled_as_proposed(stage: Stage, _values: dict[str, Any]) -> Any:
    stage.review.population.settle_as_proposed(YEAR, [stage.uid("B")])
    return next(one for one in stage.review.whole(YEAR).population if one.member_uid == stage.uid("B"))


def _called(stage: Stage, values: dict[str, Any]) -> Any:
    own = {name: values[name] for name in ("presence", "arrived_at", "reason")}
    stage.review.conferences.call(stage.there["sittings"], {stage.uid("C"): own})
    return stage.review.whole(YEAR).attendance[0]


def _concluded(stage: Stage, _values: dict[str, Any]) -> list[Any]:
    one = stage.review.turns.conclude_opinion(stage.there["opinions"], {})
    return [one, stage.review.whole(YEAR).opinions[0]]


def _answered(stage: Stage, values: dict[str, Any], subject: str) -> Any:
    words = {name: one for name, one in values.items() if name not in {"finding", "target", "about"}}
    return stage.review.findings.answer(YEAR, values["finding"], [subject], words)[0]


def _voted(stage: Stage, values: dict[str, Any]) -> list[Any]:
    lines = [{"target": "cell", "votes": {"clean_strong": 2}, "blank": 1}]
    own = {name: value for name, value in values.items() if name != "conference"}
    ballot = stage.review.ballots.add(stage.there["conferences"], own, lines)
    year = stage.review.whole(YEAR)
    line = next(one for one in year.ballot_lines if one.ballot == ballot.uid)
    stage.there["ballot_lines"] = line
    return [ballot, line, next(one for one in year.ballot_counts if one.line == line.uid)]


def _voted_before(stage: Stage, values: dict[str, Any]) -> Any:
    first = stage.review.ballots.add(stage.there["conferences"], values, [])
    stage.there["voted_before"] = first
    return first


def _corrected_vote(stage: Stage, values: dict[str, Any]) -> list[Any]:
    line = {"target": "cell", "votes": {"cell_fulfilled": values["valid"]}}
    ballot = stage.review.ballots.save(stage.there["ballots"], values, [line])
    return [ballot, *[one for one in stage.review.whole(YEAR).ballot_lines if one.ballot == ballot.uid]]


def _recognised_together(stage: Stage, values: dict[str, Any]) -> Any:
    decision = {name: values[name] for name in ("number", "dated_on", "issuer")}
    level = {name: values[name] for name in ("level", "sub_reason")}
    return stage.review.level_entry.recognise(YEAR, decision, {values["target"]: level})[0]


def _scored(stage: Stage, values: dict[str, Any]) -> list[Any]:
    own = {name: values[name] for name in ("round_number", "scored_on", "note")}
    item = {"points": 7.5, "reason": TEXT}
    sheet = stage.review.scores.put(YEAR, "cell", "appraised", own, {"political_task": item})
    return [sheet, stage.review.whole(YEAR).score_items[0]]


def _planned(stage: Stage, _values: dict[str, Any]) -> Any:
    stage.review.remediation.plan(YEAR)
    uid = stage.uid("shortcomings")
    return next(one for one in stage.review.whole(YEAR).remediation_items if one.shortcoming == uid)


def _entered_earlier(stage: Stage, values: dict[str, Any]) -> Any:
    stage.review.earlier_years.apply(YEAR, {stage.uid("C"): {"shortcoming": values["text"]}})
    return next(one for one in stage.review.whole(YEAR).earlier_shortcomings if one.target == stage.uid("C"))


def _without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}


CYCLE = (
    Act(
        "cycles.begin",
        "cycles",
        {
            "cell_kind": "base",
            "collective_subject": "cell",
            "roster_fixed_on": "2017-11-25",
            "focal_points": TEXT,
            "lessons_of_last_year": TEXT,
            "ruleset": rules().id,
            "ruleset_version": rules().version,
            "ruleset_sha256": rules().sha256,
            "ruleset_snapshot": rules().snapshot,
        },
        _begun,
    ),
    Act(
        "cycles.save",
        "cycles",
        {"announced_on": "2018-02-05", "announced_how": TEXT, "next_direction": TEXT},
        lambda s, v: s.review.cycles.save(s.there["cycles"], v),
    ),
    Act("own_rules.put", "cycles", {}, _own_rules),
    Act("own_wording.put", "cycles", {}, _own_words),
    Act("own_wording.take_back", "cycles", {}, _own_words_back),
    Act("rule_sets.adopt", "cycles", {}, _adopted),
    Act(
        "rounds.order_again",
        "re_review_orders",
        {
            "number": "20-CV/ĐU",
            "dated_on": "2018-01-10",
            "issuer": "Đảng ủy xã Mẫu",
            "reason": TEXT,
            "target": "collective",
            "due_on": "2018-01-30",
        },
        _ordered_again,
        also={"rounds": {"number": 2, "opened_on": "2017-12-06", "opened_by": "@re_review_orders"}},
    ),
    Act(
        "corrections.save",
        "re_review_orders",
        {"number": "21-CV/ĐU"},
        lambda s, v: s.review.corrections.save(s.there["re_review_orders"], v),
    ),
    Act(
        "rounds.write_lessons",
        "rounds",
        {"lessons": TEXT},
        lambda s, v: s.review.rounds.write_lessons(s.there["rounds"], v["lessons"]),
    ),
    Act(
        "cycles.add_basis",
        "legal_bases",
        {
            "number": "14-KH/ĐU",
            "dated_on": "2017-11-12",
            "issuer": "Đảng ủy xã Mẫu",
            "subject_line": TEXT,
            "role": "plan",
        },
        lambda s, v: s.review.cycles.add_basis(YEAR, v),
    ),
    Act("frames.take_bases", "legal_bases", {"role": "guidance"}, _bases_taken),
    Act(
        "corrections.save",
        "legal_bases",
        {"number": "15-KH/ĐU"},
        lambda s, v: s.review.corrections.save(s.there["legal_bases"], v),
    ),
    Act(
        "cycles.put_milestone",
        "milestones",
        {"code": "send", "due_on": "2017-12-20", "done_on": DAY, "done_by": "Trần Thị Thử", "note": TEXT},
        lambda s, v: s.review.cycles.put_milestone(YEAR, v["code"], v),
    ),
    Act(
        "cycles.add_guidance",
        "guidance",
        {"dated_on": "2017-11-20", "text": TEXT, "due_on": "2017-12-01"},
        lambda s, v: s.review.cycles.add_guidance(YEAR, v),
    ),
    Act(
        "cycles.save_guidance",
        "guidance",
        {"done_on": "2017-11-30"},
        lambda s, v: s.review.cycles.save_guidance(s.there["guidance"], v),
    ),
    Act(
        "population.settle_as_proposed",
        "population",
        {"member_uid": "@B", "review": "yes", "rating": "yes"},
        _settled_as_proposed,
    ),
    Act(
        "population.settle",
        "population",
        {
            "member_uid": "@A",
            "review": "later",
            "rating": "not_yet",
            "reason": "admitted_lately",
            "reason_note": TEXT,
            "object_type": "member",
            "is_leader": True,
            "civil_rating_due": True,
            "residence_comment_due": True,
            "supplement_received_on": "2017-12-01",
        },
        _settled,
    ),
)

PREPARATION = (
    Act(
        "suggestions.add_letter",
        "suggestion_letters",
        {"number": "12-CV/ĐU", "dated_on": "2017-11-15", "issuer": "Đảng ủy xã Mẫu"},
        lambda s, v: s.review.suggestions.add_letter(YEAR, v),
    ),
    Act(
        "suggestions.save_letter",
        "suggestion_letters",
        {"received_on": "2017-11-17"},
        lambda s, v: s.review.suggestions.save_letter(s.there["suggestion_letters"], v),
    ),
    Act(
        "suggestions.add_points",
        "suggestion_points",
        {"target": "cell", "text": TEXT},
        lambda s, v: s.review.suggestions.add_points(s.there["suggestion_letters"], [v]),
    ),
    Act(
        "suggestions.add_point",
        "suggestion_points",
        {"letter": "@suggestion_letters", "position": 2, "target": "@A", "text": TEXT},
        lambda s, v: s.review.suggestions.add_point(s.there["suggestion_letters"], v),
    ),
    Act(
        "suggestions.save_point",
        "suggestion_points",
        {"due_on": "2017-11-28"},
        lambda s, v: s.review.suggestions.save_point(s.there["suggestion_points"], v),
    ),
    Act(
        "suggestions.explain",
        "explanations",
        {
            "point": "@suggestion_points",
            "text": TEXT,
            "cause": TEXT,
            "responsibility": TEXT,
            "measures": TEXT,
            "finished_on": "2017-11-27",
            "on_paper": True,
            "sheets": 2,
        },
        lambda s, v: s.review.suggestions.explain(s.there["suggestion_points"], v),
    ),
    Act(
        "suggestions.override_gate",
        "gate_overrides",
        {
            "target": "@B",
            "number": "30-CV/ĐU",
            "dated_on": "2017-11-29",
            "issuer": "Đảng ủy xã Mẫu",
            "text": TEXT,
        },
        lambda s, v: s.review.suggestions.override_gate(YEAR, v),
    ),
    Act(
        "corrections.save",
        "gate_overrides",
        {"number": "31-CV/ĐU"},
        lambda s, v: s.review.corrections.save(s.there["gate_overrides"], v),
    ),
    Act(
        "suggestions.ask",
        "clarifications",
        {"target": "@C", "text": TEXT, "asked_on": "2017-11-20"},
        lambda s, v: s.review.suggestions.ask(YEAR, v),
    ),
    Act(
        "suggestions.save_question",
        "clarifications",
        {"answer": TEXT},
        lambda s, v: s.review.suggestions.save_question(s.there["clarifications"], v),
    ),
    Act(
        "commitments.put",
        "commitments",
        {
            "member_uid": "@A",
            "signed_on": "2017-01-20",
            "received_on": "2017-01-25",
            "on_paper": True,
            "sheets": 2,
            "summary": TEXT,
            "missing_reason": TEXT,
        },
        lambda s, v: s.review.commitments.put(YEAR, v["member_uid"], v),
    ),
    Act(
        "commitments.add_item",
        "commitment_items",
        {
            "commitment": "@commitments",
            "position": 2,
            "content": TEXT,
            "goal": TEXT,
            "measure": TEXT,
            "due": "Quý II",
            "sign_group": 1,
            "sign_number": 5,
            "carried_from": "entered",
        },
        lambda s, v: s.review.commitments.add_item(s.there["commitments"], v),
    ),
    Act(
        "commitments.add_item_of",
        "commitment_items",
        {"commitment": "@commitments", "content": TEXT, "goal": TEXT},
        lambda s, v: s.review.commitments.add_item_of(YEAR, s.uid("A"), v),
    ),
    Act(
        "commitments.receive",
        "commitments",
        {"member_uid": "@B", "received_on": "2017-01-25", "on_paper": True},
        _received,
    ),
    Act(
        "commitments.save_item",
        "commitment_items",
        {"result": TEXT, "degree": "partly"},
        lambda s, v: s.review.commitments.save_item(s.there["commitment_items"], v),
    ),
    Act(
        "programme.put",
        "programmes",
        {"adopted_on": "2017-01-10", "goals": TEXT, "measures": TEXT},
        lambda s, v: s.review.programme.put(YEAR, v),
    ),
    Act(
        "programme.add_item",
        "programme_items",
        {
            "position": 2,
            "task": TEXT,
            "indicator": "5 km",
            "is_main": True,
            "lead": "Nguyễn Văn Mẫu",
            "together_with": "Trần Thị Thử",
            "due_on": "2017-06-30",
        },
        lambda s, v: s.review.programme.add_item(YEAR, v),
    ),
    Act(
        "programme.save_item",
        "programme_items",
        {"result": TEXT, "outcome": "late", "exceeded": True},
        lambda s, v: s.review.programme.save_item(s.there["programme_items"], v),
    ),
    Act(
        "tasks.put_assignment",
        "task_assignments",
        {"number": "01-NQ/CB", "dated_on": "2017-01-10"},
        lambda s, v: s.review.tasks.put_assignment(YEAR, v),
    ),
    Act(
        "tasks.add",
        "assigned_tasks",
        {"target": "@A", "position": 2, "task": TEXT, "product": TEXT, "due_on": "2017-06-30"},
        lambda s, v: s.review.tasks.add(YEAR, v["target"], v),
    ),
    Act(
        "tasks.save",
        "assigned_tasks",
        {"result": TEXT, "outcome": "on_time", "exceeded": True},
        lambda s, v: s.review.tasks.save(s.there["assigned_tasks"], v),
    ),
    Act(
        "self_reviews.put",
        "self_reviews",
        {
            "round_number": 2,
            "member_uid": "@A",
            "state": "returned",
            "on_paper": True,
            "sheets": 3,
            "handed_in_on": "2017-11-28",
            "returned_reason": TEXT,
            "self_level": "good",
            "self_sub_reason": "not_done",
        },
        lambda s, v: s.review.self_reviews.put(YEAR, v["member_uid"], v, 2),
    ),
    Act(
        "self_reviews.write",
        "section_texts",
        {"owner": "@self_reviews", "section": "ethics", "text": TEXT},
        lambda s, v: s.review.self_reviews.write(s.there["self_reviews"], v["section"], v["text"]),
    ),
    Act(
        "self_reviews.check_sign",
        "sign_checks",
        {
            "target": "@A",
            "sign_group": 2,
            "sign_number": 3,
            "has_sign": True,
            "degree_note": TEXT,
            "measure": TEXT,
        },
        lambda s, v: s.review.self_reviews.check_sign(YEAR, v["target"], (2, 3), v),
    ),
    Act(
        "collective_reports.put",
        "collective_reports",
        {"round_number": 2, "sent_on": "2017-11-27", "self_level": "clean_strong"},
        lambda s, v: s.review.collective_reports.put(YEAR, "draft", v, 2),
    ),
    Act(
        "collective_reports.write",
        "section_texts",
        {"owner": "@collective_reports", "section": "political_task", "text": TEXT},
        lambda s, v: s.review.collective_reports.write(
            s.there["collective_reports"], v["section"], v["text"]
        ),
    ),
    Act(
        "collective_reports.complete",
        "collective_reports",
        {"version": "final", "round_number": 2, "self_level": "clean_strong"},
        lambda s, _: s.review.collective_reports.complete(s.there["collective_reports"]),
    ),
    Act(
        "collective_reports.put",
        "collective_reports",
        {"state": "handed_in", "adopted_on": "2017-12-05"},
        lambda s, v: s.review.collective_reports.put(YEAR, "final", v, 2),
    ),
    Act(
        "shortcomings.add_earlier",
        "earlier_shortcomings",
        {"target": "@A", "position": 2, "text": TEXT, "from_year": 2016},
        lambda s, v: s.review.shortcomings.add_earlier(YEAR, v),
    ),
    Act(
        "shortcomings.save_earlier",
        "earlier_shortcomings",
        {"correction": "correcting", "result": TEXT, "evidence": TEXT},
        lambda s, v: s.review.shortcomings.save_earlier(s.there["earlier_shortcomings"], v),
    ),
    Act(
        "outside.put",
        "outside_opinions",
        {
            "target": "@A",
            "body": "residence",
            "body_name": "Chi ủy thôn Bịa",
            "asked_on": "2017-11-08",
            "dated_on": "2017-11-18",
            "received_on": "2017-11-22",
            "text": TEXT,
            "grade": "good",
            "on_paper": False,
            "excused_reason": TEXT,
        },
        lambda s, v: s.review.outside.put(YEAR, v["target"], v["body"], v),
    ),
    Act(
        "outside.enter",
        "outside_opinions",
        {"target": "@A", "body": "front", "body_name": "Mặt trận thôn Bịa", "received_on": "2017-12-28"},
        lambda s, v: s.review.outside.enter(YEAR, v),
    ),
    Act(
        "outside.save",
        "outside_opinions",
        {"target": "@A", "body": "union", "text": TEXT, "grade": "met"},
        lambda s, v: s.review.outside.save(s.there["outside_opinions"], v),
    ),
    Act(
        "outside.put_rating",
        "outside_ratings",
        {
            "target": "@A",
            "body": "employer",
            "body_name": "Trường học Bịa",
            "level": "good",
            "number": "03-TB",
            "dated_on": "2017-11-28",
        },
        lambda s, v: s.review.outside.put_rating(YEAR, v["target"], v["body"], v),
    ),
    Act(
        "outside.add_rating",
        "outside_ratings",
        {
            "target": "cell",
            "body": "front",
            "body_name": "Mặt trận xã Bịa",
            "level": "good",
            "number": "04-TB",
            "dated_on": "2017-11-29",
        },
        lambda s, v: s.review.outside.add_rating(YEAR, v["target"], v),
    ),
    Act(
        "outside.save_rating",
        "outside_ratings",
        {
            "target": "cell",
            "body": "union",
            "body_name": "Hội Nông dân xã Bịa",
            "level": "fulfilled",
            "number": "05-TB",
            "dated_on": "2017-11-30",
        },
        lambda s, v: s.review.outside.save_rating(s.there["outside_ratings"], v),
    ),
)

CONFERENCE = (
    Act(
        "conferences.add",
        "conferences",
        {
            "round_number": 2,
            "body": "party_group",
            "party_group": "Tổ đảng Bịa",
            "chair": "@A",
            "chair_for_secretary": "@B",
            "recorder": "@C",
            "counting_team": "Trần Thị Thử",
            "order_reason": TEXT,
        },
        lambda s, v: s.review.conferences.add(YEAR, v),
    ),
    Act(
        "conferences.save",
        "conferences",
        {"general_note": TEXT, "general_conclusion": TEXT, "read_back": True},
        lambda s, v: s.review.conferences.save(s.there["conferences"], v),
    ),
    Act(
        "conferences.put_sitting",
        "sittings",
        {
            "conference": "@conferences",
            "position": 2,
            "held_on": DAY,
            "started_at": "07:30",
            "ended_at": "11:15",
            "place": "Nhà văn hóa thôn Bịa",
        },
        lambda s, v: s.review.conferences.put_sitting(s.there["conferences"], 2, v),
    ),
    Act(
        "conferences.call",
        "attendance",
        {
            "sitting": "@sittings",
            "member_uid": "@C",
            "presence": "late",
            "arrived_at": "07:45",
            "reason": TEXT,
        },
        _called,
    ),
    Act(
        "conferences.open",
        "conferences",
        {"state": "open"},
        lambda s, _: s.review.conferences.open(s.there["conferences"]),
    ),
    Act(
        "conferences.add_guest",
        "guests",
        {
            "conference": "@conferences",
            "name": "Phạm Văn Khách",
            "post": "Ủy viên Ban Thường vụ",
            "from_upper_committee": True,
            "duty": TEXT,
        },
        lambda s, v: s.review.conferences.add_guest(s.there["conferences"], v),
    ),
    Act(
        "conferences.save_guest",
        "guests",
        {"guidance": TEXT},
        lambda s, v: s.review.conferences.save_guest(s.there["guests"], v),
    ),
    Act(
        "turns.start",
        "review_turns",
        {"conference": "@conferences", "position": 2, "target": "@A", "started_at": "08:00"},
        lambda s, v: s.review.turns.start(s.there["conferences"], v["target"], v),
        also={},
    ),
    Act(
        "turns.save",
        "review_turns",
        {
            "ended_at": "08:50",
            "minutes_spent": 45,
            "bases_shown": True,
            "answer": TEXT,
            "conclusion": TEXT,
            "role_and_responsibility": TEXT,
        },
        lambda s, v: s.review.turns.save(s.there["review_turns"], v),
    ),
    Act(
        "turns.finish",
        "review_turns",
        {"state": "done"},
        lambda s, _: s.review.turns.finish(s.there["review_turns"]),
    ),
    Act(
        "turns.postpone",
        "review_turns",
        {"target": "@B", "state": "postponed"},
        lambda s, _: s.review.turns.postpone(s.there["conferences"], s.uid("B")),
    ),
    Act(
        "turns.say",
        "opinions",
        {
            "conference": "@conferences",
            "position": 2,
            "speaker": "@B",
            "target": "@A",
            "kind": "shortcoming",
            "text": TEXT,
        },
        lambda s, v: s.review.turns.say(s.there["conferences"], v),
    ),
    Act(
        "turns.save_opinion",
        "opinions",
        {"in_writing": True, "said_at": "08:40"},
        lambda s, v: s.review.turns.save_opinion(s.there["opinions"], v),
    ),
    Act(
        "turns.conclude_opinion",
        "shortcomings",
        {"origin": "conference", "conference": "@conferences", "target": "@A", "text": TEXT},
        _concluded,
        also={"opinions": {"shortcoming": "@shortcomings"}},
    ),
    Act(
        "turns.record",
        "opinions",
        {"speaker": "@B", "target": "@A", "kind": "shortcoming", "text": TEXT},
        lambda s, v: list(s.review.turns.record(s.there["conferences"], v.pop("target"), [v])),
    ),
    Act(
        "turns.withdraw_opinion",
        "opinions",
        {"withdrawn": True},
        lambda s, _: s.review.turns.withdraw_opinion(s.there["opinions"]),
    ),
    Act(
        "turns.conclude_point",
        "suggestion_conclusions",
        {"conference": "@conferences", "point": "@suggestion_points", "text": TEXT},
        lambda s, v: s.review.turns.conclude_point(
            s.there["conferences"], s.there["suggestion_points"], v["text"]
        ),
    ),
    Act(
        "conferences.reserve",
        "reservations",
        {"conference": "@conferences", "member_uid": "@C", "text": TEXT},
        lambda s, v: s.review.conferences.reserve(s.there["conferences"], v["member_uid"], v["text"]),
    ),
    Act(
        "corrections.save",
        "reservations",
        {"text": "Ý kiến bảo lưu đã sửa"},
        lambda s, v: s.review.corrections.save(s.there["reservations"], v),
    ),
    Act(
        "conferences.tag",
        "defect_tags",
        {"conference": "@conferences", "tag": "formalism", "note": TEXT},
        lambda s, v: s.review.conferences.tag(s.there["conferences"], v["tag"], v["note"]),
    ),
    Act(
        "ballots.add",
        "ballots",
        {"held_on": "2017-12-03", "note": "Lần đầu"},
        _voted_before,
    ),
    Act(
        "ballots.add",
        "ballots",
        {
            "conference": "@conferences",
            "subject": "cell",
            "is_secret": False,
            "held_on": DAY,
            "held_at": "10:30",
            "repeats": "@voted_before",
            "convened": 5,
            "deducted": 1,
            "official_present": 4,
            "issued": 4,
            "returned": 4,
            "valid": 3,
            "invalid": 1,
            "conclusion": TEXT,
            "note": TEXT,
        },
        _voted,
        also={
            "ballot_lines": {"ballot": "@ballots", "target": "cell", "blank": 1},
            "ballot_counts": {"line": "@ballot_lines", "level": "clean_strong", "votes": 2},
        },
    ),
    Act("ballots.save", "ballots", {"valid": 4, "invalid": 0}, _corrected_vote),
    Act(
        "conferences.close",
        "conferences",
        {"state": "closed"},
        lambda s, _: s.review.conferences.close(s.there["conferences"]),
    ),
)

OUTCOME = (
    Act(
        "shortcomings.add",
        "shortcomings",
        {
            "round_number": 2,
            "target": "@C",
            "position": 2,
            "text": TEXT,
            "sign": TEXT,
            "area": "ideology",
            "degree": "fault",
            "origin": "inspection",
            "cause": TEXT,
            "outer_cause": TEXT,
            "responsibility": TEXT,
        },
        lambda s, v: s.review.shortcomings.add(YEAR, v),
    ),
    Act(
        "shortcomings.save",
        "shortcomings",
        {
            "measure": TEXT,
            "due_on": "2018-06-30",
            "sub_reason": "not_done",
            "repeats": "@earlier_shortcomings",
            "conference": "@conferences",
        },
        lambda s, v: s.review.shortcomings.save(s.there["shortcomings"], v),
    ),
    Act(
        "shortcomings.blame",
        "responsibilities",
        {"shortcoming": "@shortcomings", "member_uid": "@B", "text": TEXT},
        lambda s, v: s.review.shortcomings.blame(s.there["shortcomings"], v["member_uid"], v["text"]),
    ),
    Act(
        "remediation.plan",
        "remediation_items",
        {"shortcoming": "@shortcomings", "target": "@C", "text": TEXT, "measure": TEXT},
        _planned,
    ),
    Act(
        "shortcomings.withdraw",
        "shortcomings",
        {"withdrawn_on": "2017-12-20", "withdrawn_reason": TEXT},
        lambda s, v: s.review.shortcomings.withdraw(
            s.there["shortcomings"], dt.date.fromisoformat(v["withdrawn_on"]), v["withdrawn_reason"]
        ),
    ),
    Act(
        "scores.put",
        "score_sheets",
        {
            "round_number": 2,
            "target": "cell",
            "scored_by": "appraised",
            "scored_on": "2017-12-05",
            "note": TEXT,
        },
        _scored,
        also={
            "score_items": {
                "sheet": "@score_sheets",
                "item": "political_task",
                "points": 7.5,
                "reason": TEXT,
            }
        },
    ),
    Act(
        "levels.propose",
        "proposed_levels",
        {
            "round_number": 2,
            "target": "@A",
            "level": "good",
            "sub_reason": "not_done",
            "reason": TEXT,
            "member_answer": TEXT,
        },
        lambda s, v: s.review.levels.propose(YEAR, v["target"], v, 2),
    ),
    Act(
        "levels.recognise",
        "recognised_levels",
        {
            "target": "@A",
            "level": "fulfilled",
            "sub_reason": "not_done",
            "number": "05-QĐ/ĐU",
            "dated_on": "2018-01-30",
            "issuer": "Đảng ủy xã Mẫu",
        },
        lambda s, v: s.review.levels.recognise(YEAR, v["target"], v),
    ),
    Act(
        "level_entry.propose",
        "proposed_levels",
        {"target": "@A", "level": "excellent", "sub_reason": "violation"},
        lambda s, v: s.review.level_entry.propose(
            YEAR, {v["target"]: {name: v[name] for name in ("level", "sub_reason")}}, 2
        )[0],
    ),
    Act(
        "level_entry.recognise",
        "recognised_levels",
        {
            "target": "@A",
            "level": "good",
            "sub_reason": "violation",
            "number": "06-QĐ/ĐU",
            "dated_on": "2018-01-31",
            "issuer": "Ban Thường vụ Đảng ủy xã Mẫu",
        },
        _recognised_together,
    ),
    Act(
        "levels.put_past",
        "past_levels",
        {
            "target": "@A",
            "of_year": 2015,
            "level": "good",
            "level_name": "Hoàn thành tốt nhiệm vụ",
            "sub_reason": "not_done",
            "number": "04-QĐ/ĐU",
        },
        lambda s, v: s.review.levels.put_past(v["target"], 2015, v),
    ),
    Act(
        "levels.object_to",
        "objections",
        {"target": "@A", "received_on": "2018-02-01", "text": TEXT},
        lambda s, v: s.review.levels.object_to(YEAR, v["target"], v),
    ),
    Act(
        "levels.save_objection",
        "objections",
        {"sent_up_on": "2018-02-03", "outcome": TEXT},
        lambda s, v: s.review.levels.save_objection(s.there["objections"], v),
    ),
    Act(
        "levels.propose_reward",
        "reward_proposals",
        {"target": "@A", "form": "Giấy khen", "reason": TEXT},
        lambda s, v: s.review.levels.propose_reward(YEAR, v["target"], v),
    ),
    Act(
        "corrections.save",
        "reward_proposals",
        {"form": "Bằng khen"},
        lambda s, v: s.review.corrections.save(s.there["reward_proposals"], v),
    ),
    Act(
        "remediation.add_inspection",
        "inspections",
        {"number": "09-KL", "dated_on": "2018-05-20", "issuer": "Ủy ban Kiểm tra"},
        lambda s, v: s.review.remediation.add_inspection(YEAR, v),
    ),
    Act(
        "remediation.save_inspection",
        "inspections",
        {"conclusion": TEXT},
        lambda s, v: s.review.remediation.save_inspection(s.there["inspections"], v),
    ),
    Act(
        "findings.answer",
        "finding_answers",
        {
            "finding": "R4-03",
            "target": "@A",
            "text": TEXT,
            "review_turn": "@review_turns",
            "is_printed": True,
        },
        lambda s, v: _answered(s, v, v["target"]),
    ),
    Act(
        "findings.answer",
        "finding_answers",
        {"finding": "R3-11", "about": "year", "kind": "not_again", "text": TEXT},
        lambda s, v: _answered(s, v, v["about"]),
    ),
    Act(
        "remediation.add",
        "remediation_items",
        {
            "position": 3,
            "target": "collective",
            "inspection": "@inspections",
            "text": TEXT,
            "measure": TEXT,
            "owner": "Nguyễn Văn Mẫu",
            "checker": "Trần Thị Thử",
            "due_on": "2018-06-30",
        },
        lambda s, v: s.review.remediation.add(YEAR, v),
    ),
    Act(
        "remediation.save",
        "remediation_items",
        {
            "state": "partly_done",
            "result": TEXT,
            "evidence": TEXT,
            "finished_on": "2018-06-20",
            "signed_off_by": "Trần Thị Thử",
        },
        lambda s, v: s.review.remediation.save(s.there["remediation_items"], v),
    ),
    Act(
        "remediation.put_step",
        "remediation_steps",
        {
            "item": "@remediation_items",
            "position": 2,
            "text": TEXT,
            "due_on": "2018-03-31",
            "done_on": "2018-03-20",
        },
        lambda s, v: s.review.remediation.put_step(s.there["remediation_items"], 2, v),
    ),
    Act(
        "earlier_years.apply",
        "earlier_shortcomings",
        {"target": "@C", "text": "Họp muộn nhiều kỳ", "from_year": 2016},
        _entered_earlier,
    ),
)

SETTING: tuple[Act, ...] = (*CYCLE, *PREPARATION, *CONFERENCE, *INCOMING, *OUTCOME)
"""Acts that write into the open year."""
