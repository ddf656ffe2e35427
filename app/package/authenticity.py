"""Is the tag manifest the one that was signed, and by whom; and if not, which file is to blame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.package import bag, sign
from app.package.verdict import Fault, SignatureState, WrongFile


@dataclass(frozen=True, slots=True)
class Seal:
    """What the root's tag files prove; `sums` is None when the tag manifest cannot be believed."""

    state: SignatureState
    info: Mapping[str, str]
    sums: Mapping[str, str] | None
    wrong: tuple[WrongFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Keys:
    known: sign.PublicKey | None
    declared: sign.PublicKey | None

    @property
    def to_check_with(self) -> sign.PublicKey | None:
        return self.known or self.declared


def judge(root: Mapping[str, bytes], known_keys: Mapping[str, str]) -> Seal:
    """Return what the small files of the root prove; `known_keys` as for `verify_package`."""
    info = bag.parse_info(root.get(_name_of(root, bag.INFO, _is_info) or "", b""))
    keys = _Keys(_key(known_keys.get(info.get("X-Cell-Id", ""))), _key(info.get("X-Signing-Key")))
    signature_name = _name_of(root, bag.SIGNATURE, lambda data: _signature(data) is not None)
    if signature_name is None:
        absent = [name for name in (bag.MANIFEST, bag.TAG_MANIFEST, bag.SIGNATURE) if name not in root]
        missing = tuple(WrongFile(name, Fault.MISSING) for name in absent)
        return Seal(SignatureState.ABSENT, info, None, missing)
    signature = _signature(root[signature_name])
    tags_name = _name_of(root, bag.TAG_MANIFEST, lambda data: _covers(signature, data, keys.to_check_with))
    if tags_name is None:
        missing = (WrongFile(bag.TAG_MANIFEST, Fault.MISSING),)
        return Seal(SignatureState.BAD, info, None, missing)
    renamed = [
        WrongFile(right, Fault.RENAMED, found)
        for right, found in ((bag.SIGNATURE, signature_name), (bag.TAG_MANIFEST, tags_name))
        if right != found
    ]
    state, blamed = _state(signature, root, tags_name, keys)
    sums = None if blamed == bag.TAG_MANIFEST else _tag_sums(root[tags_name])
    if sums is None:
        blamed = bag.TAG_MANIFEST
    changed = [WrongFile(blamed, Fault.CHANGED)] if blamed else []
    return Seal(state, info, sums, (*renamed, *changed))


def _state(
    signature: sign.Signature | None, root: Mapping[str, bytes], tags_name: str, keys: _Keys
) -> tuple[SignatureState, str]:
    """Return what the signature says, and the file to blame when it does not fit."""
    tags, key = root[tags_name], keys.to_check_with
    if signature is None:
        return SignatureState.BAD, bag.SIGNATURE
    if key is None or signature.covers(tags, key):
        return (SignatureState.KNOWN if keys.known else SignatureState.UNKNOWN), ""
    if _covers(signature, tags, keys.declared):
        return SignatureState.OTHER_KEY, bag.SIGNATURE
    if signature.is_intact(key):
        return SignatureState.BAD, bag.TAG_MANIFEST
    # The key itself is read from bag-info: when that was changed, it is to blame and named by its sum.
    listed = (_tag_sums(tags) or {}).get(bag.INFO)
    if keys.known is None and listed != bag.sha256(root.get(bag.INFO, b"")):
        return SignatureState.UNKNOWN, ""
    return SignatureState.BAD, bag.SIGNATURE


def _name_of(root: Mapping[str, bytes], right: str, fits: Callable[[bytes], bool]) -> str | None:
    """Return the name under which a tag file lies: the right one, or that of a file that can only be it."""
    if right in root:
        return right
    return next((name for name, data in root.items() if fits(data)), None)


def _is_info(data: bytes) -> bool:
    return "X-Signing-Key" in bag.parse_info(data)


def _covers(signature: sign.Signature | None, data: bytes, key: sign.PublicKey | None) -> bool:
    return signature is not None and key is not None and signature.covers(data, key)


def _signature(data: bytes) -> sign.Signature | None:
    try:
        return sign.parse_signature(data)
    except sign.BadSignatureFile:
        return None


def _key(text: str | None) -> sign.PublicKey | None:
    try:
        return sign.parse_public_key(text) if text else None
    except sign.BadSignatureFile:
        return None


def _tag_sums(data: bytes) -> dict[str, str] | None:
    """Return the sums of the root's files, or None when this is no tag manifest of a package."""
    try:
        sums = bag.parse_manifest(data)
    except bag.BadManifest:
        return None
    return sums if bag.MANIFEST in sums and not any("/" in path for path in sums) else None
