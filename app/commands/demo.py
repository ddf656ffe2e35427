"""``demo``: an invented cell with a whole year in an encrypted database, its finished package beside it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text

if TYPE_CHECKING:
    from app.practice.plan import PracticePlan

DATA_FOLDER = "du-lieu"


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when database and package stand under the folder."""
    from app import bootstrap

    given = _given(arguments, terminal)
    if given is None:
        return WHOLE
    if given.password_file is None:
        password = bootstrap.practice_password()
    else:
        password = terminal.password(given.password_file, "parser.new_password")
    data, package = _made(given, password)
    if given.password_file is None:
        # The password of invented data is no secret, and nobody could open them without it.
        terminal.say(text("demo.password", password=password))
    terminal.say(text("demo.done", count=given.members, year=given.year, path=data))
    terminal.say(text("demo.package", path=package))
    defects = _told(given, terminal)
    made = {"database": str(data), "package": str(package), "year": given.year, "members": given.members}
    terminal.give({**made, "defects": defects})
    return WHOLE


def _told(given: argparse.Namespace, terminal: Terminal) -> list[str]:
    """Say what else to know of the year: that it has no rules, or its planted faults; return their ids."""
    from app.practice.careless import planted
    from app.rules.ruleset_files import for_year

    ruleset = for_year(given.year)
    if ruleset is None:
        terminal.say(text("demo.no_rules", year=given.year))
        return []
    defects = planted(_plan(given), ruleset) if given.careless else ()
    if defects:
        terminal.say(text("demo.defects", count=len(defects)))
    for one in defects:
        terminal.say(text("demo.defect", rule=one.rule(ruleset.id), done=one.done))
    return [one.id for one in defects]


def _plan(given: argparse.Namespace) -> PracticePlan:
    from app.practice.plan import PracticePlan

    return PracticePlan(given.year, given.members, given.seed, given.careless)


def _given(arguments: Sequence[str], terminal: Terminal) -> argparse.Namespace | None:
    from app.common.clock import SystemClock
    from app.practice.plan import plan_for

    plan = plan_for(SystemClock())
    number = text("parser.number")
    parser = Parser("demo", terminal)
    parser.value("out", type=path)
    parser.value("--year", type=int, default=plan.year, metavar=text("parser.year"))
    parser.value("--members", type=int, default=plan.members, metavar=number)
    parser.value("--seed", type=int, default=plan.seed, metavar=number)
    parser.flag("careless")
    parser.passwords()
    return parser.read(arguments)


def _made(given: argparse.Namespace, password: str) -> tuple[Path, Path]:
    from app import bootstrap
    from app.practice.plan import PracticeClock

    seams = bootstrap.Seams(PracticeClock(given.year))
    core = bootstrap.create_practice_cell(given.out / DATA_FOLDER, password, seams, _plan(given))
    with bootstrap.all_or_nothing(core):
        written = core.packages.write(given.year, given.out)
    core.close()
    return given.out / DATA_FOLDER / bootstrap.DATABASE_NAME, given.out / written.folder_name
