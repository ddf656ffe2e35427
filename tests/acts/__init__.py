"""Every act of the review as a table: what each sets, carried out on a real core."""
