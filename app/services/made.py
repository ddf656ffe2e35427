"""The files of a paper as they leave, whatever they were made from."""

from __future__ import annotations

from dataclasses import dataclass

OURS = "docx"


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one paper: what an office program opens, with its ending, and the pages."""

    file: bytes = b""
    ending: str = OURS
    pdf: bytes = b""
    notes: tuple[str, ...] = ()
    """What the pages cannot show of a form that is not ours."""
    lacks: bool = False
    """Whether a reader would miss any of it, so that the file itself has to be looked at."""
    slip: bytes = b""
    """A page that stands for a paper whose pages lack something a reader would miss: Word alone prints it."""

    @property
    def printed(self) -> bytes:
        """Return the PDF to print: pages that lack something are only looked at."""
        return self.slip or self.pdf

    @property
    def kept_pdf(self) -> bytes:
        """Return the PDF to keep beside the file, nothing where only Word can make it."""
        return b"" if self.slip else self.pdf
