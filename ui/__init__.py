"""The windows of Sổ Chi bộ: they ask services, show frozen records, collect values, decide nothing."""
