"""Runs one command and turns every end it can come to into an exit code and a sentence."""

from __future__ import annotations

import contextlib
import importlib
import logging
from collections.abc import Sequence

from app.commands import COMMANDS, FAILED, WHOLE
from app.commands.parser import PROGRAM, wrong_call
from app.commands.terminal import Terminal
from app.commands.texts import text, texts
from app.common import logfile
from app.common.files import os_failure
from app.common.messages import problem_sentence, sentence
from app.common.paths import data_folder
from app.errors import AppError, Invalid

_log = logging.getLogger(__name__)
_SILENT = logging.NullHandler()


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return the exit code of the command line `arguments`; a failure is a sentence, never a trace."""
    # Without a handler Python itself would write warnings of ours to the terminal, in English.
    logging.getLogger().addHandler(_SILENT)
    terminal.as_json = "--json" in arguments
    try:
        if not arguments or arguments[0] in {"-h", "--help"}:
            terminal.help(_overview())
            return WHOLE if arguments else FAILED
        return _done(*arguments, terminal=terminal)
    except AppError as error:
        _tell(error, terminal)
    except KeyboardInterrupt:
        terminal.warn(text("parser.stopped"))
    except BrokenPipeError:
        # Whoever read the output went away ("| head"): there is nobody left to tell.
        _log.info("output closed")
    except OSError as error:
        # A disk or an output that nobody asked about; the log says where it was.
        _keep_for_support()
        _tell(os_failure(error), terminal)
    except Exception:  # noqa: BLE001  the command line's crash hook: a bug is told, logged and no trace
        _keep_for_support()
        said = text("parser.bug", log=data_folder() / logfile.FILE_NAME)
        terminal.warn(said)
        terminal.give({"error": "bug", "sentence": said, "problems": []})
    return FAILED


def _done(name: str, *rest: str, terminal: Terminal) -> int:
    if name not in COMMANDS:
        raise wrong_call(text("parser.no_such_command", name=name), PROGRAM)
    return int(importlib.import_module(COMMANDS[name]).run(rest, terminal))


def _keep_for_support() -> None:
    """Log the error being handled; a disk that takes no log does not hide it from the user."""
    with contextlib.suppress(OSError):
        logfile.start(data_folder())
    _log.critical("command failed", exc_info=True)
    logfile.stop()


def _tell(error: AppError, terminal: Terminal) -> None:
    problems = error.problems if isinstance(error, Invalid) else []
    for problem in problems:
        field = texts("parser.fields").get(problem.field, problem.field)
        terminal.warn(f"{field}: {problem_sentence(problem)}")
    # There is no form here whose red notes the usual sentence could speak of.
    said = text("parser.invalid", code=error.code) if problems else sentence(error)
    terminal.warn(said)
    with contextlib.suppress(OSError):  # the output itself may be what takes no more
        terminal.give(
            {
                "error": error.code,
                "sentence": said,
                "problems": [{"field": one.field, "code": one.code} for one in problems],
            }
        )


def _overview() -> str:
    width = max(len(name) for name in COMMANDS)
    lines = [f"  {name:<{width}}  {text(f'{name}.summary')}" for name in COMMANDS]
    head = text("parser.overview", program=PROGRAM)
    return "\n".join([head, *lines, text("parser.overview_end", program=PROGRAM), ""])
