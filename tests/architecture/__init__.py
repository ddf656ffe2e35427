"""The shape of the program, held by tests where import-linter and ruff have no word for it."""
