"""Placeholder replaced by the first window."""
