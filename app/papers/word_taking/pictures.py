"""A photograph without what tells who took it, when, where and by what; what it shows stays as it is.

Of JPEG and PNG only: what is no whole picture of these kinds is given back as it came.
"""

from __future__ import annotations

from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_EXIF, _ICC = b"Exif\0\0", b"ICC_PROFILE\0"
_ORIENTATION = 0x0112
_UPRIGHT = 1
_END, _SCAN, _FILL = 0xD9, 0xDA, 0xFF
_WITHIN_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})
_OWN_EXIF, _OWN_ICC = 0xE1, 0xE2
_GOES = frozenset({_OWN_EXIF, _OWN_ICC, *range(0xE3, 0xEE), 0xEF, 0xFE})
"""Notes of cameras and programs, comments; what decodes the colours (Adobe's 0xEE) stays."""
_STAYS = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"sPLT", b"cICP"})


class _NotWholeError(Exception):
    """What the bytes promise is not there."""


def nameless(data: bytes) -> bytes:
    """Return the picture without notes on its maker; one that lies on its side still says so."""
    parts = _of_jpeg if data.startswith(_JPEG) else _of_png if data.startswith(_PNG) else None
    if parts is None:
        return data
    try:
        return b"".join(parts(data))
    except _NotWholeError:
        return data


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    yield _JPEG
    at = len(_JPEG)
    while True:
        at, kind = _marker(data, at)
        if kind == _END:
            # What cameras hang behind the end goes: smaller copies with notes of their own.
            yield bytes((_FILL, _END))
            return
        end = at + int.from_bytes(data[at : at + 2], "big")
        if not at + 2 <= end <= len(data):
            raise _NotWholeError
        body = data[at + 2 : end]
        yield from _segment(kind, data[at:end], body)
        at = end
        if kind == _SCAN:
            end = _scanned(data, at)
            yield data[at:end]
            at = end


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Return where a segment's length stands, and its kind."""
    if data[at : at + 1] != b"\xff":
        raise _NotWholeError
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data):
        raise _NotWholeError
    return at + 1, data[at]


def _scanned(data: bytes, at: int) -> int:
    """Return where the coded picture that begins at `at` ends."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise _NotWholeError
        if data[at + 1] not in _WITHIN_SCAN:
            return at
        at += 2


def _segment(kind: int, whole: bytes, body: bytes) -> Iterator[bytes]:
    if kind == _OWN_EXIF and body.startswith(_EXIF):
        turned = _turned(body.removeprefix(_EXIF))
        if turned != _UPRIGHT:
            yield _only_turned(turned)
    elif kind not in _GOES or body.startswith(_ICC):
        yield bytes((_FILL, kind)) + whole


def _turned(tiff: bytes) -> int:
    """Return how the camera was held, 1 for upright and where nothing sound is said of it."""
    order = "big" if tiff.startswith(b"MM") else "little"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], order)  # type: ignore[arg-type]  # one of the two

    first = number(4, 4)
    for place in range(number(first, 2)):
        at = first + 2 + 12 * place
        if at + 12 > len(tiff):
            break
        if number(at, 2) == _ORIENTATION:
            return number(at + 8, 2) if 1 <= number(at + 8, 2) <= 8 else _UPRIGHT  # noqa: PLR2004  eight ways
    return _UPRIGHT


def _only_turned(turned: int) -> bytes:
    entry = b"".join(
        (_ORIENTATION.to_bytes(2, "big"), b"\0\3\0\0\0\1", turned.to_bytes(2, "big"), b"\0\0", b"\0\0\0\0")
    )
    body = _EXIF + b"MM\0*\0\0\0\x08" + b"\0\1" + entry
    return bytes((_FILL, _OWN_EXIF)) + (len(body) + 2).to_bytes(2, "big") + body


def _of_png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        kind = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if len(kind) < 4 or end > len(data):  # noqa: PLR2004  the length of a name of a chunk
            raise _NotWholeError
        # A capital first letter: no picture without it.
        if kind[:1].isupper() or kind in _STAYS:
            yield data[at:end]
        at = end
