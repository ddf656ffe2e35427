"""One frozen year of a cell, and its lossless JSON."""
