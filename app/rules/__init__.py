"""What the rules of a year ask for: pure functions of `ReviewYear` that remind and decide nothing."""
