"""``selftest``: the whole program without windows, from a new database to a restored backup."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.common.messages import sentence
from app.errors import AppError


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when every step did what it should, 1 at the first that did not."""
    from app.commands.selftest_steps import STEPS, Trial, Unexpected

    parser = Parser("selftest", terminal)
    if parser.read(arguments) is None:
        return WHOLE
    folder = Path(tempfile.mkdtemp(prefix="so-chi-bo-"))
    done: list[str] = []
    fault = ""
    try:
        trial = Trial(folder)
        for name, step in STEPS.items():
            try:
                step(trial)
            except (AppError, Unexpected) as error:
                fault = sentence(error) if isinstance(error, AppError) else str(error)
                terminal.say(text("selftest.broken", step=text(f"selftest.steps.{name}")))
                terminal.warn(text("selftest.failed", sentence=fault))
                break
            terminal.say(text("selftest.step", step=text(f"selftest.steps.{name}")))
            done.append(name)
        trial.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if not fault:
        terminal.say(text("selftest.passed", count=len(done)))
    terminal.give({"passed": done, "failed": fault, "whole": not fault})
    return FOUND if fault else WHOLE
