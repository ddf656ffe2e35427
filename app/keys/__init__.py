"""Password, recovery code and the slots that hold the key of the database."""
