"""What the settings of the window give back: text after a restart, and anything at all from a file someone mended."""


def kept_number(kept: object) -> int | None:
    """A key that was kept, or None where there is none that can be read."""
    return int(str(kept)) if str(kept).isdecimal() else None
