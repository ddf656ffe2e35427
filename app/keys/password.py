"""Turning what a person typed (password, recovery code) into a key that wraps the key of the database."""

from __future__ import annotations

import base64
import secrets
import time
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from app.errors import Invalid, Problem

KEY_BYTES = 32
SALT_BYTES = 16
_MEMORY_KIB = 64 * 1024
_LEAST_TIME = 3
_MOST_TIME = 40
_AIM_S = 0.25
"""An unlock takes 0.2 to 0.3 s where the slot was made (decisions.md 8.11)."""
# What a file may ask of us: a damaged or planted slot must not make unlocking eat the memory.
_BOUNDS = {"time": (1, 100), "memory_kib": (8, 1024 * 1024), "lanes": (1, 16)}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at the password costs (Argon2id); kept in the slot, so that it can grow."""

    time: int
    memory_kib: int = _MEMORY_KIB
    lanes: int = 1

    def is_sane(self) -> bool:
        """Return whether the figures are ones that this program could have written."""
        return all(low <= getattr(self, name) <= high for name, (low, high) in _BOUNDS.items())


def calibrated() -> Cost:
    """Return the cost that takes this machine about a quarter of a second; takes about as long itself."""
    started = time.perf_counter()
    derived("any password", bytes(SALT_BYTES), Cost(_LEAST_TIME))
    one_pass = (time.perf_counter() - started) / _LEAST_TIME
    return Cost(max(_LEAST_TIME, min(_MOST_TIME, round(_AIM_S / one_pass))))


def checked(password: str) -> str:
    """Return the password in the one form that is hashed: NFC, so that every keyboard program gives the same.

    Raises `Invalid` for an empty one and one with a NUL, before anything is read or written.
    """
    if not password:
        raise Invalid([Problem("password", "password.empty")])
    if "\0" in password:
        raise Invalid([Problem("password", "password.nul")])
    return unicodedata.normalize("NFC", password)


def derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte wrapping key for `secret`; takes as long as `cost` says."""
    return hash_secret_raw(
        # A lone surrogate typed by a broken keyboard program still gives one sure sequence of bytes.
        secret=secret.encode("utf-8", "surrogatepass"),
        salt=salt,
        time_cost=cost.time,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def new_key() -> bytes:
    """Return a random key for a new database."""
    return secrets.token_bytes(KEY_BYTES)


def text_of(data: bytes) -> str:
    """Return bytes as they stand in the slots file."""
    return base64.b64encode(data).decode()


def bytes_of(text: str) -> bytes:
    """Return what `text_of` was given; raises `ValueError`."""
    return base64.b64decode(text, validate=True)
