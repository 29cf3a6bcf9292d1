-- Undo.

-- A step is one command. `inserted` says which rows it added, as {{"table": [[first, last], …]}}; the entries
-- from first_entry to last_entry hold, newest last, the statement that takes one update or delete back.

CREATE TABLE undo_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    words TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    inserted TEXT NOT NULL CHECK (json_valid(inserted)),
    first_entry INTEGER NOT NULL,
    last_entry INTEGER NOT NULL
) STRICT;

CREATE TABLE undo_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    restored_id INTEGER,
    statement TEXT NOT NULL
) STRICT;
