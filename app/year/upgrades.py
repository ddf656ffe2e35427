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


def _moved_uid(member_uid: str, place: int) -> str:
    """Return the identity that migration 0003 gives the same post, so that database and dump agree."""
    return hashlib.sha256(f"post {place} of {member_uid}".encode()).hexdigest()[:32]


UPGRADES: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (from_1,)
"""Step n turns the value of format n + 1 into that of format n + 2; one of another shape raises."""
