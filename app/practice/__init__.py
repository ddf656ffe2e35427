"""The practice cell (dữ liệu luyện tập): a whole invented year, done through the services like any other.

`acts` do the year step by step, `careless` plants what a careless cell leaves behind; words stand in
``resources/practice``, and nothing in them is real.
"""
