"""Facts that occur nowhere else, and the search for them in files, whatever way they were written in."""

from __future__ import annotations

import base64
import io
import json
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from app.common.text import fold

NAME = "Trần Quý Canarias"
WIFE = "Đỗ Thị Chim Yến"
CARD = "079083112233"
TEXT = "góp ý về việc nuôi chim hoàng yến trong trụ sở"
PLACE = "Xã Canaria Thượng"
PASSWORD = "câu mật của chim Hoàng Yến 83"
WRONG_PASSWORD = "câu sai của chim Sẻ 84"
FILE = "ban ghi cua Canarias"
CANARIES = (NAME, "Canarias", WIFE, "Chim Yến", CARD, TEXT, PLACE, PASSWORD, WRONG_PASSWORD, FILE)


@dataclass(frozen=True)
class Hit:
    """Where a canary was found, and how it was written there."""

    path: str
    canary: str
    form: str


def forms(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the ways in which `text` may lie in a file, letters of ASCII in lower case."""
    for shape in ("NFC", "NFD"):
        for said in (text, text.upper(), text.lower()):
            shaped = unicodedata.normalize(shape, said)
            for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
                yield f"{code} {shape}", shaped.encode(code).lower()
    yield "json", json.dumps(text)[1:-1].encode().lower()
    yield "settings", _as_settings(text).lower()
    yield "percent", quote(text).encode().lower()
    yield "without marks", fold(text).encode("ascii", "ignore").lower()
    # At the start of a value only: in the middle it has two more shapes.
    yield "base64", base64.b64encode(text.encode())[: len(text.encode()) // 3 * 4].lower()


def _as_settings(text: str) -> bytes:
    """Return `text` as Qt writes it into an INI file."""
    return "".join(char if ord(char) < 0x80 else f"\\x{ord(char):x}" for char in text).encode()


FORMS = [(canary, form, written) for canary in CANARIES for form, written in forms(canary)]


def look_through(roots: Iterable[Path]) -> tuple[int, list[Hit]]:
    """Return how many files lie below `roots`, and every canary in their contents and names."""
    count, hits = 0, []
    for root in roots:
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            hits += look_in(name, name.encode())
            if path.is_file() and not path.is_symlink():
                count += 1
                hits += look_in(name, path.read_bytes())
    return count, hits


def look_in(name: str, content: bytes) -> list[Hit]:
    """Return the canaries in `content`, and in what it packs."""
    lowered = content.lower()
    hits = [Hit(name, canary, form) for canary, form, written in FORMS if written in lowered]
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for member in packed.namelist():
                hits += look_in(f"{name}!{member}", packed.read(member))
    return hits
