"""Small things without knowledge of the business: clock, text, paths, progress, change notices, the log."""
