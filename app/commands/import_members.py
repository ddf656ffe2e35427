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
from app.domain.types import show_date
from app.errors import Problem

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.services.import_preview import FieldChange, ImportPreview, ImportRow, Taken


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when all went in or all lines are good, 1 when lines are faulty; nobody is stored then.

    Facts of known persons are changed with ``--update`` only, and only of those who are surely the same.
    """
    from app.commands.places import opened

    parser = Parser("import-members", terminal)
    parser.value("db", type=path)
    parser.value("file", type=path)
    parser.flag("preview")
    parser.flag("update")
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    with opened(given.db, given.password_file, terminal) as core:
        preview = core.importing.read(given.file)
        faulty = preview.count("faulty")
        stored = not given.preview and not faulty
        done = _take(core, preview, update=given.update) if stored else None
    _show(preview, terminal)
    if done:
        terminal.say(text("import-members.done", **done._asdict()))
    elif not given.preview:
        terminal.say(text("import-members.nothing_stored"))
    told = done._asdict() if done else {} if given.preview else {"added": 0, "changed": 0}
    terminal.give({**_as_json(preview), **told})
    return FOUND if faulty else WHOLE


def _take(core: Core, preview: ImportPreview, *, update: bool) -> Taken:
    changes = preview.additions() | preview.replacements() if update else ()
    return core.importing.apply(preview, changes=changes)


def _show(preview: ImportPreview, terminal: Terminal) -> None:
    counts = {status: preview.count(status) for status in ("new", "known", "faulty")}
    kind = "table" if preview.in_document else "sheet"
    place = text(f"import-members.{kind}", name=preview.sheet)
    terminal.say(text("import-members.found", file=preview.file_name, place=place, **counts))
    for row in preview.rows:
        if row.status == "known":
            terminal.say(text("import-members.known", row=row.row, name=row.known_as))
        for change in row.changes:
            terminal.say(_change(row, change))
        for problem in (*row.problems, *row.notes):
            named = {"row": row.row, "column": problem.params["column"], "value": problem.params["value"]}
            terminal.say(text("import-members.problem", **named, sentence=problem_sentence(problem)))
    for line in preview.skipped:
        terminal.say(text(f"import-members.skipped.{line.why}", row=line.row, text=line.text))
    for use in ("left_out", ""):
        titles = ", ".join(column.title for column in preview.head if column.field == use)
        if titles:
            terminal.say(text(f"import-members.columns.{use or 'unknown'}", titles=titles))


def _change(row: ImportRow, change: FieldChange) -> str:
    is_date = change.field.endswith("_on")
    old, new = (show_date(value) if is_date else value for value in (change.old, change.new))
    field = text(f"import-members.fields.{change.field}")
    kind = "changed" if change.old else "lacking"
    return text(f"import-members.{kind}", row=row.row, field=field, old=old, new=new)


def _as_json(preview: ImportPreview) -> dict[str, Any]:
    counts = {status: preview.count(status) for status in ("new", "known", "faulty")}
    return {
        "rows": [_row(row) for row in preview.rows],
        **counts,
        "skipped": [asdict(line) for line in preview.skipped],
        "columns": [asdict(column) for column in preview.head],
    }


def _row(row: ImportRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "status": row.status,
        "values": row.values,
        "problems": _problems(row.problems),
        "notes": _problems(row.notes),
        "known_as": row.known_as,
        "changes": [asdict(change) for change in row.changes],
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
