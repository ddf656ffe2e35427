"""``diagnose``: what a helper needs to know of a data folder, without anything that the user wrote."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text

if TYPE_CHECKING:
    from app.services.diagnosis import Diagnosis


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when nothing was found wrong, 1 when a check of the data failed."""
    parser = Parser("diagnose", terminal)
    parser.value("db", type=path)
    parser.value("--out", type=path, metavar=text("parser.file"))
    parser.flag("closed")
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    made = _made(given, terminal)
    if given.out is not None:
        from app.common.files import write_whole

        write_whole(given.out, made.text.encode())
    terminal.say(made.text)
    terminal.give({"text": made.text, "sound": made.is_sound})
    return FOUND if made.is_sound is False else WHOLE


def _made(given: argparse.Namespace, terminal: Terminal) -> Diagnosis:
    from app import bootstrap
    from app.commands.places import folder_of, opened

    if given.closed:
        return bootstrap.diagnose_closed(folder_of(given.db))
    with opened(given.db, given.password_file, terminal) as core:
        return core.diagnosis.make()
