"""The merged PDF of a package with a password: AES-256, as every reader of PDF opens it (PDF 2.0, 7.6).

pypdf takes its ciphers from `cryptography` or from pycryptodome under its old name; the program carries
pycryptodomex, which is the same under another, so pypdf's own adapter is bound to that.
"""

from __future__ import annotations

import importlib
import io
import sys

from app.package import bag, failures

_INFO_KEY = "/SoChiBo"
"""Entry of the document information that holds the fields of ``bag-info.txt``; encrypted with the rest."""
_TAKEN = (
    *("CryptAES", "CryptRC4", "rc4_encrypt", "rc4_decrypt"),
    *("aes_cbc_encrypt", "aes_cbc_decrypt", "aes_ecb_encrypt", "aes_ecb_decrypt"),
)


def seal(pdf: bytes, info: bytes, password: str) -> bytes:
    """Return `pdf` closed with `password`, opened again and its pages compared."""
    _bind_ciphers()
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  heavy

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.add_metadata({_INFO_KEY: info.decode()})
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    made = out.getvalue()
    again = PdfReader(io.BytesIO(made), password=password)
    if _pages(again) != _pages(PdfReader(io.BytesIO(pdf))) or opened(made, password) != bag.parse_info(info):
        raise failures.not_as_sealed()
    return made


def opened(data: bytes, password: str) -> dict[str, str]:
    """Return the fields that say whose dossier it is; raises `Refused` L-426 for another password."""
    _bind_ciphers()
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415  heavy

    reader = PdfReader(io.BytesIO(data))
    if reader.decrypt(password) is PasswordType.NOT_DECRYPTED:
        raise failures.wrong_password()
    about = reader.metadata
    told = about.get(_INFO_KEY, "") if about else ""
    return bag.parse_info(str(told).encode())


def _pages(reader: object) -> list[bytes]:
    return [
        (content.get_data() if (content := page.get_contents()) else b"")
        for page in reader.pages  # type: ignore[attr-defined]  # loaded late, so unnamed here
    ]


def _bind_ciphers() -> None:
    """Give pypdf the ciphers, whether it was loaded before or not."""
    import Cryptodome  # noqa: PLC0415  with the rest
    from Cryptodome import Cipher, Util  # noqa: PLC0415  with the rest
    from Cryptodome.Cipher import AES, ARC4  # noqa: PLC0415  with the rest
    from Cryptodome.Util import Padding  # noqa: PLC0415  with the rest

    same = {
        "Crypto": Cryptodome,
        "Crypto.Cipher": Cipher,
        "Crypto.Cipher.AES": AES,
        "Crypto.Cipher.ARC4": ARC4,
        "Crypto.Util": Util,
        "Crypto.Util.Padding": Padding,
    }
    for name, module in same.items():
        sys.modules.setdefault(name, module)
    ciphers = importlib.import_module("pypdf._crypt_providers._pycryptodome")
    encryption = importlib.import_module("pypdf._encryption")
    for name in _TAKEN:
        setattr(encryption, name, getattr(ciphers, name))
