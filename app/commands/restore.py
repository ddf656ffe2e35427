"""``restore``: a backup set in the place of the current database, even of one that does not open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import FAILED, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.errors import Refused

if TYPE_CHECKING:
    from app.services.backups import BackupSet
    from app.services.restoring import Loss


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when the set is in place; what was there before is set aside.

    What would be lost is shown first, and asked about where there is somebody to ask.
    """
    from app import bootstrap
    from app.commands.places import folder_of

    parser = Parser("restore", terminal)
    parser.value("set", type=path)
    parser.value("--into", type=path, metavar=text("parser.folder"))
    parser.flag("yes")
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    folder = folder_of(given.into) if given.into else given.set.absolute().parent.parent
    chosen = _set_of(given.set, is_elsewhere=given.into is not None)
    password = terminal.password(given.password_file, "parser.password")
    loss = bootstrap.restore_loss(folder, chosen, password)
    _show(chosen, loss, terminal)
    if not given.yes and not terminal.agrees("restore.ask"):
        terminal.say(text("restore.kept"))
        return FAILED
    bootstrap.restore_closed(folder, chosen, password)
    terminal.say(text("restore.done", path=folder))
    terminal.give({"database": str(folder / bootstrap.DATABASE_NAME), "changes_lost": loss.changes})
    return WHOLE


def _set_of(file: Path, *, is_elsewhere: bool) -> BackupSet:
    from app import bootstrap

    sets = bootstrap.backup_sets_in(file.absolute().parent)
    chosen = next((one for one in sets if one.name == file.stem), None)
    if chosen is None or (not is_elsewhere and file.absolute().parent.name != bootstrap.BACKUP_FOLDER):
        raise Refused("L-533", name=file.name)
    return chosen


def _show(chosen: BackupSet, loss: Loss, terminal: Terminal) -> None:
    then = loss.then
    made = chosen.moment.astimezone()
    facts = {"members": then.get("member", 0), "papers": then.get("outgoing_paper", 0)}
    terminal.warn(text("restore.content", at=f"{made:%H:%M, %d/%m/%Y}", **facts))
    if loss.changes is None:
        terminal.warn(text("restore.loss_unknown"))
    else:
        said = "restore.loss" if loss.changes else "restore.nothing_lost"
        terminal.warn(text(said, count=loss.changes))
