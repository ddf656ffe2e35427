"""The help: one short page for each screen, and the list of error codes made from their register."""

from __future__ import annotations

from app.common import release_files
from app.common.messages import register, sentence
from app.errors import EnvironmentFailed

FOLDER = "help"
TOPICS = (
    "help",
    "home",
    "members",
    "card",
    "clearing",
    "lists",
    "import",
    "earlier",
    "commitments",
    "review",
    "writing",
    "forms",
    "levels",
    "conference",
    "year",
    "letters",
    "remediation",
    "findings",
    "papers",
    "layout",
    "word",
    "registers",
    "committee_forms",
    "packages",
    "closed",
    "settings",
    "rules",
    "wording",
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
DAMAGED = "Mục này chưa đọc được"
_ERRORS_HEAD = """# Mã lỗi

Khi chương trình không làm được một việc, cuối thông báo có một mã. Mỗi mã dưới đây nói chuyện gì đã xảy ra,
dữ liệu ra sao và cần làm gì.
"""


def topic(code: str) -> str:
    """Return the text of a help page, in Markdown; a page that is damaged says so in its place."""
    try:
        return _errors() if code == ERRORS else release_files.read_text(FOLDER, f"{code}.md")
    except EnvironmentFailed as error:
        return f"# {DAMAGED}\n\n{sentence(error)}\n"


def title(code: str) -> str:
    """Return the title of a help page."""
    return topic(code).partition("\n")[0].removeprefix("# ")


def _errors() -> str:
    entries = (
        f"## {code}\n\n**{said.what}** {said.data}\n\n{said.remedy}\n" for code, said in register().items()
    )
    return "\n".join([_ERRORS_HEAD, *entries])
