"""What a user can do: verbs, one transaction each."""
