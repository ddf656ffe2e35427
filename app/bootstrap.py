"""Composition root: opens the database and hands every service what it needs."""
