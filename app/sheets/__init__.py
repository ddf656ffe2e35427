"""Tables that people bring: read safely into plain rows, then understood as a list of members.

`safe_zip` and `xlsx` know files, `table` is what they yield, `member_sheet` knows lists and no file format.
A new format adds a reader that yields `Table`; nothing else changes.
"""
