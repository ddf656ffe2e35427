"""The widgets of one draft and their binding."""
