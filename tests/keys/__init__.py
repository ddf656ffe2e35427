"""Password, recovery code, slots."""
