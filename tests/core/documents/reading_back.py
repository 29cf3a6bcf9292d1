"""Read a PDF back as a reader, a screen reader and an archive would."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pikepdf
from pypdf import PdfReader

Tree = pikepdf.Object


@dataclass(frozen=True)
class ReadBack:
    """What a finished PDF says of itself."""

    pdf: bytes

    @cached_property
    def pages(self) -> list[str]:
        return [page.extract_text() for page in PdfReader(BytesIO(self.pdf)).pages]

    @cached_property
    def text(self) -> str:
        """All text on one line, without break marks."""
        return " ".join(" ".join(self.pages).replace("\u200b", "").split())

    def tags(self) -> list[str]:
        """The names of the structure elements, in reading order."""
        with pikepdf.open(BytesIO(self.pdf)) as pdf:
            return [str(element.S)[1:] for element in _elements(pdf.Root.StructTreeRoot)]

    def alternatives(self) -> list[str]:
        """The alternative texts of pictures."""
        with pikepdf.open(BytesIO(self.pdf)) as pdf:
            return [str(element.Alt) for element in _elements(pdf.Root.StructTreeRoot) if "/Alt" in element]

    def fonts(self) -> dict[str, bool]:
        """Every font by name, and whether it is embedded."""
        with pikepdf.open(BytesIO(self.pdf)) as pdf:
            descriptors = [item for item in pdf.objects if _is_a(item, "/FontDescriptor")]
            return {str(item.FontName): any(f"/FontFile{n}" in item for n in ("", 2, 3)) for item in descriptors}


def _elements(parent: Tree) -> Iterator[Tree]:
    children = parent.get("/K")
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def _is_a(item: object, kind: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind
