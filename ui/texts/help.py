"""The help: one short page for each screen, and the list of error codes made from their register."""

from __future__ import annotations

from app.common.messages import register
from app.common.paths import RESOURCES

FOLDER = RESOURCES / "help"
TOPICS = (
    "help",
    "home",
    "members",
    "card",
    "lists",
    "import",
    "papers",
    "packages",
    "settings",
    "keys",
    "wizard",
    "unlock",
    "support",
    "locking",
    "errors",
)
"""In the order of the list; all but `ERRORS` are files of `FOLDER`."""
ERRORS = "errors"
LIST = "Các mục trợ giúp"
HELP_ABOUT = "Trợ giúp: {title}"
HOW = "Bấm F1 ở trang nào thì mở trợ giúp của trang đó."
READING = "Nội dung trợ giúp"
_ERRORS_HEAD = """# Mã lỗi

Khi chương trình không làm được một việc, cuối thông báo có một mã. Mỗi mã dưới đây nói chuyện gì đã xảy ra,
dữ liệu ra sao và cần làm gì.
"""


def topic(code: str) -> str:
    """Return the text of a help page, in Markdown; raises `FileNotFoundError` for an unknown one."""
    if code == ERRORS:
        return _errors()
    return (FOLDER / f"{code}.md").read_text("utf-8")


def title(code: str) -> str:
    """Return the title of a help page."""
    return topic(code).partition("\n")[0].removeprefix("# ")


def _errors() -> str:
    entries = (
        f"## {code}\n\n**{said.what}** {said.data}\n\n{said.remedy}\n" for code, said in register().items()
    )
    return "\n".join([_ERRORS_HEAD, *entries])
