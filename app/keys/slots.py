"""The slots: the random key of the database, wrapped once by the password and once by the recovery code.

Changing the password rewrites a slot and leaves the database alone. The file says by itself whether it is
whole (checksum), so that a wrong password and a damaged file are told apart; after unlocking, a code under
the key of the database says that nobody swapped a slot. Reading and unlocking need no other part.
"""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from Cryptodome.Cipher import AES

from app.errors import EnvironmentFailed
from app.keys import password as passwords
from app.keys import recovery
from app.keys.password import KEY_BYTES, SALT_BYTES, Cost, bytes_of, derived, text_of

FORMAT = 1
_NONCE_BYTES = 12
_TAG_BYTES = 16
_PURPOSE = b"so-chi-bo slots 1"
_WRONG = {"password": "L-206", "recovery": "L-209"}

Kind = Literal["password", "recovery"]


def wrong_secret(kind: Kind) -> EnvironmentFailed:
    """Return that the password (L-206) or the recovery code (L-209) opens nothing."""
    return EnvironmentFailed(_WRONG[kind])


@dataclass(frozen=True, slots=True)
class Slot:
    """The key, wrapped by one secret with AES-GCM; the tag also covers kind, cost, salt and database."""

    kind: Kind
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    @classmethod
    def wrapping(cls, key: bytes, kind: Kind, secret: str, cost: Cost, uid: str) -> Slot:
        """Return a new slot that gives `key` to whoever knows `secret`."""
        salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
        empty = cls(kind, cost, salt, nonce, b"")
        wrapped, tag = empty._cipher(secret, uid).encrypt_and_digest(key)
        return dataclasses.replace(empty, wrapped=wrapped + tag)

    def unwrapped(self, secret: str, uid: str) -> bytes | None:
        """Return the key, or None when `secret` is not the one; takes as long as the cost says."""
        cipher = self._cipher(secret, uid)
        try:
            key: bytes = cipher.decrypt_and_verify(self.wrapped[:-_TAG_BYTES], self.wrapped[-_TAG_BYTES:])
        except ValueError:
            return None
        return key

    def _cipher(self, secret: str, uid: str) -> Any:  # noqa: ANN401  the library publishes no types
        cipher = AES.new(derived(secret, self.salt, self.cost), AES.MODE_GCM, nonce=self.nonce)
        cost = dataclasses.asdict(self.cost)
        cipher.update(json.dumps([uid, self.kind, cost], sort_keys=True).encode())
        return cipher


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one database; `serial` grows with each rewriting, so that the newer copy is known."""

    uid: str
    serial: int
    slots: tuple[Slot, ...]
    mac: str
    """HMAC of all the rest under the key of the database."""

    @classmethod
    def create(cls, uid: str, key: bytes, password: str, cost: Cost) -> tuple[Slots, str]:
        """Return the slots of a new database and its recovery code, which is shown once and kept nowhere.

        Raises `Invalid` for a password that cannot be one.
        """
        code = recovery.new_code()
        slots = (
            Slot.wrapping(key, "password", passwords.checked(password), cost, uid),
            Slot.wrapping(key, "recovery", code, cost, uid),
        )
        return cls(uid, 1, slots, _mac(uid, 1, slots, key)), code

    def unlock_with_password(self, password: str) -> bytes:
        """Return the key of the database; raises `EnvironmentFailed` (L-206) for a wrong password."""
        return self._unlock("password", passwords.checked(password))

    def unlock_with_recovery(self, code: str) -> bytes:
        """Return the key of the database; raises `Invalid` for what is no code, L-209 for another's code."""
        return self._unlock("recovery", recovery.checked(code))

    def with_password(self, key: bytes, password: str, cost: Cost) -> Slots:
        """Return the slots with a new password; the recovery code stays."""
        new = Slot.wrapping(key, "password", passwords.checked(password), cost, self.uid)
        kept = tuple(slot for slot in self.slots if slot.kind != "password")
        slots, serial = (new, *kept), self.serial + 1
        return Slots(self.uid, serial, slots, _mac(self.uid, serial, slots, key))

    def after(self, newer: Slots, key: bytes) -> Slots:
        """Return these slots with a serial that wins over `newer`, which turned out not to open."""
        serial = newer.serial + 1
        return Slots(self.uid, serial, self.slots, _mac(self.uid, serial, self.slots, key))

    def _unlock(self, kind: Kind, secret: str) -> bytes:
        for slot in self.slots:
            key = slot.unwrapped(secret, self.uid) if slot.kind == kind else None
            if key is not None:
                self._refuse_swapped(key)
                return key
        raise wrong_secret(kind)

    def _refuse_swapped(self, key: bytes) -> None:
        if not hmac.compare_digest(self.mac, _mac(self.uid, self.serial, self.slots, key)):
            raise EnvironmentFailed("L-208")


def _mac(uid: str, serial: int, slots: Sequence[Slot], key: bytes) -> str:
    own_key = hmac.digest(key, _PURPOSE, hashlib.sha256)
    return hmac.new(own_key, _text(_body(uid, serial, slots)), hashlib.sha256).hexdigest()


def _body(uid: str, serial: int, slots: Sequence[Slot]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "uid": uid,
        "serial": serial,
        "slots": [
            {
                "kind": slot.kind,
                "cost": dataclasses.asdict(slot.cost),
                "salt": text_of(slot.salt),
                "nonce": text_of(slot.nonce),
                "wrapped": text_of(slot.wrapped),
            }
            for slot in slots
        ],
    }


def _text(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode()


def encode(slots: Slots) -> bytes:
    """Return the content of a slots file, which tells by itself when it is damaged."""
    body = {**_body(slots.uid, slots.serial, slots.slots), "mac": slots.mac}
    return _text({**body, "sha256": hashlib.sha256(_text(body)).hexdigest()})


def decode(content: bytes) -> Slots | None:
    """Return the slots, or None when the file is damaged or is none of ours."""
    try:
        body = json.loads(content)
        digest = body.pop("sha256")
        if digest != hashlib.sha256(_text(body)).hexdigest() or body["format"] != FORMAT:
            return None
        slots = tuple(_slot(entry) for entry in body["slots"])
        return Slots(str(body["uid"]), int(body["serial"]), slots, str(body["mac"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _slot(entry: dict[str, Any]) -> Slot:
    cost = Cost(**entry["cost"])
    salt, nonce, wrapped = (bytes_of(entry[name]) for name in ("salt", "nonce", "wrapped"))
    lengths = (len(salt), len(nonce), len(wrapped))
    if not cost.is_sane() or lengths != (SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
        raise ValueError("not a slot of ours")
    return Slot(entry["kind"], cost, salt, nonce, wrapped)
