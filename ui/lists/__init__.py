"""The frame of every list: search, filters in words, the table, what stands beside it, and how it leaves.

A list is a `ListKind`: columns, ready filters and words. Nothing of the frame is written again for a new one.
"""
