"""The key with which the cell signs its packages (khóa ký)."""

from __future__ import annotations

import datetime as dt

from app.domain.types import Record


class SigningKey(Record):
    """The Ed25519 key of this database: made with it, kept in it, renewed by "Đổi khóa" only."""

    seed: str
    """32 bytes of the private key, base64."""
    made_at: dt.datetime
