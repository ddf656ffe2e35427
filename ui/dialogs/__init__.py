"""Short questions; ask() returns values or nothing."""
