"""What was done, in words, by the code of the action: for the undo bar and the history."""

ACTIONS: dict[str, str] = {}
OTHER_ACTION = "thay đổi vừa rồi"


def action_words(action: str) -> str:
    """Return an action in words ("sửa đảng viên")."""
    return ACTIONS.get(action, OTHER_ACTION)
