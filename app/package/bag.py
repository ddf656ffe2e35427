"""The BagIt 1.0 folder (RFC 8493): its tag files, written and read back.

A package is a bag so that anyone can check it with a standard tool (reliability.md 5.1). We write our own
manifests and neither emit nor follow ``fetch.txt``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from app.common.text import clean_line

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "tagmanifest-sha256.txt.minisig"
PAYLOAD = "data/"

TAG_FILE_LIMIT = 8 * 1024 * 1024
"""Largest tag file that is read, in bytes; ours have a few thousand."""

_VALUE_LIMIT = 300
_LINE = re.compile(r"([0-9A-Fa-f]{64})[ \t]+\*?(.+)")
_BOM = "\ufeff"


class BadManifest(ValueError):
    """A manifest that no bag may have: torn lines, a path twice, a path that leaves the folder."""


def declaration() -> bytes:
    """Return ``bagit.txt``."""
    return b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def info(fields: Iterable[tuple[str, str]]) -> bytes:
    """Return ``bag-info.txt`` with the fields in the order given; values are single lines."""
    return "".join(f"{name}: {value}\n" for name, value in fields).encode()


def manifest(sums: Mapping[str, str]) -> bytes:
    """Return a manifest, path → SHA-256 in hexadecimal, in the order given."""
    return "".join(f"{digest}  {path}\n" for path, digest in sums.items()).encode()


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def parse_info(data: bytes) -> dict[str, str]:
    """Return the fields of a ``bag-info.txt``; a damaged one gives what can still be read.

    Values are shown to people, so nothing invisible is left of them, nor more than a line.
    """
    lines = data.decode("utf-8", "replace").splitlines()
    pairs = (line.partition(":") for line in lines if not line[:1].isspace())
    return {name.strip(): clean_line(value)[:_VALUE_LIMIT] for name, colon, value in pairs if colon}


def parse_manifest(data: bytes) -> dict[str, str]:
    """Return path → SHA-256 of a manifest; CR LF, a byte-order mark and blank lines are tolerated.

    Raises `BadManifest` where the bytes are no manifest or a path is unsafe (RFC 8493 5.2).
    """
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        raise BadManifest(str(error)) from error
    sums: dict[str, str] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        match = _LINE.fullmatch(line)
        if not match:
            raise BadManifest(line)
        digest, path = match[1].lower(), _decoded(match[2])
        if path in sums or not is_safe(path):
            raise BadManifest(path)
        sums[path] = digest
    return sums


def _decoded(path: str) -> str:
    # RFC 8493 2.1.3: only these three are percent-encoded in a manifest.
    return re.sub("%(0[DdAa]|25)", lambda match: bytes.fromhex(match[1]).decode(), path)


def is_safe(path: str) -> bool:
    """Return whether a listed path stays inside the folder on every system."""
    parts = path.split("/")
    return (
        not any(char in path for char in "\\:\0\r\n")
        and not path.startswith("~")
        and all(part not in {"", ".", ".."} for part in parts)
    )
