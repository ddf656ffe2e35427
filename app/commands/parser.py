"""argparse with Vietnamese words: its usage line, headings and complaints (decisions.md 7.1)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

from app.commands.terminal import Terminal
from app.commands.texts import text, texts
from app.errors import Refused

PROGRAM = "sochibo-lenh"


def path(typed: str) -> Path:
    """Return a typed path; raises `ValueError` for an empty one, which would mean the current folder."""
    if not typed:
        raise ValueError(typed)
    return Path(typed)


class Parser(argparse.ArgumentParser):
    """The arguments of one command; its help stands in the texts under the command's name."""

    def __init__(self, command: str, terminal: Terminal) -> None:
        super().__init__(
            prog=f"{PROGRAM} {command}",
            description=text(f"{command}.help"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self._command = command
        self._terminal = terminal
        self._positionals.title = text("parser.positionals")
        self._optionals.title = text("parser.options")
        self.flag("help", "-h")
        self.flag("json")

    def value(self, name: str, **options: Any) -> None:  # noqa: ANN401  argparse's own options
        """Take a value: positional ("DB") or named ("--year"); its help is the text of that name."""
        plain = name.lstrip("-").replace("-", "_")
        self.add_argument(name, help=self._help(plain.lower()), **options)

    def flag(self, name: str, *short: str) -> None:
        """Take a switch ("--preview")."""
        self.add_argument(f"--{name}", *short, action="store_true", help=self._help(name.replace("-", "_")))

    def passwords(self) -> None:
        """Take the file that holds the password; without it the terminal asks."""
        self.value("--password-file", type=path, metavar=text("parser.file"))

    def read(self, arguments: Sequence[str]) -> argparse.Namespace | None:
        """Return the arguments, or None when the help was asked for and printed."""
        if {"-h", "--help"} & set(arguments):
            self._terminal.help(self.format_help())
            return None
        return self.parse_args(arguments)

    @override
    def error(self, message: str) -> NoReturn:
        """Raise what argparse complains of, in our words: `Refused` L-530."""
        raise wrong_call(in_vietnamese(message), self.prog)

    def _help(self, name: str) -> str:
        own = texts(self._command).get(name)
        return own if own is not None else text(f"shared.{name}")


class _Formatter(argparse.HelpFormatter):
    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or text("parser.usage") + " ")


def wrong_call(complaint: str, command: str) -> Refused:
    """Return that `command` was called in a way it does not know; `complaint` says how."""
    return Refused("L-530", complaint=complaint.removesuffix("."), command=command)


def in_vietnamese(message: str) -> str:
    """Return argparse's English complaint in Vietnamese; one that is not known is told in general words."""
    for pattern, sentence in texts("parser.complaints").items():
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return sentence.format(**match.groupdict())
    return text("parser.other_complaint")
