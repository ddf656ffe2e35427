"""``check-layout``: a Word file held against the guidance on layout of its date; needs no data of a cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.common.clock import SystemClock


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when nothing is against the guidance, 1 when something is."""
    from app.services.layout_checks import checked
    from app.worker.inline import InlineJobs

    parser = Parser("check-layout", terminal)
    parser.value("file", type=path)
    parser.value("--date", type=day, metavar=text("check-layout.metavar"))
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    report = checked(given.file, InlineJobs(), SystemClock().today(), day=given.date)
    terminal.say(report.taken)
    for one in report.found:
        terminal.say(text("check-layout.line", sentence=one.sentence, mend=one.mend, source=one.source))
    terminal.say(report.verdict)
    terminal.give(
        {
            "file": report.file_name,
            "profile": report.profile,
            "kind": report.sort,
            "deviations": [asdict(one) for one in report.deviations],
            "hints": [asdict(one) for one in report.hints],
        }
    )
    return FOUND if report.deviations else WHOLE


def day(typed: str) -> dt.date:
    """Return a typed day, "03/02/2026" or "2026-02-03"; raises `ValueError` for anything else."""
    parts = typed.split("-") if "-" in typed else typed.split("/")[::-1]
    year, month, date = (int(part) for part in parts)
    return dt.date(year, month, date)
