"""Tasks tried as a new user would: from Trang chính of the practice cell, reading only the screen."""
