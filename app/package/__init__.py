"""The package for the upper committee: plan, sign, write, read back, verify."""
