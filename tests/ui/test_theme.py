"""The colours keep their contrast, lengths follow the font, every glyph is there and is used."""

import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QMessageBox, QTableView, QWidget

from app.common.paths import RESOURCES
from ui.theme.look import FONT_SIZES, apply, look
from ui.theme.palette import ColourUse, contrast, palette
from ui.theme.signs import State

UI = Path(__file__).resolve().parents[2] / "ui"


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("use", palette().uses, ids=lambda use: use.colour)
def test_every_colour_can_be_read_where_it_stands(use: ColourUse) -> None:
    found = {ground: contrast(palette()[use.colour], palette()[ground]) for ground in use.on}
    assert {ground: ratio for ground, ratio in found.items() if ratio < use.least} == {}


def test_every_state_has_its_own_shape() -> None:
    shapes = {(state.value.glyph, state.value.filled) for state in State}
    assert len(shapes) == len(State)


@pytest.mark.parametrize("size", FONT_SIZES)
def test_lengths_follow_the_font(qapp: QApplication, size: int) -> None:
    apply(qapp, size)
    assert look.px(36) == round(36 * size / 14)
    assert qapp.font().pixelSize() == size


def test_the_style_sheet_has_no_word_left_to_fill_in(qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    body = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert not re.findall(r"[@<>$]", body.replace("> QWidget", ""))


def test_only_glyphs_in_use_are_kept() -> None:
    code = "\n".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    sheet = (RESOURCES / "theme" / "window.qss").read_text("utf-8")
    kept = {path.stem for path in (RESOURCES / "icons").glob("*/*.svg")}
    assert {name for name in kept if f'"{name}"' not in code and f"/{name}.svg" not in sheet} == set()


class LikeWindows:
    """The application as Windows has it: with a style sheet the fonts of the system come back."""

    def __init__(self, app: QApplication) -> None:
        self._app = app

    def __getattr__(self, name: str) -> object:
        return getattr(self._app, name)

    def setStyleSheet(self, text: str) -> None:  # noqa: N802  named as Qt does
        self._app.setStyleSheet(text)
        for kind in ("QMenu", "QMessageBox", "QAbstractItemView"):
            self._app.setFont(QFont("DejaVu Sans", 31), kind)  # type: ignore[arg-type]  # the stub says bytes


@pytest.mark.parametrize("size", FONT_SIZES)
@pytest.mark.parametrize("kind", [QMenu, QMessageBox, QTableView, QHeaderView])
def test_a_font_that_the_system_gives_a_kind_of_widget_does_not_stay(
    qapp: QApplication, kind: type[QWidget], size: int
) -> None:
    apply(cast("QApplication", LikeWindows(qapp)), size)
    widget = QHeaderView(Qt.Orientation.Horizontal) if kind is QHeaderView else kind()
    widget.ensurePolished()
    assert widget.font().family() == qapp.font().family()
    assert QApplication.font(widget).pixelSize() == size
    widget.deleteLater()
