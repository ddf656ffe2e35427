"""Dialogs, notifications, files to open: the seams between the program and the desktop."""
