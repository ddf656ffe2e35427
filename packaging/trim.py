"""What the Windows program carries and what it leaves out, for the spec file and the check afterwards."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

# Imported by name only: Alembic's logging set-up, the C part of argon2, the ciphers of protected PDFs.
FOUND_AT_RUN_TIME = ["logging.config", "_cffi_backend", "pypdf._crypt_providers._pycryptodome"]

# Under LGPL-2.1: not packed into the archive of modules.
LOOSE_MODULES = ("py7zr", "bcj", "inflate64", "multivolumefile", "pyppmd")

_QT_PARTS = ("Network", "Qml", "Quick", "DBus", "OpenGL", "OpenGLWidgets", "Sql", "Test", "Xml", "Help")
_DEVELOPERS = ("tkinter", "unittest", "doctest", "pydoc", "pdb", "lib2to3", "distutils", "ensurepip")
_TOOLS = ("setuptools", "pkg_resources", "pip", "PyInstaller", "pytest", "mypy", "numpy")

# Papers know PNG and JPEG.
_PICTURE_KINDS = (
    *("ImageTk", "ImageQt", "ImageWin", "ImageShow", "ImageCms", "_imagingcms", "_avif", "_webp"),
    *(
        f"{kind}ImagePlugin"
        for kind in ("Avif", "Blp", "Cur", "Dcx", "Dds", "Eps", "Fits", "Fli", "Fpx", "Ftex")
    ),
    *(
        f"{kind}ImagePlugin"
        for kind in ("Gbr", "Icns", "Ico", "Im", "Imt", "Iptc", "Jpeg2K", "McIdas", "Mic")
    ),
    *(f"{kind}ImagePlugin" for kind in ("Mpeg", "Msp", "Palm", "Pcd", "Pcx", "Pdf", "Pixar", "Psd", "Qoi")),
    *(
        f"{kind}ImagePlugin"
        for kind in ("Sgi", "Spider", "Sun", "Tga", "WebP", "Wmf", "Xbm", "Xpm", "XVThumb")
    ),
)

EXCLUDED_MODULES = [
    *_DEVELOPERS,
    *_TOOLS,
    *(f"PySide6.Qt{part}" for part in (*_QT_PARTS, "UiTools", "Designer", "Concurrent")),
    *(f"sqlalchemy.dialects.{other}" for other in ("mssql", "mysql", "oracle")),
    "sqlite3",  # SQLCipher brings its own
    "ssl",  # no network in this program
    "_ssl",
    "_hashlib",  # Python's own SHA-256 does; saves a second OpenSSL (5 MB)
    "cffi",  # its C part is enough
    "pycparser",
    "brotli",  # our archives are LZMA2 and AES; py7zr does without it
    "psutil",  # py7zr asks it for the memory on Unix only
    "texttable",
    "py7zr.cli",
    "charset_normalizer",  # reportlab guesses encodings with it; our texts come as text
    "pydantic.v1",
    "pydantic.mypy",
    "sqlalchemy.ext.asyncio",
    "sqlalchemy.ext.mypy",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    *(f"reportlab.graphics.{part}" for part in ("charts", "samples", "testshapes", "renderSVG", "renderPS")),
    *(f"PIL.{module}" for module in _PICTURE_KINDS),
]

# Files of libraries that nothing in the program reaches, as paths inside the program folder.
_LEFT_OUT = (
    "PySide6/translations/*",  # no Vietnamese among them; ours come with the resources
    "PySide6/opengl32sw.dll",  # 20 MB; widgets are painted without OpenGL
    "PySide6/Qt6Network.dll",
    "PySide6/Qt6Qml*.dll",
    "PySide6/Qt6Quick*.dll",
    "PySide6/Qt6OpenGL*.dll",
    "PySide6/Qt6VirtualKeyboard.dll",
    "PySide6/Qt6Pdf.dll",
    "plugins/generic/*",
    "plugins/networkinformation/*",
    "plugins/platforminputcontexts/*",
    "plugins/tls/*",
    *(f"plugins/platforms/q{kind}.dll" for kind in ("direct2d", "minimal", "offscreen")),
    *(f"plugins/imageformats/q{kind}.dll" for kind in ("gif", "icns", "pdf", "tga", "tiff", "wbmp", "webp")),
    *(f"PIL/{part}.*" for part in ("_avif", "_webp", "_imagingcms")),
    "libcrypto-3.dll",
    "libssl-3.dll",
    "reportlab/fonts/*",  # papers embed Liberation or the system's Times New Roman
    "docx/templates/default-docx-template/*",  # the same as default.docx beside it, unpacked
    "docx/templates/default-docx-template/*/*",
    "docx/templates/default-docx-template/*/*/*",
    "alembic/templates/*/*",  # migrations are written by developers
)


def kept(entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the collected files without those left out; `entries` are PyInstaller's (name, source, kind)."""
    return [entry for entry in entries if not is_left_out(entry[0])]


def is_left_out(name: str) -> bool:
    """Return whether the file of this name inside the program folder is left out."""
    path = PurePosixPath(name.replace("\\", "/"))
    return any(path.match(pattern) for pattern in _LEFT_OUT)


def data_files(root: Path, fonts: Path) -> list[tuple[str, str]]:
    """Return what the program reads beside its modules, as (source, folder inside the program)."""
    migrations = root / "app" / "storage" / "migrations"
    return [
        (str(root / "resources"), "resources"),
        (str(fonts), "resources/fonts"),
        (str(migrations), "app/storage/migrations"),
    ]
