"""How the journal is kept: one SQLite file, its connections, its schema and its undo."""
