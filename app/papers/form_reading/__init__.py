"""Reads forms that come back, from Word or damaged: first as lines, then by their places."""
