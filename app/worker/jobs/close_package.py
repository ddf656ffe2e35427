"""Closes a package with a password."""

from __future__ import annotations

import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the closed file; `payload` comes from `app.package.closed.close`."""
    from app.domain.handing_in import HandedInAs
    from app.package import bag, bundle, locked_pdf, seven_zip

    (_, wish), *files = bundle.unpack(payload)
    form, password, folder = json.loads(wish)
    progress.step(0, 1, "package.closing")
    if form == HandedInAs.ENCRYPTED_7Z:
        return seven_zip.seal([(f"{folder}/{path}", data) for path, data in files], password)
    merged = next(data for path, data in files if _is_merged(path))
    contents = dict(files)
    listed = bag.info([("X-Manifest-SHA256", bag.sha256(contents[bag.MANIFEST]))])
    return locked_pdf.seal(merged, contents[bag.INFO] + listed, password)


def _is_merged(path: str) -> bool:
    from app.package import plan

    return "/" not in path and path.endswith(f"{plan.MERGED}.pdf")
