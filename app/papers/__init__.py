"""Papers: pure builders from the year to one content value, and two writers that decide nothing."""
