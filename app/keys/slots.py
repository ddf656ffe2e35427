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
_UNSEEN = "code_unseen"
_WRONG = {"password": "L-206", "recovery": "L-209"}
WRONG_SECRETS = frozenset(_WRONG.values())
"""Codes of a password and of a recovery code that are not the right ones."""

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
    mac: str = ""
    """HMAC of all the rest under the key of the database."""
    has_seen_code: bool = True
    """Whether somebody said that the recovery code is on paper; until then nobody may have it."""

    @classmethod
    def create(cls, uid: str, key: bytes, password: str, cost: Cost, serial: int = 1) -> tuple[Slots, str]:
        """Return the slots of a new key and their recovery code, which is shown once and kept nowhere.

        Raises `Invalid` for a password that cannot be one.
        """
        code = recovery.new_code()
        slots = (
            Slot.wrapping(key, "password", passwords.checked(password), cost, uid),
            Slot.wrapping(key, "recovery", code, cost, uid),
        )
        return _sealed(cls(uid, serial, slots, has_seen_code=False), key), code

    def unlock_with_password(self, password: str) -> bytes:
        """Return the key of the database; raises `EnvironmentFailed` (L-206) for a wrong password."""
        return self._unlock("password", passwords.checked(password))

    def unlock_with_recovery(self, code: str) -> bytes:
        """Return the key of the database; raises `Invalid` for what is no code, L-209 for another's code."""
        return self._unlock("recovery", recovery.checked(code))

    def with_password(self, key: bytes, password: str, cost: Cost) -> Slots:
        """Return the slots with a new password; the recovery code stays."""
        new = Slot.wrapping(key, "password", passwords.checked(password), cost, self.uid)
        return self._with(new, key, has_seen_code=self.has_seen_code)

    def with_code(self, key: bytes, code: str, cost: Cost) -> Slots:
        """Return the slots with a new recovery code, seen on paper already; the password stays."""
        new = Slot.wrapping(key, "recovery", recovery.checked(code), cost, self.uid)
        return self._with(new, key, has_seen_code=True)

    def with_code_seen(self, key: bytes) -> Slots:
        """Return the slots of which it is known that their recovery code is on paper."""
        return _sealed(dataclasses.replace(self, serial=self.serial + 1, has_seen_code=True), key)

    def after(self, newer: Slots, key: bytes) -> Slots:
        """Return these slots with a serial that wins over `newer`, which turned out not to open."""
        return _sealed(dataclasses.replace(self, serial=newer.serial + 1), key)

    def is_of(self, key: bytes) -> bool:
        """Return whether these are the slots of the database under `key`, as this program wrote them."""
        return hmac.compare_digest(self.mac.encode(), _mac(self, key).encode())

    def _with(self, new: Slot, key: bytes, *, has_seen_code: bool) -> Slots:
        kept = tuple(slot for slot in self.slots if slot.kind != new.kind)
        return _sealed(Slots(self.uid, self.serial + 1, (new, *kept), has_seen_code=has_seen_code), key)

    def _unlock(self, kind: Kind, secret: str) -> bytes:
        for slot in self.slots:
            key = slot.unwrapped(secret, self.uid) if slot.kind == kind else None
            if key is not None:
                self._refuse_swapped(key)
                return key
        raise wrong_secret(kind)

    def _refuse_swapped(self, key: bytes) -> None:
        if not self.is_of(key):
            raise EnvironmentFailed("L-208")


def _sealed(slots: Slots, key: bytes) -> Slots:
    return dataclasses.replace(slots, mac=_mac(slots, key))


def _mac(slots: Slots, key: bytes) -> str:
    own_key = hmac.digest(key, _PURPOSE, hashlib.sha256)
    return hmac.new(own_key, _text(_body(slots)), hashlib.sha256).hexdigest()


def _body(slots: Slots) -> dict[str, Any]:
    # Said only while it matters, so that slots written before there was the question stay what they are.
    unseen = {} if slots.has_seen_code else {_UNSEEN: True}
    return {
        **unseen,
        "format": FORMAT,
        "uid": slots.uid,
        "serial": slots.serial,
        "slots": [
            {
                "kind": slot.kind,
                "cost": dataclasses.asdict(slot.cost),
                "salt": text_of(slot.salt),
                "nonce": text_of(slot.nonce),
                "wrapped": text_of(slot.wrapped),
            }
            for slot in slots.slots
        ],
    }


def _text(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode()


def encode(slots: Slots) -> bytes:
    """Return the content of a slots file, which tells by itself when it is damaged."""
    body = {**_body(slots), "mac": slots.mac}
    return _text({**body, "sha256": hashlib.sha256(_text(body)).hexdigest()})


def decode(content: bytes) -> Slots | None:
    """Return the slots, or None when the file is damaged or is none of ours."""
    try:
        body = json.loads(content)
        digest = body.pop("sha256")
        if digest != hashlib.sha256(_text(body)).hexdigest() or body["format"] != FORMAT:
            return None
        slots = tuple(_slot(entry) for entry in body["slots"])
        seen = not body.get(_UNSEEN, False)
        return Slots(str(body["uid"]), int(body["serial"]), slots, str(body["mac"]), seen)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _slot(entry: dict[str, Any]) -> Slot:
    cost = Cost(**entry["cost"])
    salt, nonce, wrapped = (bytes_of(entry[name]) for name in ("salt", "nonce", "wrapped"))
    lengths = (len(salt), len(nonce), len(wrapped))
    if not cost.is_sane() or lengths != (SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
        raise ValueError("not a slot of ours")
    return Slot(entry["kind"], cost, salt, nonce, wrapped)
