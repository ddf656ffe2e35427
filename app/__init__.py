"""The core of Sổ Chi bộ: everything the program knows and does, without a window.

Read in this order: `domain` (what exists), `year` (one frozen year of it), `storage` (where it is kept safe),
`papers` (how it reaches paper), `package` (how it leaves the laptop), `services` (what a user can do).
"""
