"""What was found, in the words of ``resources/texts/layout_check.toml``: what differs, how to mend it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from app.common import release_files
from app.papers.layout_check.found import Found, Weight
from app.papers.styles import Profile

_SHOWN = 48
"""Letters of a line by which it is found again in the file."""


class Told(NamedTuple):
    """A difference in words: component, line, what differs, the whole sentence, the way to mend, source."""

    component: str
    words: str
    says: str
    sentence: str
    mend: str
    source: str


def told(found: Found, profile: Profile, file_name: str) -> Told:
    """Return a difference in words."""
    report, entry = _texts()["report"], _entry(found)
    component = _component(found.component, profile)
    words = _shortened(found.line.text, report["cut"]) if found.line else ""
    says = entry["says"].format(**found.params)
    if found.more:
        says += report["more"].format(count=found.more)
    place = report["place"].format(words=words) if words else ""
    source = "verified" if found.weight is Weight.DEVIATION else "partly"
    return Told(
        component,
        words,
        says,
        report["sentence"].format(file=file_name, component=component, place=place, says=says),
        entry["mend"].format(**found.params),
        report[source].format(title=profile.title),
    )


def sort_words(sort: str) -> str:
    """Return what a file was taken for, in words."""
    return str(_texts()["sorts"][sort])


def report_words(name: str, **params: object) -> str:
    """Return a sentence about the whole file."""
    return str(_texts()["report"][name]).format(**params)


def _entry(found: Found) -> dict[str, str]:
    differences = _texts()["differences"]
    entry: dict[str, str] = differences.get(found.code) or differences[found.what]
    return entry


def _component(name: str, profile: Profile) -> str:
    labels = {style.name: style.label for style in profile.styles}
    return str(_texts()["components"].get(name) or labels[name])


def _shortened(text: str, end: str) -> str:
    if len(text) <= _SHOWN:
        return text
    return text[:_SHOWN].rpartition(" ")[0] + end


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    return release_files.read_toml("texts", "layout_check.toml")
