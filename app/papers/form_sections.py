"""The sections of a form of the year's rules: parts, headings numbered as on paper, and their bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.papers import prose
from app.papers.carried import Writer, section_blocks
from app.papers.content import Block
from app.rules.ruleset import Form, Section

_NUMBERED = re.compile(r"^(?:[IVX]+\.)?\d+\.\s+")
_PART = re.compile(r"^[IVX]+\.\s")


def sections(form: Form, writer: Writer, owner: str, *, is_leader: bool) -> Iterator[Block]:
    """Return the sections that the writer fills in, with what `owner`, his form, has in each.

    Sections below a part are counted anew wherever one for leaders falls out.
    """
    texts = writer.review.outlook.texts.get(owner, {})
    for section, heading in headed(form, is_leader=is_leader):
        yield from (prose.heading(text) for text in section.under)
        yield prose.heading(heading)
        yield from section_blocks(writer, section.carries, texts.get(section.code, ""))


def headed(form: Form, *, is_leader: bool) -> Iterator[tuple[Section, str]]:
    """Return the sections that are filled in, each with its heading numbered as on paper."""
    count = 0
    for section in form.sections:
        if section.of_leaders and not is_leader:
            continue
        count = 0 if section.under else count
        if _PART.match(section.heading):
            yield section, section.heading
        else:
            count += 1
            yield section, _counted(section, count)


def _counted(section: Section, count: int) -> str:
    return f"{count}. {_NUMBERED.sub('', section.heading)}"
