"""One sitting at an open cell: its window, and what covers it and leads back."""
