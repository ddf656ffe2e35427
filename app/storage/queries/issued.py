"""What papers were issued as, without reading the files: sixty of them are megabytes."""

from __future__ import annotations

from sqlalchemy import select

from app.domain.committee_forms import IssuedFile
from app.storage.store import Reader
from app.storage.tables import ROW_OF, table_of


def issued_on(reader: Reader, year: int) -> dict[str, tuple[str, int]]:
    """Return by paper what the form was called that it was issued on, and its version."""
    table = table_of(ROW_OF[IssuedFile])
    query = select(table.c.paper, table.c.form_name, table.c.form_version).where(table.c.year == year)
    return {row.paper: (row.form_name, row.form_version) for row in reader.connection.execute(query)}
