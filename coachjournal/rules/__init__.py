"""What the records mean: pure functions and enums. Nothing here reads a file, a clock or a database."""
