"""Two kinds of error that a person can act on; anything else is a bug."""


class Rejected(Exception):  # noqa: N818 - the word the whole code reads by
    """The journal says no in one sentence: the person who typed can mend it. Nothing was written."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class StorageUnavailable(Exception):  # noqa: N818 - likewise
    """The file cannot be read or written just now: full, locked, damaged, gone, or from a newer version."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
