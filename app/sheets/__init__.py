"""Reading tables that other people made."""
