"""Opens a package that was closed with a password."""

from __future__ import annotations

import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return what is in it as a bundle; `payload` comes from `app.package.closed.opener`.

    Of a PDF only the fields that say whose dossier it is come back. Raises L-426 for another password.
    """
    from app.domain.handing_in import HandedInAs
    from app.package import bag, bundle, locked_pdf, seven_zip

    (_, wish), (_, data) = bundle.unpack(payload)
    form, password = json.loads(wish)
    progress.step(0, 1, "package.opening")
    if form == HandedInAs.ENCRYPTED_7Z:
        return bundle.pack(seven_zip.opened(data, password))
    return bundle.pack([(bag.INFO, bag.info(locked_pdf.opened(data, password).items()))])
