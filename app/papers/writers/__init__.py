"""From a content value to Word and to PDF; no decisions here."""
