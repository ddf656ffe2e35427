"""Photographs in a corrected file lose who took them and keep what they show."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from app.papers.word_reading import read_word
from app.papers.word_taking.cleaned import cleaned
from app.papers.word_taking.pictures import nameless
from tests.papers.word_taking import hands

NAME = "Lo Van Suong"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{NAME}</dc:creator></x:xmpmeta>'.encode()
ARTIST, ORIENTATION, GPS = 0x013B, 0x0112, 0x8825


def scene(mode: str = "RGB") -> Image.Image:
    """Return a picture in which every corner is another one."""
    found = Image.new(mode, (40, 24))
    found.putdata(
        [(x * 6 % 256, y * 9 % 256, (x * y) % 256)[: len(mode)] for y in range(24) for x in range(40)]
    )
    return found


def jpeg(turned: int = 1, *, progressive: bool = False) -> bytes:
    exif = Image.Exif()
    exif[ARTIST], exif[ORIENTATION] = NAME, turned
    exif.get_ifd(GPS)[1] = "N"
    out = io.BytesIO()
    scene().save(
        out, "JPEG", exif=exif, xmp=XMP, comment=NAME, icc_profile=b"mau" * 9, progressive=progressive
    )
    return out.getvalue()


def png() -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", NAME)
    said.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    exif = Image.Exif()
    exif[ARTIST] = NAME
    out = io.BytesIO()
    scene().save(out, "PNG", pnginfo=said, exif=exif, dpi=(300, 300))
    return out.getvalue()


BEHIND = jpeg() + b"\xff\xe1 Samsung " + NAME.encode() + jpeg()
"""A picture with a smaller one hung behind its end, as telephones do."""


@pytest.mark.fault("F06")
@pytest.mark.parametrize(
    "data",
    [jpeg(), jpeg(6), jpeg(progressive=True), png(), BEHIND],
    ids=["jpeg", "turned", "progressive", "png", "behind"],
)
def test_who_took_it_goes_and_what_it_shows_stays(data: bytes) -> None:
    assert NAME.encode() in data

    kept = nameless(data)

    assert NAME.encode() not in kept
    before, after = (Image.open(io.BytesIO(one)) for one in (data, kept))
    assert before.tobytes() == after.tobytes()
    assert before.getexif().get(ORIENTATION, 1) == after.getexif().get(ORIENTATION, 1)
    assert set(after.getexif()) <= {ORIENTATION}
    assert before.info.get("icc_profile") == after.info.get("icc_profile")
    assert nameless(kept) == kept


@pytest.mark.parametrize("data", [jpeg()[:400], jpeg()[:-2], png()[:-20], b"\xff\xd8\xff", b"GIF89a", b""])
def test_what_is_no_whole_picture_stays_as_it_came(data: bytes) -> None:
    assert nameless(data) == data


@given(st.binary(max_size=300), st.sampled_from([b"\xff\xd8", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n"]))
def test_nothing_that_looks_like_a_picture_stops_it(rest: bytes, begins: bytes) -> None:
    assert len(nameless(begins + rest)) <= len(begins + rest)


@given(st.integers(2, 1_000), st.integers(0, 255))
def test_a_damaged_picture_stops_it_never(at: int, byte: int) -> None:
    data = jpeg(6)
    at = at % len(data)

    assert nameless(data[:at] + bytes((byte,)) + data[at + 1 :])


def test_photographs_of_a_corrected_file_bear_no_name_wherever_they_lie() -> None:
    photographs = {"word/media/image1.jpeg": jpeg(), "media/anh.jpg": jpeg(6), "word/media/image2.png": png()}
    data = hands.packed(hands.parts_of(hands.TAKEN["picture"]()) | photographs)

    parts = hands.parts_of(cleaned(data))

    assert photographs.keys() <= parts.keys()
    assert [name for name, content in parts.items() if NAME.encode() in content] == []
    assert read_word(cleaned(data)) == read_word(data)
