"""Canaries: facts that are easily found again, worked through the program and looked for everywhere."""
