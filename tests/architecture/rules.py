"""The rules as pure functions: a source file in, a line for each breach out."""

import ast
import re
import unicodedata
from collections.abc import Callable, Iterator

from tests.architecture.sources import Source
from tests.guard import NETWORK

MODULE_LINES = {"app": 350, "ui": 400, "packaging": 350}
FUNCTION_LINES = 40
PUBLIC_METHODS = 12

# The task runner, the crash hooks of child process and command line, and nothing else.
CATCHES_ANYTHING = ("app/worker/child.py", "app/commands/running.py", "ui/tasks/runner.py")

# Their subject is the alphabet itself, letter by letter.
ABOUT_LETTERS = ("app/common/old_fonts.py", "app/common/text.py", "app/papers/wording.py")

# Rule sets tell the line at fault.
READS_TOML = ("app/common/release_files.py", "app/rules/ruleset_files.py")

SHIPPED_SCRIPTS = (
    "packaging/launch_command.py",
    "packaging/launch_window.py",
    "packaging/runtime_safe_dlls.py",
)

ERROR_CODE = re.compile(r"L-\d{3}")
FINDING_ID = re.compile(r"\b(R\d|C)-\d\d\b")


def module_size(source: Source) -> Iterator[str]:
    limit = MODULE_LINES.get(source.name.partition("/")[0])
    lines = len(source.text.splitlines())
    if limit and lines > limit:
        yield f"{source.name} has {lines} lines, {limit} are the limit"


def function_size(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef) and _counts(source, node):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{source.name}:{node.lineno} {node.name} has {lines} lines"


def _counts(source: Source, node: ast.FunctionDef) -> bool:
    return not source.is_in("tests") or node.name.startswith("test_")


def class_size(source: Source) -> Iterator[str]:
    """A port (a Protocol) is as wide as the system it stands for; overriding is answering, not offering."""
    for node in source.nodes:
        if not isinstance(node, ast.ClassDef) or source.is_in("tests") or "Protocol" in _bases(node):
            continue
        offered = [m.name for m in node.body if isinstance(m, ast.FunctionDef) and _is_offered(m)]
        if len(offered) > PUBLIC_METHODS:
            yield f"{source.name}:{node.lineno} {node.name} offers {len(offered)} methods"


def _bases(node: ast.ClassDef) -> set[str]:
    return {ast.unparse(base) for base in node.bases}


def _is_offered(method: ast.FunctionDef) -> bool:
    overrides = any(ast.unparse(decorator) == "override" for decorator in method.decorator_list)
    return not method.name.startswith("_") and not overrides


def events_pumped(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "processEvents":
            yield f"{source.name}:{node.lineno} processEvents"


def anything_caught(source: Source) -> Iterator[str]:
    """Catching everything is fine only to clean up: the handler ends by raising."""
    if source.is_in("tests", *CATCHES_ANYTHING):
        return
    for node in source.nodes:
        if (
            isinstance(node, ast.ExceptHandler)
            and _is_wide(node)
            and not isinstance(node.body[-1], ast.Raise)
        ):
            yield f"{source.name}:{node.lineno} swallows everything"


def _is_wide(handler: ast.ExceptHandler) -> bool:
    caught = ast.unparse(handler.type) if handler.type else "BaseException"
    return bool({"Exception", "BaseException"} & set(re.findall(r"\w+", caught)))


def migrations_alone(source: Source) -> Iterator[str]:
    """A migration describes the schema of its day; tables of today would change under it."""
    if not source.is_in("app/storage/migrations/versions"):
        return
    for name, line in imported(source):
        if name.startswith(("app.storage.tables", "app.domain")):
            yield f"{source.name}:{line} imports {name}"


def imported(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the modules that a file imports, with the line."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def network_reached(source: Source) -> Iterator[str]:
    """Nothing that is shipped imports what could reach a network, not even inside a function."""
    if source.is_in("app", "ui", *SHIPPED_SCRIPTS):
        for name, line in imported(source):
            if {name, name.rpartition(".")[0]} & NETWORK:
                yield f"{source.name}:{line} imports {name}"


def toml_read_alone(source: Source) -> Iterator[str]:
    """Files of the program are read by `release_files.read_toml`, which tells when one is damaged (C07)."""
    if source.is_in("app", "ui") and not source.is_in(*READS_TOML):
        for name, line in imported(source):
            if name == "tomllib":
                yield f"{source.name}:{line} reads TOML itself; use app.common.release_files.read_toml"


def vietnamese_in_logic(source: Source) -> Iterator[str]:
    """Words stand in ``ui/texts`` and ``resources``; elsewhere no literal has a letter beyond ASCII."""
    if not source.is_in("app", "ui") or source.is_in("ui/texts", *ABOUT_LETTERS):
        return
    for node in source.strings:
        letters = [c for c in str(node.value) if ord(c) > 0x7F and unicodedata.category(c)[0] in "LM"]
        if letters:
            yield f"{source.name}:{node.lineno} {str(node.value)[:30]!r}"


def finding_by_name(source: Source) -> Iterator[str]:
    """The windows ask what a finding is like; none knows one by its id (decisions.md 6)."""
    if not source.is_in("ui") or source.is_in("ui/texts"):
        return
    for node in source.strings:
        if FINDING_ID.search(str(node.value)):
            yield f"{source.name}:{node.lineno} {node.value!r}"


def silence_without_reason(source: Source) -> Iterator[str]:
    """Whoever silences a tool names the rule and says why, on the same line."""
    noqa = re.compile(r"#\s*noqa(?P<codes>:\s*[A-Z0-9, ]+)?(?P<reason>.*)")
    ignore = re.compile(r"#\s*type:\s*ignore(?P<codes>\[[\w, -]+\])?(?P<reason>.*)")
    for number, line in enumerate(source.text.splitlines(), start=1):
        for found in filter(None, (noqa.search(line), ignore.search(line))):
            if not source.is_in("tests/architecture") and not _is_reasoned(found):
                yield f"{source.name}:{number} {line.strip()[-60:]}"


def _is_reasoned(found: re.Match[str]) -> bool:
    return bool(found["codes"]) and bool(re.search(r"[a-z]{2}", found["reason"]))


def raised_codes(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the error codes that a file of the core makes, with the line; to look for a code makes none."""
    if source.is_in("app"):
        looked_for = {id(part) for asked in _asked(source) for part in ast.walk(asked)}
        for node in source.strings:
            if ERROR_CODE.fullmatch(str(node.value)) and id(node) not in looked_for:
                yield str(node.value), node.lineno


def _asked(source: Source) -> Iterator[ast.AST]:
    """Yield what a code is compared with or looked up by: also under a name that serves nothing else."""
    compared = [node for node in source.nodes if isinstance(node, ast.Compare)]
    yield from compared
    inside = {id(part) for node in compared for part in ast.walk(node)}
    for node in source.nodes:
        if isinstance(node, ast.Dict):
            yield from filter(None, node.keys)
        elif isinstance(node, ast.Subscript):
            yield node.slice
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            uses = [id(use) for use in _uses(source, ast.unparse(node.targets[0]))]
            if uses and inside.issuperset(uses):
                yield node.value


def _uses(source: Source, name: str) -> list[ast.Name]:
    names = [node for node in source.nodes if isinstance(node, ast.Name) and node.id == name]
    return [node for node in names if isinstance(node.ctx, ast.Load)]


def problem_codes(source: Source) -> Iterator[str]:
    """Yield the codes that a file hands to `Problem` or to pydantic's custom error."""
    for node in source.nodes:
        if isinstance(node, ast.Call) and source.is_in("app", "ui"):
            at = {"Problem": 1, "PydanticCustomError": 0}.get(ast.unparse(node.func), -1)
            given = node.args[at : at + 1] if at >= 0 else []
            yield from (str(code.value) for code in given if isinstance(code, ast.Constant))


RULES: tuple[Callable[[Source], Iterator[str]], ...] = (
    module_size,
    function_size,
    class_size,
    events_pumped,
    anything_caught,
    migrations_alone,
    network_reached,
    toml_read_alone,
    vietnamese_in_logic,
    finding_by_name,
    silence_without_reason,
)
