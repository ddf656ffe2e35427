"""The form of a package that a command writes, and the password of a closed one."""

from __future__ import annotations

import argparse

from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.domain.handing_in import HandedInAs
from app.package import passwords
from app.package.closed import Closing

_FORMS = {
    "open": HandedInAs.OPEN_FOLDER,
    "encrypt": HandedInAs.ENCRYPTED_7Z,
    "pdf": HandedInAs.PROTECTED_PDF,
}


def take_form(parser: Parser) -> None:
    """Take the switches for the form and the file of the package's password."""
    for name in _FORMS:
        parser.flag(name)
    take_password(parser)


def take_password(parser: Parser) -> None:
    """Take the file of the package's password."""
    parser.value("--package-password-file", type=path, metavar=text("parser.file"))


def closing(given: argparse.Namespace, usual: HandedInAs, terminal: Terminal) -> Closing | None:
    """Return how the package is closed, None for an open folder; `usual` where no switch says.

    Raises `Refused` L-431, L-432 for a password of one's own that does not do.
    """
    form = next((form for name, form in _FORMS.items() if getattr(given, name)), usual)
    if form is HandedInAs.OPEN_FOLDER:
        return None
    if given.package_password_file:
        typed = terminal.password(given.package_password_file, "parser.package_password")
        return Closing(form, passwords.own(typed))
    return Closing(form, passwords.generated())
