"""The scripts that make the Windows program."""
