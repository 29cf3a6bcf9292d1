"""What a screen shows: one file per screen, frozen dataclasses out."""
