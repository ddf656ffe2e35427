"""How the upper committee receives the dossier, asked once in the wizard (rulings.md 7)."""

from __future__ import annotations

from enum import StrEnum


class HandedInAs(StrEnum):
    """The form in which a package is written."""

    OPEN_FOLDER = "open_folder"
    """Readable by whoever holds the stick."""
    ENCRYPTED_7Z = "encrypted_7z"
    """One file that 7-Zip opens with a password; not even the names in it can be read."""
    PROTECTED_PDF = "protected_pdf"
    """One PDF with a password, for an office without 7-Zip; it carries no Word files."""
