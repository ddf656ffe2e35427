"""The cell's signature: Ed25519 in minisign's file format.

It shows that a package was made on a computer that had this cell's key; it has no legal force as an official
digital signature and is never presented as one (reliability.md 5.2 b). Anyone can check it with minisign.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass

from Cryptodome.PublicKey import ECC
from Cryptodome.Signature import eddsa

_LEGACY_MARK, _PREHASHED_MARK = b"Ed", b"ED"
_KEY_ID_BYTES, _KEY_BYTES, _SIGNATURE_BYTES = 8, 32, 64
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_SIGNATURE_FILE_LINES = 4


class BadSignatureFile(ValueError):
    """Bytes that are no minisign file."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What others know a cell's signature by."""

    raw: bytes

    @property
    def key_id(self) -> bytes:
        """Return the eight bytes by which minisign tells keys apart; here they follow from the key."""
        return hashlib.sha256(self.raw).digest()[:_KEY_ID_BYTES]

    @property
    def text(self) -> str:
        """Return the key as minisign takes it (``minisign -V -P …``)."""
        return base64.b64encode(_LEGACY_MARK + self.key_id + self.raw).decode()

    @property
    def fingerprint(self) -> str:
        """Return 128 bits to compare by eye on the phiếu giao nhận: eight groups of four digits."""
        digits = hashlib.sha256(self.raw).hexdigest()[:32].upper()
        return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))


@dataclass(frozen=True, slots=True)
class Signature:
    """A parsed ``.minisig`` file; nothing in it is believed before it is checked."""

    key_id: bytes
    raw: bytes
    comment: str
    comment_signature: bytes

    def covers(self, message: bytes, key: PublicKey) -> bool:
        """Return whether `key` signed exactly `message` and this comment."""
        return self.is_intact(key) and _verified(key, hashlib.blake2b(message).digest(), self.raw)

    def is_intact(self, key: PublicKey) -> bool:
        """Return whether this file itself is as `key` wrote it, whatever it signs."""
        signed = self.raw + self.comment.encode()
        return self.key_id == key.key_id and _verified(key, signed, self.comment_signature)


def new_seed() -> bytes:
    """Return a new private key: 32 random bytes, kept in the database only (decisions.md 8.5)."""
    return secrets.token_bytes(_KEY_BYTES)


def public_key(seed: bytes) -> PublicKey:
    """Return the public key that belongs to a private one."""
    return PublicKey(_private(seed).public_key().export_key(format="raw"))


def parse_public_key(text: str) -> PublicKey:
    """Return the key written as `PublicKey.text`; raises `BadSignatureFile`."""
    data = _decoded(text, len(_LEGACY_MARK) + _KEY_ID_BYTES + _KEY_BYTES)
    key = PublicKey(data[-_KEY_BYTES:])
    if data[:2] != _LEGACY_MARK or data[2:10] != key.key_id:
        raise BadSignatureFile(text)
    return key


def sign(message: bytes, seed: bytes, comment: str) -> bytes:
    """Return the ``.minisig`` file for `message`; `comment` is one line and signed too."""
    key, signer = public_key(seed), eddsa.new(_private(seed), "rfc8032")
    raw = signer.sign(hashlib.blake2b(message).digest())
    lines = (
        f"{_UNTRUSTED}signature of key {key.key_id[::-1].hex().upper()}",
        base64.b64encode(_PREHASHED_MARK + key.key_id + raw).decode(),
        f"{_TRUSTED}{comment}",
        base64.b64encode(signer.sign(raw + comment.encode())).decode(),
    )
    return "".join(f"{line}\n" for line in lines).encode()


def parse_signature(data: bytes) -> Signature:
    """Return the parts of a ``.minisig`` file; raises `BadSignatureFile`."""
    try:
        lines = [line.removesuffix("\r") for line in data.decode("utf-8").removesuffix("\n").split("\n")]
    except UnicodeDecodeError as error:
        raise BadSignatureFile from error
    if len(lines) != _SIGNATURE_FILE_LINES or not lines[0].startswith(_UNTRUSTED):
        raise BadSignatureFile
    if not lines[2].startswith(_TRUSTED):
        raise BadSignatureFile
    body = _decoded(lines[1], 2 + _KEY_ID_BYTES + _SIGNATURE_BYTES)
    if body[:2] != _PREHASHED_MARK:
        raise BadSignatureFile
    return Signature(
        key_id=body[2:10],
        raw=body[10:],
        comment=lines[2].removeprefix(_TRUSTED),
        comment_signature=_decoded(lines[3], _SIGNATURE_BYTES),
    )


def _private(seed: bytes) -> ECC.EccKey:
    return eddsa.import_private_key(seed)


def _verified(key: PublicKey, message: bytes, signature: bytes) -> bool:
    try:
        point = eddsa.import_public_key(key.raw)
        eddsa.new(point, "rfc8032").verify(message, signature)
    except ValueError:
        return False
    return True


def _decoded(text: str, length: int) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSignatureFile from error
    # Bits beyond the last byte would be passed over: only the one right spelling is taken.
    if len(data) != length or base64.b64encode(data).decode() != text:
        raise BadSignatureFile
    return data
