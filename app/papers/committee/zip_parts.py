"""An office file with some of its parts replaced; every other part stays byte for byte as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element


def packed(data: bytes, parts: Mapping[str, bytes], without: Collection[str] = ()) -> bytes:
    """Return the file with `parts` in place of its own, and without some."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in without:
                new.writestr(entry, parts.get(entry.filename) or old.read(entry.filename))
    return output.getvalue()


def xml_bytes(root: _Element) -> bytes:
    """Return a part as office programs write it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
