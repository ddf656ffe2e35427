"""The look of the running program: sizes that follow the font, colours, fonts and glyphs by name.

Qt keeps one style, one font and one palette for a whole process; `look` is the same kind of thing. It is set
once by `apply` at the start and again when the user chooses another font size.
"""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.common import release_files
from app.common.paths import RESOURCES
from app.errors import EnvironmentFailed
from ui.theme.palette import palette

BASE_SIZE = 14
"""The font size at which every length of the design is written down."""
FONT_SIZES = (14, 16, 18, 20)
SIZES = {"hint": 12, "small": 13, "base": 14, "section": 16, "title": 20, "clock": 24}
_FALLBACK_FAMILY = "Liberation Sans"
_OF_THE_SYSTEM = ("QAbstractItemView", "QMenu", "QMenuBar", "QMessageBox", "QStatusBar", "QTipLabel")
"""Windows gives these fonts of its own, which would neither be ours nor grow with the setting."""
_COLOUR = re.compile(r"@(\w+)")
_LENGTH = re.compile(r"<(\d+)>")


class Look:
    """Answers "how large, which colour, which glyph" for every widget."""

    def __init__(self) -> None:
        self.font_size = BASE_SIZE
        self.family = _FALLBACK_FAMILY

    def px(self, value: float) -> int:
        """Return a length of the design at the chosen font size."""
        return round(value * self.font_size / BASE_SIZE)

    def colour(self, name: str) -> QColor:
        """Return a colour of the palette."""
        return _colour(name)

    def font(self, role: str = "base", *, bold: bool = False) -> QFont:
        """Return the screen font in one of the sizes of `SIZES`."""
        return _font(self.family, self.px(SIZES[role]), bold)

    def pixmap(
        self, glyph: str, colour: str = "ink_soft", size: int = 18, *, filled: bool = False
    ) -> QPixmap:
        """Return a glyph in a colour; `size` is a length of the design."""
        screen = QGuiApplication.primaryScreen()
        return _pixmap(glyph, palette()[colour], self.px(size), screen.devicePixelRatio(), filled)

    def icon(self, glyph: str, colour: str = "ink_soft", size: int = 18, *, filled: bool = False) -> QIcon:
        """Return a glyph as an icon that goes pale where its button is disabled."""
        icon = QIcon(self.pixmap(glyph, colour, size, filled=filled))
        icon.addPixmap(self.pixmap(glyph, "ink_faint", size, filled=filled), QIcon.Mode.Disabled)
        return icon

    def button_icon(self, glyph: str, colour: str, gap: int) -> QIcon:
        """Return a glyph with `gap` after it: Qt sets words closer to an icon than the design does."""
        icon = QIcon(_with_gap(self.pixmap(glyph, colour), self.px(gap)))
        icon.addPixmap(_with_gap(self.pixmap(glyph, "ink_faint"), self.px(gap)), QIcon.Mode.Disabled)
        return icon

    def icon_size(self, size: int = 18, gap: int = 0) -> QSize:
        """Return the size of a glyph as Qt wants it."""
        return QSize(self.px(size) + self.px(gap), self.px(size))


look = Look()


def apply(app: QApplication, font_size: int) -> None:
    """Give the whole program the look at `font_size` (one of `FONT_SIZES`)."""
    look.font_size = font_size
    look.family = _screen_family()
    app.setStyle("Fusion")
    app.setPalette(_qt_palette())
    app.setFont(look.font())
    app.setStyleSheet(_stylesheet())  # it has Qt read the system's fonts again
    for kind in _OF_THE_SYSTEM:
        app.setFont(look.font(), kind)  # type: ignore[arg-type]  # the stub says bytes, which Qt refuses


def _screen_family() -> str:
    families = QFontDatabase.families()
    if "Segoe UI" in families:
        return "Segoe UI"
    if _FALLBACK_FAMILY not in families:
        for file in sorted((RESOURCES / "fonts").glob("LiberationSans-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    return _FALLBACK_FAMILY


def _stylesheet() -> str:
    text = release_files.read_text("theme", "window.qss")
    text = _COLOUR.sub(lambda match: palette()[match[1]], text)
    text = _LENGTH.sub(lambda match: str(look.px(int(match[1]))), text)
    return text.replace("$icons", (RESOURCES / "icons").as_posix())


def _qt_palette() -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: "ground",
        role.Base: "sheet",
        role.AlternateBase: "table_head",
        role.Button: "sheet",
        role.WindowText: "ink",
        role.Text: "ink",
        role.ButtonText: "ink",
        role.ToolTipBase: "sheet",
        role.ToolTipText: "ink",
        role.PlaceholderText: "ink_faint",
        role.Highlight: "ink",
        role.HighlightedText: "sheet",
        role.Link: "accent",
        role.LinkVisited: "accent",
    }
    result = QPalette()
    for which, name in colours.items():
        result.setColor(which, look.colour(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, look.colour("ink_faint"))
    return result


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(palette()[name])


@lru_cache(maxsize=64)
def _font(family: str, pixels: int, bold: bool) -> QFont:  # noqa: FBT001  a cache key
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def _with_gap(glyph: QPixmap, gap: int) -> QPixmap:
    ratio = glyph.devicePixelRatio()
    wider = QPixmap(glyph.width() + round(gap * ratio), glyph.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, glyph)
    painter.end()
    return wider


@lru_cache(maxsize=512)
def _pixmap(glyph: str, colour: str, size: int, ratio: float, filled: bool) -> QPixmap:  # noqa: FBT001  a cache key
    folder = "fill" if filled else "regular"
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with contextlib.suppress(EnvironmentFailed):  # a button without its icon still has its words
        svg = release_files.read_text("icons", folder, f"{glyph}.svg").replace("currentColor", colour)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
    return pixmap
