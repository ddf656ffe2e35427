"""How long a text may be; it imports nothing, since the unlock window has fields too."""

LINE_LIMIT = 200
PROSE_LIMIT = 20_000
