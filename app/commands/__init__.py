"""The command line: one module per command, named in `COMMANDS` and nowhere else."""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "demo": "app.commands.demo",
    "import-members": "app.commands.import_members",
    "check": "app.commands.check",
    "dump": "app.commands.dump",
    "load": "app.commands.load",
    "export": "app.commands.export",
    "verify": "app.commands.verify",
    "backup": "app.commands.backup",
    "restore": "app.commands.restore",
    "rulesets": "app.commands.rulesets",
    "diagnose": "app.commands.diagnose",
    "check-layout": "app.commands.check_layout",
    "check-data": "app.commands.check_data",
    "selftest": "app.commands.selftest",
}
"""Name of the command and the module whose ``run(arguments, terminal)`` does it and returns the exit code."""

WHOLE, FOUND, FAILED = 0, 1, 2
"""Exit codes: done and nothing found; done and something found; could not (product.md 7)."""
