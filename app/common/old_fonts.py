"""Vietnamese typed for a font of the years before Unicode, known by how it reads (reliability.md E15).

Such text is stored in letters of Western Europe, and only its own font shows it as Vietnamese: "NguyÔn V¨n"
(TCVN3, fonts .VnTime …) or "Nguyeãn Vaên" (VNI) instead of "Nguyễn Văn".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise

_TCVN3_CODES = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_LETTERS = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"  # the letter of each code
)
_TCVN3_CAPITALS = "¡¢§£¤¥¦"
_TCVN3 = str.maketrans(_TCVN3_CODES, _TCVN3_LETTERS)

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_ROOF, _BREVE = "\u0302", "\u0306"
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_ROOFS = dict(zip("âáàåãä", ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_VNI_BREVES = dict(zip("êéèúüë", ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_VNI_PAIRS = {
    **{vowel + code: vowel + tone for vowel in "aeouyôö" for code, tone in _VNI_TONES.items()},
    **{vowel + code: vowel + _ROOF + tone for vowel in "aeo" for code, tone in _VNI_ROOFS.items()},
    **{"a" + code: "a" + _BREVE + tone for code, tone in _VNI_BREVES.items()},
}
_VNI_SINGLES = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_CODE = re.compile("|".join([*_VNI_PAIRS, *_VNI_SINGLES]), re.IGNORECASE)

_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    "(?:a(?:ch|nh|ng|[cmnptioyu])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])|e(?:ng|[cmnpto])?|ê(?:ch|nh|[mnptu])?"
    "|i(?:ch|nh|[mnptua])?|iê(?:ng|[cmnptu])|oa(?:ch|nh|ng|[cmnptioy])?|oă(?:ng|[cmnt])|oe[nto]?"
    "|o(?:ng|[cmnpti])?|ô(?:ng|[cmnpti])?|ơ[mnpti]?|u(?:ng|[cmnptia])?|uâ(?:ng|[nty])|uê(?:ch|nh)?|uơ"
    "|uô(?:ng|[cmnti])|uy(?:ch|nh|[ntpua])?|uyê[nt]|ư(?:ng|[cmntua])?|ươ(?:ng|[cmnptiu])|y|yê(?:ng|[mntu]))"
)
_TONES = re.compile(f"[{_ACUTE}{_GRAVE}{_HOOK}{_TILDE}{_DOT}]")
_PLAIN = re.compile("[A-Za-z]")
_FONT_NAMES = {".vn": "TCVN3", "vni-": "VNI", "vni ": "VNI"}
_WORD = re.compile(r"[^\s.,;:!?()\[\]\"'“”‘’–…/0-9-]+")
_UNICODE_ONLY = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
"""Letters that no font of those years could be given."""
_LEAST_ODD, _SURE = 2, 0.75
_AROUND = " .,;:!?()[]\"'“”‘’–…-/0123456789"


def is_old_font(name: str) -> str:
    """Return the kind of font that is called `name` (.VnTime, VNI-Times), empty for one of today."""
    low = name.casefold()
    return next((kind for beginning, kind in _FONT_NAMES.items() if low.startswith(beginning)), "")


def old_font(text: str) -> str | None:
    """Return the kind of font for which `text` was typed, "TCVN3" or "VNI"; None where it reads as it is.

    It is one where more of its words are Vietnamese syllables when read by that font's codes.
    """
    words = [word for word in text.split() if _PLAIN.search(word)]  # a mark between words is no letter
    best, kind = _syllables(words), None
    if best == len(words):
        return None  # nearly all names: nothing can read better
    for name, read in _READINGS.items():
        if (count := _syllables([read(word) for word in words])) > best:
            best, kind = count, name
    return kind


def kind_of(text: str) -> str | None:
    """Return the kind of font for which a whole text was typed; None where there is any doubt.

    Stricter than `old_font`: lines with letters that only Unicode has are none, and nearly every word that
    is odd as it stands must be Vietnamese when read by the codes of the font.
    """
    lines = [line for line in text.splitlines() if not _UNICODE_ONLY.search(line)]
    odd = [word for line in lines for word in line.split() if not word.isascii() and not _is_word(word)]
    kind = old_font(" ".join(lines)) if len(odd) >= _LEAST_ODD else None
    if kind is None:
        return None
    read = _READINGS[kind]
    return kind if _syllables([read(word) for word in odd]) >= _SURE * len(odd) else None


def converted(text: str, kind: str, *, capitals: bool = False) -> str:
    """Return `text`, typed for a font of the `kind`, in Unicode; what is Unicode in it stays.

    `capitals` is for the fonts that show small codes as capitals (.VnTimeH). Line by line: one with letters
    that only Unicode has is left alone, and beside such lines also one that reads well as it is.
    """
    mixed = _UNICODE_ONLY.search(text) is not None
    return "".join(
        line if _stays(line, mixed=mixed) else _converted(line, kind, capitals=capitals)
        for line in text.splitlines(keepends=True)
    )


def pieces_converted(pieces: Sequence[str], kind: str, *, capitals: bool = False) -> list[str]:
    """Return the pieces of one line in Unicode, each in its place; a letter parted among two goes to one."""
    if kind == "VNI":
        return [_from_vni(piece) for piece in _rejoined(pieces)]
    whole, at, found = _converted("".join(pieces), kind, capitals=capitals), 0, []
    for piece in pieces:
        found.append(whole[at : at + len(piece)])
        at += len(piece)
    return found


def _rejoined(pieces: Sequence[str]) -> list[str]:
    """Return the pieces with each mark moved to the vowel that stands at the end of the piece before."""
    found = list(pieces)
    for at, (one, other) in enumerate(pairwise(pieces)):
        if (one[-1:] + other[:1]).lower() in _VNI_PAIRS:
            found[at] += other[0]
            found[at + 1] = found[at + 1][1:]
    return found


def reads_as_it_is(text: str, kind: str) -> bool:
    """Return whether `text` is in Unicode although its font is of the `kind`: its codes read worse."""
    words = [word for word in text.split() if _PLAIN.search(word)]
    read = _READINGS[kind]
    return has_unicode_letters(text) or _syllables(words) > _syllables([read(word) for word in words])


def has_capitals(font: str) -> bool:
    """Return whether a font of the kind shows small codes as capitals (.VnTimeH)."""
    return is_old_font(font) == "TCVN3" and font.casefold().endswith("h")


def has_unicode_letters(text: str) -> bool:
    """Return whether `text` has a Vietnamese letter that no font of those years could be given."""
    return _UNICODE_ONLY.search(text) is not None


def _stays(line: str, *, mixed: bool) -> bool:
    if _UNICODE_ONLY.search(line):
        return True
    return mixed and all(_is_word(word) for word in line.split() if _PLAIN.search(word))


def _converted(line: str, kind: str, *, capitals: bool) -> str:
    if kind == "VNI":
        return _from_vni(line)
    read = _from_tcvn3(line)
    if capitals:
        return read.upper()
    # Toned letters have one code for both cases; the letters around them tell which is meant.
    spans = list(_WORD.finditer(line))
    cases = [_case(span[0], read[span.start() : span.end()]) for span in spans]
    pieces, at = [], 0
    for place, span in enumerate(spans):
        word = read[span.start() : span.end()]
        upper = _nearest(cases, place) is _Case.UPPER
        pieces += [read[at : span.start()], word.upper() if upper else word]
        at = span.end()
    return "".join([*pieces, read[at:]])


class _Case(Enum):
    UPPER = 1
    SMALL = 2
    OPEN = 3
    """One capital in front tells nothing: "Hå" is Hồ or HỒ."""


def _case(word: str, reading: str) -> _Case:
    if not _is_syllable(reading):
        return _Case.OPEN  # an abbreviation is in capitals wherever it stands
    sure = [char for char in word if _PLAIN.match(char) or char in _TCVN3_CAPITALS]
    if any(char.islower() for char in sure):
        return _Case.SMALL
    return _Case.UPPER if any(char in sure for char in word[1:]) else _Case.OPEN


def _nearest(cases: Sequence[_Case], place: int) -> _Case:
    """Return the case of a word, or that of the nearest word around which is sure; small on a tie."""
    for away in range(len(cases)):
        around = {cases[at] for at in (place - away, place + away) if 0 <= at < len(cases)} - {_Case.OPEN}
        if around:
            return _Case.UPPER if around == {_Case.UPPER} else _Case.SMALL
    return _Case.SMALL


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _from_vni(text: str) -> str:
    return _VNI_CODE.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    code = match[0].lower()
    first, rest = code[0], code[1:]
    letter = _VNI_SINGLES.get(first, first) + _VNI_PAIRS[code][1:] if rest else _VNI_SINGLES[first]
    letter = unicodedata.normalize("NFC", letter)
    return letter.upper() if match[0][0].isupper() else letter


_READINGS: dict[str, Callable[[str], str]] = {"TCVN3": _from_tcvn3, "VNI": _from_vni}


def _is_word(word: str) -> bool:
    return _is_syllable(word.strip(_AROUND))


def _syllables(words: Sequence[str]) -> int:
    return sum(map(_is_word, words))


def _is_syllable(word: str) -> bool:
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
