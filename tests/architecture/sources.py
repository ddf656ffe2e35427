"""The program's own source files, parsed once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file; `name` is its path from the program's folder on."""

    name: str
    text: str

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(ast.parse(self.text)))

    @cached_property
    def strings(self) -> list[ast.Constant]:
        """The string literals that the program works with: docstrings are none of them."""
        described = {id(node.value) for node in self.nodes if isinstance(node, ast.Expr)}
        found = (node for node in self.nodes if isinstance(node, ast.Constant) and id(node) not in described)
        return [node for node in found if isinstance(node.value, str)]

    def is_in(self, *folders: str) -> bool:
        return self.name.startswith(tuple(f"{folder}/" for folder in folders)) or self.name in folders


@lru_cache
def sources() -> tuple[Source, ...]:
    """Return every source file of the program, its tools and its tests."""
    return tuple(_read())


def _read() -> Iterator[Source]:
    for folder in ("app", "ui", "packaging", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
