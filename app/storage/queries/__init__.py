"""Queries that join tables; everything else goes through the generic store."""
