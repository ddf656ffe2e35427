"""The report on one file, as it goes into the child process and comes back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, NamedTuple

from app.papers.layout_check import Looked, look
from app.papers.layout_check.found import Found
from app.papers.layout_check.sentences import sort_words, told


class Asked(NamedTuple):
    """A file, its name for the sentences, the day to hold it against (None is its own), and today."""

    name: str
    day: dt.date | None
    today: dt.date
    data: bytes


def request(asked: Asked) -> bytes:
    """Return it for the child process: a line of JSON, then the file."""
    facts = [asked.name, asked.day.isoformat() if asked.day else "", asked.today.isoformat()]
    return json.dumps(facts, ensure_ascii=False).encode() + b"\n" + asked.data


def requested(payload: bytes) -> Asked:
    """Return what `request` was given."""
    head, _, data = payload.partition(b"\n")
    name, day, today = json.loads(head)
    return Asked(name, dt.date.fromisoformat(day) if day else None, dt.date.fromisoformat(today), data)


def made(asked: Asked) -> bytes:
    """Return the report as JSON; raises as `look` does."""
    looked = look(asked.data, asked.day, asked.today)
    report = {
        "title": looked.profile.title,
        "profile": looked.profile.name,
        "sort": looked.sort.value,
        "sort_words": sort_words(looked.sort.value),
        "kind": looked.kind,
        "dated_on": looked.dated_on.isoformat() if looked.dated_on else "",
        "found": [_line(one, looked, asked.name) for one in looked.found],
    }
    return json.dumps(report, ensure_ascii=False).encode()


def _line(one: Found, looked: Looked, name: str) -> dict[str, Any]:
    return {
        "code": one.code,
        "weight": one.weight.value,
        "paragraph": one.line.number if one.line else 0,
        **told(one, looked.profile, name)._asdict(),
    }
