"""Vietnamese typed for a font of the years before Unicode, known by how it reads (reliability.md E15).

Such text is stored in letters of Western Europe, and only its own font shows it as Vietnamese: "NguyÔn V¨n"
(TCVN3, fonts .VnTime …) or "Nguyeãn Vaên" (VNI) instead of "Nguyễn Văn".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

_TCVN3_CODES = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_LETTERS = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"  # the letter of each code
)
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
_VNI_CODE = re.compile("|".join([*_VNI_PAIRS, *_VNI_SINGLES]))

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


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _from_vni(text: str) -> str:
    return _VNI_CODE.sub(_vni_letter, text.lower())


def _vni_letter(match: re.Match[str]) -> str:
    first, rest = match[0][0], match[0][1:]
    if not rest:
        return _VNI_SINGLES[first]
    return _VNI_SINGLES.get(first, first) + _VNI_PAIRS[match[0]][1:]


_READINGS: dict[str, Callable[[str], str]] = {"TCVN3": _from_tcvn3, "VNI": _from_vni}


def _syllables(words: Sequence[str]) -> int:
    return sum(_is_syllable(word.strip(_AROUND)) for word in words)


def _is_syllable(word: str) -> bool:
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
