"""Posts (chức vụ) that a member holds for a time: in the Party by kind, elsewhere by their title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from app.common.text import fold
from app.domain.periods import Period, clashes, covers, end_problems
from app.domain.types import Entry, Line, Owned
from app.errors import Problem


class PostKind(StrEnum):
    """Posts in the cell, from the top down; `NONE` is a post outside it, which only its title names."""

    CELL_SECRETARY = "cell_secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    COMMITTEE_MEMBER = "committee_member"
    NONE = ""


class PostFields(Period):
    """What is kept of a post; the title of a post in the Party may add to its kind ("phụ trách dân vận")."""

    kind: PostKind = PostKind.NONE
    title: Line = ""


class PostEntry(Entry, PostFields):
    """A post as it stands in a form."""


class Post(Owned, PostFields):
    """A post as stored."""


RANKS = {kind: rank for rank, kind in enumerate(PostKind)}
"""The order in which papers list those who hold posts (rulings.md 3.7)."""

_KINDS_WRITTEN = {
    "bi thu": PostKind.CELL_SECRETARY,
    "bi thu chi bo": PostKind.CELL_SECRETARY,
    "pho bi thu": PostKind.DEPUTY_SECRETARY,
    "pho bi thu chi bo": PostKind.DEPUTY_SECRETARY,
    "bi thu cb": PostKind.CELL_SECRETARY,
    "bt": PostKind.CELL_SECRETARY,
    "bt chi bo": PostKind.CELL_SECRETARY,
    "btcb": PostKind.CELL_SECRETARY,
    "p. bi thu": PostKind.DEPUTY_SECRETARY,
    "pbt": PostKind.DEPUTY_SECRETARY,
    "pho bi thu cb": PostKind.DEPUTY_SECRETARY,
    "pho bt": PostKind.DEPUTY_SECRETARY,
    "pho bt chi bo": PostKind.DEPUTY_SECRETARY,
    "chi uy": PostKind.COMMITTEE_MEMBER,
    "chi uy vien": PostKind.COMMITTEE_MEMBER,
    "cuv": PostKind.COMMITTEE_MEMBER,
    "uv chi uy": PostKind.COMMITTEE_MEMBER,
    "uy vien chi uy": PostKind.COMMITTEE_MEMBER,
}
"""Posts of the cell as old lists write them, folded."""
_SHORTEST_FIRST = sorted(_KINDS_WRITTEN, key=len)
_OF_A_CELL = re.compile(
    r"(?:chi bo|chi uy|cb|to dan pho|tdp|to|thon|xom|ap|lang|ban(?! can su| chap hanh)|buon|soc|khoi|khu|khom"
    r"|kp|ktt)"
    r"(?![^\W\d_]|\.)"
)
"""How the words go on that say of which cell a post is: it is named itself, or the place it is of."""
_FORMER = re.compile(r"\bcu\)?$|nhiem ky|da nghi")
"""Words that may say of a post that it is held no longer; it stays a title then."""
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+[-–+]\s+|\s+kiem(?: nhiem)?\s+")
"""What stands between two posts of one cell, in folded text."""


def posts_written(text: str) -> list[PostFields]:
    """Return the posts that a list names in one cell ("Bí thư, Trưởng thôn"), since when it does not say.

    A post whose words go on with its cell or a place is that post, and keeps those words as its title
    ("Bí thư", "chi bộ thôn Một"). What is no post of the cell stays together as one title, word for word.
    """
    parts = [part for part in _parted(text) if part]
    known = [(part, _kind_of(part)) for part in parts]
    others = [part for part, kind in known if not kind]
    found: dict[PostKind, str] = {}
    for _part, kind in known:
        if kind:
            found[kind[0]] = found.get(kind[0]) or kind[1]
    posts = [PostFields(kind=kind, title=title) for kind, title in found.items()]
    title = ", ".join(others) if found else text.strip()
    return [*posts, PostFields(title=title)] if title else posts


def _kind_of(part: str) -> tuple[PostKind, str] | None:
    """Return the post of the cell that a part names, and what it adds to it; folding keeps places."""
    folded = fold(part)
    if folded in _KINDS_WRITTEN:
        return _KINDS_WRITTEN[folded], ""
    if _FORMER.search(folded):
        return None
    for name in _SHORTEST_FIRST:
        rest = folded.removeprefix(name).lstrip()
        if folded.startswith(name) and _OF_A_CELL.match(rest):
            return _KINDS_WRITTEN[name], part[len(part) - len(rest) :]
    # Whoever sits in the committee has a task there, in any words.
    for name in reversed(_SHORTEST_FIRST):
        rest = folded.removeprefix(f"{name} ")
        if rest != folded and _KINDS_WRITTEN[name] is PostKind.COMMITTEE_MEMBER:
            return PostKind.COMMITTEE_MEMBER, part[len(part) - len(rest) :]
    return None


def _parted(text: str) -> Iterator[str]:
    """Yield the posts of a cell as they are written; folding keeps the places of the letters."""
    after = 0
    for between in _BETWEEN.finditer(fold(text)):
        yield text[after : between.start()].strip()
        after = between.end()
    yield text[after:].strip()


def posts_on(posts: Iterable[Post], day: dt.date) -> tuple[Post, ...]:
    """Return the posts held on `day`, those of the cell first, then those held longest.

    Of two that nobody holds at once the later one is held: on the day of the change, and in the year of it
    where no more is known.
    """
    held = [post for post in posts if covers(post, day)]
    last = [post for post in held if not any(_gives_way(post, other) for other in held)]
    return tuple(sorted(last, key=lambda post: (RANKS[post.kind], post.started_on, post.uid)))


def rank_on(posts: Iterable[Post], day: dt.date) -> int:
    """Return the place among holders of posts on `day`, 0 for the bí thư; papers list by it."""
    return min((RANKS[post.kind] for post in posts_on(posts, day)), default=RANKS[PostKind.NONE])


def post_text(posts: Sequence[Post], day: dt.date, called: Callable[[PostKind], str]) -> str:
    """Return the posts held on `day` in one line ("Bí thư, Trưởng thôn"); `called` gives the kinds' names."""
    names = (" ".join(filter(None, (called(post.kind), post.title))) for post in posts_on(posts, day))
    return ", ".join(names)


def post_problems(posts: Sequence[PostFields]) -> Iterator[tuple[int, Problem]]:
    """Yield what cannot be true of the posts of one person, with the place of the post."""
    for place, post in enumerate(posts):
        if not post.kind and not post.title:
            yield place, Problem("title", "post.nameless")
        yield from ((place, problem) for problem in end_problems(post))
    for one, other in clashes(posts):
        if _exclude(posts[one], posts[other]):
            yield other, Problem("started_on", "post.two_at_once")


def _gives_way(post: Post, other: Post) -> bool:
    if (other.started_on, other.uid) <= (post.started_on, post.uid):
        return False
    return _exclude(post, other) or (post.kind, fold(post.title)) == (other.kind, fold(other.title))


def _exclude(one: PostFields, other: PostFields) -> bool:
    if one.kind and one.kind == other.kind:
        return True
    return {one.kind, other.kind} == {PostKind.CELL_SECRETARY, PostKind.DEPUTY_SECRETARY}
