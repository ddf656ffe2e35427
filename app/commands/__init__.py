"""The command line: one module a command, each does without a display what the windows do."""
