"""Turns a dumped year of an older program into that of the next one, step by step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from app.domain.posts import posts_written

_MEMBER_SINCE_2 = (
    "admission_decided_on",
    "political_theory",
    "review_category",
    "fee_category",
    "phone",
    "residence_cell",
    "residence_contact",
    "note",
)

_LISTS_SINCE_3 = (
    "cycles",
    "legal_bases",
    "milestones",
    "rounds",
    "re_review_orders",
    "guidance",
    "population",
    "suggestion_letters",
    "suggestion_points",
    "explanations",
    "gate_overrides",
    "clarifications",
    "commitments",
    "commitment_items",
    "programmes",
    "programme_items",
    "task_assignments",
    "assigned_tasks",
    "self_reviews",
    "collective_reports",
    "section_texts",
    "sign_checks",
    "earlier_shortcomings",
    "shortcomings",
    "responsibilities",
    "outside_opinions",
    "outside_ratings",
    "conferences",
    "sittings",
    "attendance",
    "guests",
    "review_turns",
    "opinions",
    "suggestion_conclusions",
    "reservations",
    "defect_tags",
    "ballots",
    "ballot_lines",
    "ballot_counts",
    "score_sheets",
    "score_items",
    "proposed_levels",
    "recognised_levels",
    "past_levels",
    "objections",
    "reward_proposals",
    "remediation_items",
    "remediation_steps",
    "inspections",
)

_MEMBER_UID_SINCE_4 = (
    "population",
    "commitments",
    "self_reviews",
    "responsibilities",
    "attendance",
    "reservations",
)


def from_1(value: dict[str, Any]) -> dict[str, Any]:
    """Return format 2: the line of posts becomes posts held since an unknown day; the new lists are empty."""
    posts: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    for old in value["members"]:
        member = {**old, **dict.fromkeys(_MEMBER_SINCE_2, "")}
        line = member.pop("post")
        members.append(member)
        posts.extend(
            {**post.model_dump(mode="json"), "uid": _moved_uid(old["uid"], place), "member_uid": old["uid"]}
            for place, post in enumerate(posts_written(line))
        )
    empty: dict[str, Any] = {"standings": [], "rewards": [], "disciplines": []}
    return {**value, "members": members, "posts": posts, **empty}


def from_2(value: dict[str, Any]) -> dict[str, Any]:
    """Return format 3: the lists of the review are empty."""
    return {**value, **{name: [] for name in _LISTS_SINCE_3}}


def from_3(value: dict[str, Any]) -> dict[str, Any]:
    """Return format 4: a member is named `member_uid` in every list; nothing is answered to findings yet."""
    renamed = {name: [_renamed(one) for one in value[name]] for name in _MEMBER_UID_SINCE_4}
    settled = [{**one, "supplement_received_on": None} for one in renamed["population"]]
    return {**value, **renamed, "population": settled, "finding_answers": []}


_PAPER_SINCE_5: dict[str, Any] = {"target": "", "about": "", "replaces": "", "copies": 0}


def from_4(value: dict[str, Any]) -> dict[str, Any]:
    """Return format 5: a paper says whom and what it is about, no older one does; nothing came in.

    Of parts of the dossier nothing is said. The cell says in which form it hands in: an open folder.
    """
    papers = [{**one, **_PAPER_SINCE_5} for one in value["papers"]]
    cell = {**value["cell"], "handed_in_as": "open_folder"}
    return {**value, "cell": cell, "papers": papers, "incoming_papers": [], "dossier_notes": []}


def from_5(value: dict[str, Any]) -> dict[str, Any]:
    """Return format 6: no form of the committee was known, and no paper was made from one."""
    return {**value, "committee_forms": [], "form_files": [], "issued_files": []}


def from_6(value: dict[str, Any]) -> dict[str, Any]:
    """Return format 7: no form was given to a member yet."""
    return {**value, "given_forms": []}


def from_7(value: dict[str, Any]) -> dict[str, Any]:
    """Return format 8: no paper was taken back from Word."""
    return {**value, "word_editions": []}


def _renamed(record: dict[str, Any]) -> dict[str, Any]:
    return {"member_uid" if key == "member" else key: kept for key, kept in record.items()}


def _moved_uid(member_uid: str, place: int) -> str:
    """Return the identity that migration 0003 gives the same post, so that database and dump agree."""
    return hashlib.sha256(f"post {place} of {member_uid}".encode()).hexdigest()[:32]


UPGRADES: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (
    from_1,
    from_2,
    from_3,
    from_4,
    from_5,
    from_6,
    from_7,
)
"""Step n turns the value of format n + 1 into that of format n + 2; one of another shape raises."""
