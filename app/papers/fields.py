"""Places to fill in, as they look on paper: what stands in them, dotted lines, or boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.papers.content import Block, Field, Leader, Paragraph, Run, Still

_BOX, _TICKED, _BETWEEN = "□", "■", "    "


def on_paper(blocks: Sequence[Block]) -> tuple[Still, ...]:
    """Return the blocks as both formats can show them: a form that is printed is filled in with a pen."""
    return tuple(one for block in blocks for one in (_lines(block) if isinstance(block, Field) else (block,)))


def paragraphs(text: str, style: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each line of `text`."""
    return tuple(Paragraph((Run(part),), style) for part in text.split("\n"))


def _unbroken(text: str) -> str:
    """Return words that stay on one line with their box."""
    return text.replace(" ", "\u00a0")


def _lines(field: Field) -> Iterator[Still]:
    if field.choices:
        boxes = (f"{_TICKED if one == field.text else _BOX}\u00a0{_unbroken(one)}" for one in field.choices)
        yield Paragraph((Run(f"{field.label} "), Run(_BETWEEN.join(boxes))), field.style)
    elif field.text:
        first, *rest = field.text.split("\n")
        label = (Run(f"{field.label} "),) if field.label else ()
        yield Paragraph((*label, Run(first)), field.style)
        yield from (Paragraph((Run(part),), field.style) for part in rest)
    else:
        yield Leader(field.label, field.style, lines=field.lines)
