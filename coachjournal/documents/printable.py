"""What a template is given: words, numbers, lists and dictionaries, as JSON knows them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

Printable: TypeAlias = "str | float | bool | Sequence[Printable] | Mapping[str, Printable] | None"
Content: TypeAlias = Mapping[str, Printable]


def each_text(content: Content, change: Callable[[str], str]) -> Content:
    """The same content with every text changed; names of fields stay."""
    return {name: _changed(value, change) for name, value in content.items()}


def signs(content: Content) -> set[str]:
    """Every character that occurs in a text of the content."""
    return set().union(*_texts(content))


def _changed(content: Printable, change: Callable[[str], str]) -> Printable:
    if isinstance(content, str):
        return change(content)
    if isinstance(content, Mapping):
        return each_text(content, change)
    if isinstance(content, Sequence):
        return [_changed(value, change) for value in content]
    return content


def _texts(content: Printable) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping | Sequence):
        for value in content.values() if isinstance(content, Mapping) else content:
            yield from _texts(value)
