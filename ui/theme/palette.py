"""The colours as data: read from ``resources/theme/palette.toml``, with the contrast each must keep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.common import release_files

_LINEAR_LIMIT = 0.04045


@dataclass(frozen=True, slots=True)
class ColourUse:
    """A colour, the grounds it stands on, and the least contrast it must have there."""

    colour: str
    on: tuple[str, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by name (``#RRGGBB``) and where each is used."""

    colours: dict[str, str]
    uses: tuple[ColourUse, ...]

    def __getitem__(self, name: str) -> str:
        return self.colours[name]


@lru_cache(maxsize=1)
def palette() -> Palette:
    """Return the palette of the program."""
    data = release_files.read_toml("theme", "palette.toml")
    uses = tuple(ColourUse(use["colour"], tuple(use["on"]), use["least"]) for use in data["uses"])
    return Palette(data["colours"], uses)


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours (1 to 21)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_LIMIT else ((channel + 0.055) / 1.055) ** 2.4
