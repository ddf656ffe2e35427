"""Prints the rendered pages of a paper: what was previewed is what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

RESOLUTION = 300
"""Dots per inch of the rendered pages: sharp on a laser printer, 9 MB of grey a page while printing."""
A4_WIDTH_INCHES = 8.27


class Printing(Protocol):
    """Prints pages."""

    def choose(self, parent: QWidget) -> QPrinter | None:
        """Ask for a printer, copies and pages; return nothing when the user thought better of it."""

    def print(self, printer: QPrinter, pages: Sequence[bytes]) -> None:
        """Print PNG pages, each as large as the sheet."""


class DesktopPrinting:
    """The printers of the laptop."""

    def choose(self, parent: QWidget) -> QPrinter | None:
        """Ask for a printer, copies and pages."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, parent)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        # A dialog of Windows may outlive the lock; whoever answers it then is not the one who asked.
        return printer if chosen and parent.isVisible() else None

    def print(self, printer: QPrinter, pages: Sequence[bytes]) -> None:
        """Print PNG pages, each as large as the sheet."""
        first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
        images = [QImage.fromData(page) for page in pages[first - 1 : last]]
        if images:
            _turn(printer, images[0])
        painter = QPainter(printer)
        for number, image in enumerate(images):
            if number:
                _turn(printer, image)
                printer.newPage()
            painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
        painter.end()


def _turn(printer: QPrinter, image: QImage) -> None:
    wide = image.width() > image.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
