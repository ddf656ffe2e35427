"""``import-members``: shows what is in a member list and takes it in, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.common.messages import problem_sentence
from app.errors import Problem

if TYPE_CHECKING:
    from app.services.importing import ImportPreview, ImportRow


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when all went in or all lines are good, 1 when lines are faulty; nobody is stored then."""
    from app.commands.places import opened

    parser = Parser("import-members", terminal)
    parser.value("db", type=path)
    parser.value("file", type=path)
    parser.flag("preview")
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    with opened(given.db, given.password_file, terminal) as core:
        preview = core.importing.read(given.file)
        faulty = preview.count("faulty")
        added = 0 if given.preview or faulty else core.importing.apply(preview)
    _show(preview, terminal)
    if not given.preview:
        terminal.say(
            text("import-members.nothing_stored") if faulty else text("import-members.done", count=added)
        )
    terminal.give({**_as_json(preview), **({} if given.preview else {"added": added})})
    return FOUND if faulty else WHOLE


def _show(preview: ImportPreview, terminal: Terminal) -> None:
    counts = {status: preview.count(status) for status in ("new", "known", "faulty")}
    terminal.say(text("import-members.found", file=preview.file_name, sheet=preview.sheet, **counts))
    for row in preview.rows:
        if row.status == "known":
            terminal.say(text("import-members.known", row=row.row, name=row.known_as))
        for problem in (*row.problems, *row.notes):
            place = {"row": row.row, "column": problem.params["column"], "value": problem.params["value"]}
            terminal.say(text("import-members.problem", **place, sentence=problem_sentence(problem)))


def _as_json(preview: ImportPreview) -> dict[str, Any]:
    counts = {status: preview.count(status) for status in ("new", "known", "faulty")}
    return {
        "rows": [_row(row) for row in preview.rows],
        **counts,
        "skipped": [asdict(line) for line in preview.skipped],
    }


def _row(row: ImportRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "status": row.status,
        "values": row.values,
        "problems": _problems(row.problems),
        "notes": _problems(row.notes),
        "known_as": row.known_as,
    }


def _problems(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "field": one.field,
            "code": one.code,
            "column": one.params["column"],
            "value": one.params["value"],
            "sentence": problem_sentence(one),
        }
        for one in problems
    ]
