"""Layout profiles: how a paper of a given day looks, read from ``resources/styles``.

Every value stands there as ``[value, mark]``; the mark says how well it is known (documents-and-meetings.md).
A profile may inherit from another: what it takes over bears the mark that its own file gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.common import release_files
from app.common.paths import RESOURCES
from app.papers.content import PageSetup, Style

_STYLES = "styles"
FOLDER = RESOURCES / _STYLES
_SECTIONS = ("page", "layout", "words", "allowed", "rules")
_INFERRED = "✎"


@dataclass(frozen=True, slots=True)
class Profile:
    """One guidance on layout: page, styles, fixed words, and the mark of every value by its path."""

    name: str
    title: str
    valid_from: dt.date
    page: PageSetup
    styles: tuple[Style, ...]
    words: Mapping[str, str]
    head_right_mm: float
    """Width of the right half of the head on an upright page, wide enough for title and date on one line."""
    head_right_most_mm: float
    """As wide as it may become for a long place name, so that the date stays on its line."""
    date_mm_a_letter: float
    """What a letter of the place and date takes, on the safe side."""
    signature_right_mm: float
    signature_lines: int
    """Blank lines between the position and the name of the signer."""
    allowed: Mapping[str, float]
    """How far a paper made elsewhere may differ from the measures of ours: "body_most_pt"."""
    rules: Mapping[str, bool]
    """What a paper made elsewhere is asked, by component and matter: "number_colon"."""
    marks: Mapping[str, str]


def profile_for(day: dt.date) -> Profile:
    """Return the layout in force on `day`; before the first one known, that first one."""
    known = sorted((profile(path.stem) for path in FOLDER.glob("*.toml")), key=lambda one: one.valid_from)
    in_force = [one for one in known if one.valid_from <= day]
    return in_force[-1] if in_force else known[0]


@lru_cache(maxsize=8)
def profile(name: str) -> Profile:
    """Return the profile called `name` ("hd36")."""
    raw = _merged(name)
    values = {path: pair[0] for path, pair in _pairs(raw)}
    layout = {key: pair[0] for key, pair in raw["layout"].items()}
    return Profile(
        name=raw["name"],
        title=raw["title"],
        valid_from=raw["valid_from"],
        page=PageSetup(**{key: values[f"page.{key}"] for key in raw["page"]}),
        styles=tuple(
            Style(name=style, **{key: pair[0] for key, pair in fields.items()})
            for style, fields in raw["styles"].items()
        ),
        words={key: pair[0] for key, pair in raw["words"].items()},
        allowed={key: pair[0] for key, pair in raw["allowed"].items()},
        rules={key: pair[0] for key, pair in raw["rules"].items()},
        marks={path: pair[1] for path, pair in _pairs(raw)},
        **layout,
    )


def _merged(name: str) -> dict[str, Any]:
    own = release_files.read_toml(_STYLES, f"{name}.toml")
    if "inherits" not in own:
        return own
    base, mark = _merged(own["inherits"]), own["inherited_mark"]
    for section in _SECTIONS:
        own[section] = _inherited(base[section], mark) | own.get(section, {})
    own_styles = own.get("styles", {})
    own["styles"] = {
        style: _inherited(fields, mark) | own_styles.get(style, {})
        for style, fields in base["styles"].items()
    }
    return own


def _inherited(pairs: dict[str, Any], mark: str) -> dict[str, Any]:
    # What we chose ourselves is no better known for being taken over.
    return {key: [value, own if own.startswith(_INFERRED) else mark] for key, (value, own) in pairs.items()}


def _pairs(raw: dict[str, Any]) -> list[tuple[str, Any]]:
    tables = {section: raw[section] for section in _SECTIONS}
    tables |= {f"styles.{style}": fields for style, fields in raw["styles"].items()}
    return [(f"{table}.{key}", pair) for table, pairs in tables.items() for key, pair in pairs.items()]
