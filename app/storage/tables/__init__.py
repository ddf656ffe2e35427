"""Table rows of each subject, subclasses of the fields that the domain declares."""
