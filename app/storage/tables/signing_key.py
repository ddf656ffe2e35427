"""The table of the cell's signing key."""

from __future__ import annotations

from app.domain.signing import SigningKey
from app.storage.tables.row import Row


class SigningKeyRow(Row, SigningKey, table=True):
    """The signing key."""

    __tablename__ = "signing_key"
