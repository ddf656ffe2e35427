"""Every sentence a user sees on screen, one module a page."""
