"""A year typed through the windows: the hand that types, and what it types in each part of the year."""
