"""Bring in: a foreign file becomes a preview that says what would happen; one command then applies it.

`table` opens a file (`encoding`) and finds its rows, `columns` says which heading is which part of a deal, `days`,
`amounts`, `stages` and `people` read one column each, `questions` knows what only a person can say, `deals` puts the
columns together and `preview` is what the window and the command line are given. `writing` then applies it.
"""
