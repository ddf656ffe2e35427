"""Facts: named values that conditions of rule sets ask for; each is computed in one place."""
