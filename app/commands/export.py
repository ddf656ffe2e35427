"""``export``: the finished package of a year, written and read back."""

from __future__ import annotations

from collections.abc import Sequence

from app.commands import WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.common.files import told


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when the package is whole on the medium; parts that are missing are said and stop nothing."""
    from app.commands.closing import closing, take_form
    from app.commands.places import opened
    from app.services.dossier import lacks

    parser = Parser("export", terminal)
    parser.value("db", type=path)
    parser.value("--year", type=int, required=True, metavar=text("parser.year"))
    parser.value("--out", type=path, required=True, metavar=text("parser.folder"))
    take_form(parser)
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    with opened(given.db, given.password_file, terminal) as core:
        core.years.whole(given.year)  # refuses a year that the cell does not have
        parts = core.packages.parts(given.year)
        with told():
            given.out.mkdir(parents=True, exist_ok=True)
        how = closing(given, core.cells.current().handed_in_as, terminal)
        written = core.packages.write(given.year, given.out, closing=how)
    missing = list(lacks(parts))
    package = given.out / written.folder_name
    if missing:
        terminal.warn(text("export.incomplete", parts=", ".join(missing)))
    terminal.say(text("export.done", count=written.file_count, path=package))
    made = how.password if how and not given.package_password_file else ""
    if made:
        terminal.say(text("export.password", password=made))
    shown = {"password": made} if made else {}
    terminal.give({"package": str(package), "files": written.file_count, "missing": missing, **shown})
    return WHOLE
