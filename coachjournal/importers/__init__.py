"""Bring in: a foreign file becomes a preview that says what would happen; one command then applies it.

`table` opens a file and finds its rows, `columns` says which heading is which part of a deal, `days`, `amounts`,
`stages` and `people` read one column each, and `deals` puts the preview together.
"""
