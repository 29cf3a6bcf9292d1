"""Question sets: what they are used for."""

FOR_ALL_KINDS = "any"
"""The `used_for` of a question set that serves every kind of conversation; else it is the kind."""
