"""Forms that members get as Word files and hand back filled in (Phát mẫu – nhận bản)."""
