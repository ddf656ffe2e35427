"""What a cell does in a year, act by act, each through the services."""
