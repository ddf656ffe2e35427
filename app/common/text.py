"""Vietnamese text: cleaned once at the edge, folded for search, keyed for sorting."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Base letters in the official order, then the marks that make letters, then the tones.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_WHOLE_LETTERS = frozenset("ăâđêôơư")
_FOLD_SPECIAL = {"đ": "d", "ð": "d", "Đ": "d", "Ð": "d"}
# Letters of other alphabets that look like ours to the eye: Icelandic and African d, Cyrillic, Greek.
_LOOK_ALIKES = str.maketrans(
    "ÐðƉɖıАВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ĐđĐđiABESIJKMHOPCTYXaesijopcyxdqwhABEZHIKMNOPTYXo",
)
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 12
# Old tone placement and new: "uỷ" and "ủy" are one word to whoever searches.
_TONE_PAIR = re.compile(
    "(o)([ae])([\u0300\u0309\u0303\u0301\u0323])|(?<!q)(u)(y)([\u0300\u0309\u0303\u0301\u0323])"
)


def clean_text(text: str) -> str:
    """Return `text` as it is stored: NFC, one kind of newline, nothing unprintable or invisible.

    Tabs become spaces; control, format, private, unassigned and lone surrogate code points go
    (reliability.md E01, E02, E04, E12).
    """
    if text.isprintable():
        return unicodedata.normalize("NFC", text)  # nearly all text: nothing to drop, no line to break
    text = unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", text))
    kept = "".join(" " if c in "\t\u00a0" else c for c in text if c in "\n\t" or _is_printable(c))
    # Dropping an invisible letter can bring a base and its mark together: compose once more.
    return unicodedata.normalize("NFC", kept)


def clean_line(text: str) -> str:
    """Return `text` as one trimmed line with single spaces."""
    return _SPACES.sub(" ", clean_text(text).replace("\n", " ")).strip()


def _is_printable(char: str) -> bool:
    return not unicodedata.category(char).startswith("C") and char not in "\ufffe\uffff"


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    special = _FOLD_SPECIAL.get(char)
    if special:
        return special
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def fold(text: str) -> str:
    """Return NFC `text` without marks and in lower case, letter for letter (the length is kept).

    So a hit in the folded text marks the same positions in the original (decisions.md 2.9).
    """
    return "".join(_fold_char(char) for char in text)


def search_form(text: str) -> str:
    """Return NFC lower-case `text` with one tone placement, so that "uỷ" finds "ủy" (product.md 8)."""
    marks = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", _TONE_PAIR.sub(_move_tone, marks))


def _move_tone(match: re.Match[str]) -> str:
    first, second, tone = (group for group in match.groups() if group is not None)
    return first + tone + second


def name_key(full_name: str) -> str:
    """Return a key that sorts persons by given, then middle, then family name in Vietnamese order."""
    words = full_name.split()
    ordered = words[-1:] + words[1:-1] + words[:1] if len(words) > 1 else words
    return "\u0001".join(_word_key(word) for word in ordered)


def text_key(text: str) -> str:
    """Return a key that sorts any words in Vietnamese order, and numbers in them by their value."""
    padded = _DIGITS.sub(lambda found: found[0].zfill(_LONGEST_NUMBER), text)
    return "\u0001".join(_word_key(word) for word in padded.split())


@lru_cache(maxsize=8192)
def _word_key(word: str) -> str:
    letters, tones = [], []
    for letter, tone in _letters(word):
        letters.append(chr(0x20 + _LETTER_RANK[letter]) if letter in _LETTER_RANK else "\u00ff" + letter)
        tones.append(chr(0x30 + tone))
    # Letters of the whole word decide before any tone does, as in a dictionary.
    return "".join(letters) + "\u0002" + "".join(tones)


def _letters(word: str) -> list[tuple[str, int]]:
    result: list[tuple[str, int]] = []
    for char in unicodedata.normalize("NFC", word.lower()):
        marks = unicodedata.normalize("NFD", char)
        tone = next((_TONES[mark] for mark in marks[1:] if mark in _TONES), 0)
        bare = unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONES))
        result.append((bare if bare in _WHOLE_LETTERS or len(bare) == 1 else bare[:1], tone))
    return result


def given_name(full_name: str) -> str:
    """Return the given name, the last word."""
    return full_name.strip().rpartition(" ")[2]


def person_name(typed: str) -> str:
    """Return a name typed in capitals as a person's name is written (NGUYỄN VĂN A → Nguyễn Văn A).

    Letters that only look like ours become ours: the Icelandic Ð of old keyboards, Cyrillic А, wide Ａ
    (reliability.md E14). Those of other alphabets that look like none stay, see `foreign_letters`.
    """
    name = clean_line(typed)
    if not name.isascii():
        name = unicodedata.normalize("NFC", "".join(map(_our_letter, unicodedata.normalize("NFD", name))))
    if name.isupper() and len(name) > 1:
        return " ".join(word[:1] + word[1:].lower() for word in name.split(" "))
    return name


def foreign_letters(name: str) -> str:
    """Return the letters of `name` that no Vietnamese name has, each once, in their order."""
    odd = (c for c in name if c.isalpha() and not unicodedata.name(c, "").startswith("LATIN"))
    return "".join(dict.fromkeys(odd))


@lru_cache(maxsize=4096)
def _our_letter(char: str) -> str:
    ours = char.translate(_LOOK_ALIKES)
    plain = unicodedata.normalize("NFKC", ours)  # wide and mathematical letters, ligatures
    return plain if plain.isascii() and plain.isalpha() else ours
