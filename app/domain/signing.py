"""The key with which the cell signs its packages (khóa ký)."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterable, Sequence

from app.domain.types import Record


class SigningKey(Record):
    """The Ed25519 key of this database: made with it, kept in it, renewed by "Đổi khóa" only.

    A former key stays, so that what was signed with it still shows itself as the cell's own.
    """

    seed: str
    """32 bytes of the private key, base64."""
    made_at: dt.datetime

    @property
    def private(self) -> bytes:
        """Return the private key as it signs."""
        return base64.b64decode(self.seed)


def renewed(seed: bytes, uid: str, now: dt.datetime, before: Sequence[SigningKey] = ()) -> SigningKey:
    """Return the key that signs from `now` on; it is the newest, whatever the clock says."""
    made_at = max([now, *(one.made_at + dt.timedelta(seconds=1) for one in before)])
    return SigningKey(uid=uid, seed=base64.b64encode(seed).decode(), made_at=made_at)


def in_force(keys: Iterable[SigningKey], at: dt.datetime | None = None) -> SigningKey:
    """Return the key that signs now, or the one that signed `at` a moment."""
    ordered = sorted(keys, key=lambda one: one.made_at)
    return next((one for one in reversed(ordered) if at is None or one.made_at <= at), ordered[0])
