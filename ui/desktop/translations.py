"""Makes Qt itself speak Vietnamese: its buttons, menus of text fields, file and print dialogs.

Qt brings no Vietnamese (technology.md, finding 4), so ours lies in ``resources/translations``.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.common import release_files
from app.common.paths import RESOURCES

QT_TEXTS = RESOURCES / "translations" / "qt_vi.qm"
_NAME = "qtTexts"


def install(app: QApplication) -> None:
    """Give `app` the Vietnamese texts, numbers, months and days; a second call changes nothing.

    Raises `EnvironmentFailed` L-016 when the file of the texts is damaged.
    """
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    if app.findChild(QTranslator, _NAME):
        return
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if not translator.load(str(QT_TEXTS)):
        raise release_files.damaged(QT_TEXTS.parent.name, QT_TEXTS.name)
    app.installTranslator(translator)
