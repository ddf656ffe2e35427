"""Tables that people bring: read safely into plain rows, then understood as a list of members.

`safe_zip`, `xlsx` and `docx_tables` know files, `table` is what they yield, `headers`, `line_kinds` and
`member_sheet` know lists and no file format.
A new format adds a reader that yields `Table`; nothing else changes.
"""
