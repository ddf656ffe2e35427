"""`python -m app <command>`: the program without windows."""
