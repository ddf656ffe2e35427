"""The tables of what a member owns: posts, standings, rewards, discipline."""

from __future__ import annotations

from typing import ClassVar

from sqlmodel import Field

from app.domain.posts import Post
from app.domain.recognitions import Discipline, Reward
from app.domain.standings import Standing
from app.storage.tables.row import Row


class PostRow(Row, Post, table=True):
    """A post held."""

    __tablename__ = "post"
    sorted_by: ClassVar[tuple[str, ...]] = ("member_uid", "started_on")

    member_uid: str = Field(foreign_key="member.uid", index=True)


class StandingRow(Row, Standing, table=True):
    """A standing."""

    __tablename__ = "standing"
    sorted_by: ClassVar[tuple[str, ...]] = ("member_uid", "started_on")

    member_uid: str = Field(foreign_key="member.uid", index=True)


class RewardRow(Row, Reward, table=True):
    """A reward."""

    __tablename__ = "reward"
    sorted_by: ClassVar[tuple[str, ...]] = ("member_uid", "decided_on")

    member_uid: str = Field(foreign_key="member.uid", index=True)


class DisciplineRow(Row, Discipline, table=True):
    """A discipline, as published."""

    __tablename__ = "discipline"
    sorted_by: ClassVar[tuple[str, ...]] = ("member_uid", "decided_on")

    member_uid: str = Field(foreign_key="member.uid", index=True)
