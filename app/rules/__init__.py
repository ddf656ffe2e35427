"""What the program notices, from the frozen year; pure."""
