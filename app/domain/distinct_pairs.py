"""Two entries that look like one person and are not: the secretary said so, and is not asked again."""

from __future__ import annotations

from app.domain.targets import Link
from app.domain.types import Fields, Record


class DistinctPairFields(Fields):
    """Two members by uid, in no order that means anything."""

    one: Link
    other: Link


class DistinctPair(Record, DistinctPairFields):
    """The answer "không phải một người" as stored."""
