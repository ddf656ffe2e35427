"""What every piece of a rule set is made of: its source, how far that was checked, its code and words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, StringConstraints


class Mark(StrEnum):
    """How far a rule was checked against its document."""

    VERIFIED = "verified"
    PARTLY = "partly"
    UNVERIFIED = "unverified"


Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.-]{1,40}$")]
Condition = Annotated[str, StringConstraints(max_length=500)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4_000)]


class Part(BaseModel, extra="forbid", frozen=True):
    """A piece of a rule set."""


class Source(Part):
    """Where a rule stands."""

    document: str = ""
    article: str = ""
    quote: str = ""
    mark: Mark = Mark.UNVERIFIED


class Rule(Part):
    """A piece that is known by its code; layers above replace it by the same code unless it is locked."""

    code: Word
    source: Source = Source()
    locked: bool = False


class NamedRule(Rule):
    """A code with its words."""

    name: Text
