"""``verify``: the four answers about a package, with the files at fault."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.errors import AppError

if TYPE_CHECKING:
    from app.package.verdict import Verdict, WrongFile


_CLOSED = "L-425"


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 for the two whole answers, 1 for the two broken ones."""
    from app.commands.closing import take_password

    parser = Parser("verify", terminal)
    parser.value("package", type=path)
    parser.value("--db", type=path, metavar=text("parser.folder"))
    parser.passwords()
    take_password(parser)
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    verdict = _verdict(given, terminal)
    terminal.say(text(f"verify.answers.{verdict.answer.value}"))
    for wrong in verdict.wrong:
        terminal.say(_line(wrong))
    if verdict.signature.value in {"bad", "other_key"}:
        terminal.say(text("verify.signature"))
    terminal.give(
        {
            "answer": verdict.answer.value,
            "signature": verdict.signature.value,
            "wrong": [_as_json(wrong) for wrong in verdict.wrong],
        }
    )
    return WHOLE if verdict.answer.is_whole else FOUND


def _verdict(given: argparse.Namespace, terminal: Terminal) -> Verdict:
    """Return the verdict; a closed package's password is asked for once its bytes are known to be whole."""
    if given.package_password_file:
        return _with_password(given, terminal, _password(given, terminal))
    try:
        return _with_password(given, terminal, "")
    except AppError as error:
        if error.code != _CLOSED:
            raise
    return _with_password(given, terminal, _password(given, terminal))


def _password(given: argparse.Namespace, terminal: Terminal) -> str:
    return terminal.password(given.package_password_file, "parser.package_password")


def _with_password(given: argparse.Namespace, terminal: Terminal, password: str) -> Verdict:
    if given.db is None:
        from app.common.progress import NoProgress
        from app.package.check_closed import verify_any
        from app.package.closed import opener
        from app.package.real_files import real_files
        from app.worker.inline import InlineJobs

        nobody = NoProgress()
        opens = opener(password, InlineJobs(), nobody)
        return verify_any(real_files(), given.package, {}, nobody, opens)
    from app.commands.places import opened

    with opened(given.db, given.password_file, terminal) as core:
        return core.packages.verify(given.package, password=password)


def _line(wrong: WrongFile) -> str:
    kind = text(f"verify.kinds.{wrong.kind.value}")
    if wrong.found_as:
        return text("verify.renamed", path=wrong.path, kind=kind, found_as=wrong.found_as)
    return text("verify.file", path=wrong.path, kind=kind)


def _as_json(wrong: WrongFile) -> dict[str, str]:
    found_as = {"found_as": wrong.found_as} if wrong.found_as else {}
    return {"path": wrong.path, "kind": wrong.kind.value, **found_as}
