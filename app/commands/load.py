"""``load``: a dumped year into a database, which is made if there is none."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text

LARGEST_BYTES = 30_000_000
"""A year of 60 members is below 1 MB. A file of this size, nested as badly as it can be, takes 0.8 GB."""


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when the year is stored, 1 when it is stored and something in it cannot be true."""
    from app import bootstrap
    from app.commands.places import folder_of, opened
    from app.services.loaded_years import read_year, told

    parser = Parser("load", terminal)
    parser.value("db", type=path)
    parser.value("file", type=path)
    parser.flag("replace")
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    dumped = _text_of(given.file)
    # Refused before anything is opened, so that the data files stay as they are.
    wrong = told(dumped, read_year(dumped))
    code = ""
    if bootstrap.exists(folder_of(given.db)):
        with opened(given.db, given.password_file, terminal) as core:
            year = core.years.load(dumped, replace=given.replace)
    else:
        year, code = _made(given, dumped, terminal)
    database = folder_of(given.db) / bootstrap.DATABASE_NAME
    terminal.say(text("load.done", year=year, path=database))
    for one in wrong:
        terminal.say(text("load.wrong", line=one.line, place=one.place, sentence=one.sentence))
    found = {"contradictions": [dataclasses.asdict(one) for one in wrong]}
    given_code = {"recovery_code": code} if code else {}
    terminal.give({"year": year, "database": str(database), **given_code, **found})
    return FOUND if wrong else WHOLE


def _text_of(file: Path) -> str:
    from app.services.files import read_chosen

    # Bytes that are no UTF-8 make a text that is no year, which the codec says better.
    return read_chosen(file, LARGEST_BYTES).decode("utf-8-sig", "replace")


def _made(given: argparse.Namespace, dumped: str, terminal: Terminal) -> tuple[int, str]:
    from app import bootstrap
    from app.commands.places import folder_of

    password = terminal.password(given.password_file, "parser.new_password")
    core, code = bootstrap.load_cell(folder_of(given.db), password, dumped)
    try:
        (year,) = core.years.list()
    finally:
        core.close()
    terminal.say(text("load.recovery_code", code=code))
    return year, code
