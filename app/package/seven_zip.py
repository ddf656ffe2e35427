"""A package as one 7z file: AES-256, its list of names encrypted too, in memory only (reliability.md 5.4).

py7zr is loaded where it is needed. What it raises on a wrong password may be anything: the header turns to
garbage, and garbage is read as whatever it looks like (G26).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.package import failures

if TYPE_CHECKING:
    from py7zr import Py7zIO

MOST_BYTES = 512 * 1024 * 1024
"""Most that is unpacked; a package of 500 members has a fifth of it."""
_LZMA_PRESET = 6


def seal(parts: Sequence[tuple[str, bytes]], password: str) -> bytes:
    """Return the archive of `parts`, paths with contents, opened again and compared with what went in."""
    from py7zr import FILTER_CRYPTO_AES256_SHA256, FILTER_LZMA2, SevenZipFile  # noqa: PLC0415  heavy

    filters = [{"id": FILTER_LZMA2, "preset": _LZMA_PRESET}, {"id": FILTER_CRYPTO_AES256_SHA256}]
    out = io.BytesIO()
    with SevenZipFile(out, "w", filters=filters, password=password, header_encryption=True) as archive:
        for path, data in parts:
            archive.writestr(data, path)
    made = out.getvalue()
    if opened(made, password) != list(parts):
        raise failures.not_as_sealed()
    return made


def opened(data: bytes, password: str) -> list[tuple[str, bytes]]:
    """Return paths and contents of an archive whose bytes are known to be as they were written.

    Raises `Refused` L-426: the password is not the one it was closed with.
    """
    from py7zr import SevenZipFile  # noqa: PLC0415  heavy
    from py7zr.io import BytesIOFactory  # noqa: PLC0415  heavy

    # A file that claims to be larger ends there: what is written beyond is refused by the factory.
    factory = BytesIOFactory(MOST_BYTES)
    try:
        with SevenZipFile(io.BytesIO(data), "r", password=password) as archive:
            archive.extractall(factory=factory)
    except MemoryError:
        raise
    except Exception as error:
        raise failures.wrong_password() from error
    return [(path, _content(file)) for path, file in factory.products.items()]


def _content(file: Py7zIO) -> bytes:
    file.seek(0)
    return file.read()
