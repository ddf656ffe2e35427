"""Tasks tried as a new user would: from Trang chính of the practice cell, reading only what is on the screen."""
