"""A paper that was corrected in Word: held against what the data give, cleaned, kept as it is."""
