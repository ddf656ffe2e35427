"""The only package that knows SQL: one encrypted file, its transactions, its journal, its backups."""
