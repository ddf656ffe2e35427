"""How long a text may be; without an import, since the unlock window's fields need it before anything else."""

LINE_LIMIT = 200
PROSE_LIMIT = 20_000
