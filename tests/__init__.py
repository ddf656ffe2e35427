"""Tests, built like the users' acts."""
