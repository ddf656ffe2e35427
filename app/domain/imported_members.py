"""A member as a list from outside states it, in one line; what becomes of it in the card."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.members import ListedMember, Member, MemberFields
from app.domain.posts import Post, posts_written
from app.domain.standings import Standing, StandingKind
from app.domain.types import Owned, PartialDate, new_uid


class ImportedMember(ListedMember):
    """A member with the posts in words and one standing, as far as the list states them."""

    standing: StandingKind | None = None
    """Nothing for an ordinary member of the cell."""
    standing_on: PartialDate = ""


def as_member(listed: ImportedMember) -> Member:
    """Return a new member with the facts of the list, which were checked there as the card checks them."""
    facts = {name: getattr(listed, name) for name in MemberFields.model_fields}
    return Member.model_construct(uid=new_uid(), **facts)


def owned(listed: ImportedMember, member_uid: str) -> Iterator[Owned]:
    """Yield new records of the posts and the standing of the list; since when a post is held stays open."""
    for post in posts_written(listed.post):
        yield Post(uid=new_uid(), member_uid=member_uid, **post.model_dump())
    if listed.standing:
        standing = {"kind": listed.standing, "started_on": listed.standing_on}
        yield Standing(uid=new_uid(), member_uid=member_uid, **standing)
