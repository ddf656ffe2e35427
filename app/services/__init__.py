"""What a user can do: verbs, one transaction each. Windows and commands call these and nothing below them."""
