"""The closed language of conditions in rule files: names of facts, comparisons, and, or, not.

A condition has four values (decisions.md 6). `UNKNOWN`: a fact is not entered yet ("chưa đủ dữ liệu").
`NOT_APPLICABLE`: it does not concern the subject ("không áp dụng"); `and` and `or` skip it, it never fires,
never blocks. Counting and ratios are facts, never operators.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeAlias


class Truth(Enum):
    """The value of a condition."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Absent(Enum):
    """Why a fact has no value."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


Plain: TypeAlias = "bool | int | float | str"
Value: TypeAlias = "Plain | Absent"
Facts: TypeAlias = Mapping[str, Value]
Compare: TypeAlias = Callable[[Any, Any], bool]


class NotACondition(ValueError):
    """A text is no condition of the language; the message names the place in English, for rule authors."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition; `names` are the facts it asks."""

    text: str
    names: frozenset[str]
    tree: ast.expr


_COMPARISONS: dict[type[ast.cmpop], Compare] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def parse(text: str, known: Iterable[str] | None = None) -> Condition:
    """Return the condition that `text` writes; `known` are the names of facts there are.

    Raises `NotACondition` for anything else than names, constants, comparisons and, or, not.
    """
    condition = _parsed(text)
    if known is not None and (strange := sorted(condition.names - frozenset(known))):
        raise NotACondition(f"no such fact: {', '.join(strange)}")
    return condition


@cache
def _parsed(text: str) -> Condition:
    """Return the condition, read once: the same few hundred are asked of every subject."""
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise NotACondition(f"not readable: {text!r}") from error
    return Condition(text, frozenset(_names(tree)), tree)


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """Return the value of a condition; a fact that `facts` does not hold is unknown."""
    return _truth(condition.tree, facts)


def all_of(values: Iterable[Truth]) -> Truth:
    """Return "and" over values: false wins, then unknown; what does not apply is skipped."""
    return _joined(values, Truth.FALSE, Truth.TRUE)


def any_of(values: Iterable[Truth]) -> Truth:
    """Return "or" over values: true wins, then unknown; what does not apply is skipped."""
    return _joined(values, Truth.TRUE, Truth.FALSE)


def opposite(value: Truth) -> Truth:
    """Return "not" of a value; unknown and not applicable stay what they are."""
    return {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}.get(value, value)


def _joined(values: Iterable[Truth], winner: Truth, other: Truth) -> Truth:
    left = [value for value in values if value is not Truth.NOT_APPLICABLE]
    if not left:
        return Truth.NOT_APPLICABLE
    if winner in left:
        return winner
    return Truth.UNKNOWN if Truth.UNKNOWN in left else other


def _truth(tree: ast.expr, facts: Facts) -> Truth:
    if isinstance(tree, ast.BoolOp):
        values = [_truth(part, facts) for part in tree.values]
        return all_of(values) if isinstance(tree.op, ast.And) else any_of(values)
    if isinstance(tree, ast.UnaryOp):
        return opposite(_truth(tree.operand, facts))
    if isinstance(tree, ast.Compare):
        return _compared(tree, facts)
    value = _value(tree, facts)
    if isinstance(value, Absent):
        return Truth(value.value)
    return Truth.TRUE if value else Truth.FALSE


def _compared(tree: ast.Compare, facts: Facts) -> Truth:
    if isinstance(tree.ops[0], ast.In):
        options = tree.comparators[0]
        assert isinstance(options, ast.Tuple | ast.List)  # noqa: S101  `_names` let nothing else pass
        pairs = [(_value(tree.left, facts), _value(one, facts)) for one in options.elts]
        return any_of([_one_comparison(left, right, operator.eq) for left, right in pairs])
    left, right = _value(tree.left, facts), _value(tree.comparators[0], facts)
    return _one_comparison(left, right, _COMPARISONS[type(tree.ops[0])])


def _one_comparison(left: Value, right: Value, compare: Compare) -> Truth:
    for absent in (Absent.NOT_APPLICABLE, Absent.UNKNOWN):
        if absent in (left, right):
            return Truth(absent.value)
    assert not isinstance(left, Absent)  # noqa: S101  for the type checker: both were looked at above
    assert not isinstance(right, Absent)  # noqa: S101  likewise
    return Truth.TRUE if compare(left, right) else Truth.FALSE


def _value(tree: ast.expr, facts: Facts) -> Value:
    if isinstance(tree, ast.Constant):
        assert isinstance(tree.value, bool | int | float | str)  # noqa: S101  `_names` let nothing else pass
        return tree.value
    return facts.get(_dotted(tree), Absent.UNKNOWN)


def _names(tree: ast.expr) -> Iterable[str]:
    """Yield the names in a condition; refuse whatever the language does not have."""
    if isinstance(tree, ast.BoolOp):
        yield from (name for part in tree.values for name in _names(part))
    elif isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not):
        yield from _names(tree.operand)
    elif isinstance(tree, ast.Compare) and len(tree.ops) == 1:
        yield from _names_of_comparison(tree)
    else:
        yield from _operand(tree)


def _names_of_comparison(tree: ast.Compare) -> Iterable[str]:
    right = tree.comparators[0]
    yield from _operand(tree.left)
    if isinstance(tree.ops[0], ast.In):
        if not isinstance(right, ast.Tuple | ast.List):
            raise NotACondition("'in' needs a list of constants")
        yield from (name for one in right.elts for name in _operand(one))
    elif type(tree.ops[0]) in _COMPARISONS:
        yield from _operand(right)
    else:
        raise NotACondition(f"no such comparison: {type(tree.ops[0]).__name__}")


def _operand(tree: ast.expr) -> Iterable[str]:
    if isinstance(tree, ast.Constant):
        if not isinstance(tree.value, bool | int | float | str):
            raise NotACondition(f"no such constant: {tree.value!r}")
        return
    yield _dotted(tree)


def _dotted(tree: ast.expr) -> str:
    if isinstance(tree, ast.Name):
        return tree.id
    if isinstance(tree, ast.Attribute):
        return f"{_dotted(tree.value)}.{tree.attr}"
    raise NotACondition(f"not part of the language: {type(tree).__name__}")
