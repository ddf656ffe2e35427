"""The review year: cycle, suggestions, commitments, reviews, conferences, votes, levels, remediation."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

_TABLES = {
    "cycle": (
        "year# cell_kind collective_subject roster_fixed_on? focal_points lessons_of_last_year "
        "announced_on? announced_how next_direction ruleset ruleset_version ruleset_sha256 "
        "ruleset_snapshot finished_on?"
    ),
    "legal_basis": "year# number dated_on? issuer subject_line role",
    "milestone": "year# code due_on? done_on? done_by note",
    "round": "year# number# lessons opened_on closed_on? opened_by",
    "re_review_order": "year# number dated_on issuer reason target due_on?",
    "guidance": "year# dated_on text due_on? done_on?",
    "population": (
        "year# member review rating reason reason_note object_type is_leader# civil_rating_due# "
        "residence_comment_due#"
    ),
    "suggestion_letter": "year# number dated_on? issuer received_on?",
    "suggestion_point": "year# letter position# target text due_on?",
    "explanation": "year# point text cause responsibility measures finished_on? on_paper# sheets#",
    "gate_override": "year# target number dated_on issuer text",
    "clarification": "year# target text asked_on? answer",
    "commitment": "year# member signed_on? received_on? on_paper# sheets# summary missing_reason",
    "commitment_item": (
        "year# commitment position# content goal measure due result degree sign_group# sign_number# "
        "carried_from"
    ),
    "programme": "year# adopted_on? goals measures",
    "programme_item": (
        "year# position# task indicator is_main# lead together_with due_on? result outcome exceeded#"
    ),
    "task_assignment": "year# number dated_on?",
    "assigned_task": "year# target position# task product due_on? result outcome exceeded#",
    "self_review": (
        "year# round_number# member state on_paper# sheets# handed_in_on? returned_reason self_level "
        "self_sub_reason"
    ),
    "collective_report": "year# round_number# version state sent_on? adopted_on? self_level",
    "section_text": "year# owner section text",
    "sign_check": "year# target sign_group# sign_number# has_sign# degree_note measure",
    "earlier_shortcoming": "year# target position# text from_year# correction result evidence carried_from",
    "shortcoming": (
        "year# round_number# target position# text sign area degree origin cause outer_cause "
        "responsibility measure due_on? sub_reason repeats conference withdrawn_on? withdrawn_reason"
    ),
    "responsibility": "year# shortcoming member text",
    "outside_opinion": (
        "year# target body body_name asked_on? dated_on? received_on? text grade on_paper# excused_reason"
    ),
    "outside_rating": "year# target body body_name level number dated_on?",
    "conference": (
        "year# round_number# body party_group chair chair_for_secretary recorder counting_team "
        "order_reason general_note general_conclusion read_back# state"
    ),
    "sitting": "year# conference position# held_on? started_at ended_at place",
    "attendance": "year# sitting member presence arrived_at reason",
    "guest": "year# conference name post from_upper_committee# duty guidance",
    "review_turn": (
        "year# conference position# target started_at ended_at minutes_spent# bases_shown# answer "
        "conclusion role_and_responsibility state"
    ),
    "opinion": (
        "year# conference position# speaker target kind text in_writing# said_at shortcoming withdrawn#"
    ),
    "suggestion_conclusion": "year# conference point text",
    "reservation": "year# conference member text",
    "defect_tag": "year# conference tag note",
    "ballot": (
        "year# conference subject is_secret# held_on? held_at repeats convened# deducted# "
        "official_present# issued# returned# valid# invalid# conclusion note"
    ),
    "ballot_line": "year# ballot target blank#",
    "ballot_count": "year# line level votes#",
    "score_sheet": "year# round_number# target scored_by scored_on? note",
    "score_item": "year# sheet item points~? grade reason",
    "proposed_level": "year# round_number# target level sub_reason reason member_answer",
    "recognised_level": "year# target level sub_reason number dated_on issuer",
    "past_level": "target of_year# level level_name sub_reason number",
    "objection": "year# target received_on text sent_up_on? outcome",
    "reward_proposal": "year# target form reason",
    "remediation_item": (
        "year# position# target shortcoming inspection text measure owner checker due_on? state result "
        "evidence finished_on? signed_off_by carried_from"
    ),
    "remediation_step": "year# item position# text due_on? done_on?",
    "inspection": "year# number dated_on? issuer conclusion",
}
"""Columns beside uid and rev: text, ``#`` a whole number, ``~`` a number, ``?`` may be null."""

_LOOKED_UP = {
    "suggestion_point": "letter",
    "explanation": "point",
    "commitment_item": "commitment",
    "section_text": "owner",
    "responsibility": "shortcoming",
    "sitting": "conference",
    "attendance": "sitting",
    "review_turn": "conference",
    "opinion": "conference",
    "ballot_line": "ballot",
    "ballot_count": "line",
    "score_item": "sheet",
    "remediation_step": "item",
}
"""The column by which the parts of a record are found."""


def upgrade() -> None:
    """Create every table, and the indexes by which years and parts are found."""
    for table, columns in _TABLES.items():
        written = ", ".join(
            ["uid TEXT NOT NULL PRIMARY KEY", "rev INTEGER NOT NULL", *map(_column, columns.split())]
        )
        op.execute(f'CREATE TABLE "{table}" ({written})')
        if "year#" in columns.split():
            op.execute(f'CREATE INDEX "ix_{table}_year" ON "{table}" (year)')
    for table, column in _LOOKED_UP.items():
        op.execute(f'CREATE INDEX "ix_{table}_{column}" ON "{table}" ("{column}")')


def _column(marked: str) -> str:
    """Return a column's declaration from its name and marks."""
    name = marked.rstrip("#~?")
    kind = "INTEGER" if "#" in marked else "REAL" if "~" in marked else "TEXT"
    return f'"{name}" {kind}' + ("" if "?" in marked else " NOT NULL")
