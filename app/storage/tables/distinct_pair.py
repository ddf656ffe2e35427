"""The table of members that look alike and are two persons."""

from __future__ import annotations

from app.domain.distinct_pairs import DistinctPair
from app.storage.tables.row import Row


class DistinctPairRow(Row, DistinctPair, table=True):
    """Two members that are not offered for merging again."""

    __tablename__ = "distinct_pair"
