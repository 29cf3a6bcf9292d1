"""Coach Journal's core: everything but the window.

A tour, from the ground up. `clock`, `errors`, `changes` and `places` know nothing else. `rules` says what the
records mean, in pure functions. `model` is what is remembered, one record a file. `store` keeps it in one SQLite
file. `journal` is the door: `do` a command, `ask` a query, `undo`. `commands` are what a manager can do, `queries`
what a screen shows. `charts` draw frozen data, `importers` bring foreign files in, `documents` print. `cli` does
all of it without a window. The window itself is the `ui` package, which nothing here knows.
"""

__version__ = "0.1.0"
