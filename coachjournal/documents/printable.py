"""What a template is given: words, numbers, lists and dictionaries, as JSON knows them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

Printable: TypeAlias = "str | float | bool | None | Sequence[Printable] | Mapping[str, Printable]"


def each_text(content: Printable, change: Callable[[str], str]) -> Printable:
    """The same content with every text changed; names of fields stay."""
    if isinstance(content, str):
        return change(content)
    if isinstance(content, Mapping):
        return {name: each_text(value, change) for name, value in content.items()}
    if isinstance(content, Sequence):
        return [each_text(value, change) for value in content]
    return content


def signs(content: Printable) -> set[str]:
    """Every character that occurs in a text of the content."""
    return {sign for text in _texts(content) for sign in text}


def _texts(content: Printable) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        for value in content.values():
            yield from _texts(value)
    elif isinstance(content, Sequence):
        for value in content:
            yield from _texts(value)
