"""The brief of a one-on-one as a PDF: one page, whatever there is. What does not fit is counted."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from coachjournal.documents.brief_page import BriefPage, Row
from coachjournal.documents.brief_room import Room, first_that_fits
from coachjournal.documents.brief_words import heading
from coachjournal.documents.clean_text import clean_name
from coachjournal.documents.development_plan import Written
from coachjournal.documents.localised import Localised
from coachjournal.documents.saving import save
from coachjournal.documents.typesetting import Typeset, typeset
from coachjournal.errors import Rejected
from coachjournal.queries.brief import Brief
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE


def write_briefs(
    briefs: Sequence[Brief],
    path: Path,
    *,
    locale: str = DEFAULT_LOCALE,
    progress: Callable[[float], object] = lambda _share: None,
) -> Written:
    """Write a page for each brief to `path`; raises `Rejected` for another ending, and where the disk says no.

    `progress` hears before each page how far it is, 0 to 1; what it raises ends the work, and nothing is written.
    """
    if path.suffix.lower() != ".pdf":
        raise Rejected("A brief is saved as .pdf.")
    document = typeset_briefs(briefs, locale=locale, progress=progress)
    progress(1.0)
    save(document.pdf, path)
    return Written(path, document.pages, document.missing)


def typeset_briefs(
    briefs: Sequence[Brief],
    *,
    locale: str = DEFAULT_LOCALE,
    progress: Callable[[float], object] = lambda _share: None,
) -> Typeset:
    """A page for each brief, in their order; the same briefs give the same bytes."""
    local = Localised.named(locale)
    fitted = []
    for number, brief in enumerate(briefs):
        progress(number / len(briefs))
        fitted.append(_fitted(brief, local))
    if len(fitted) == 1:
        return fitted[0][1]
    return typeset("brief", _document(briefs, [page for page, _ in fitted], local))


def _fitted(brief: Brief, local: Localised) -> tuple[Row, Typeset]:
    """The most of it that fits on one page, found by typesetting it."""

    @cache
    def made(room: Room) -> tuple[Row, Typeset]:
        page = BriefPage(brief, room, local).content()
        return page, typeset("brief", _document([brief], [page], local))

    return made(first_that_fits(lambda room: made(room)[1].pages == 1))


def _document(briefs: Sequence[Brief], pages: Sequence[Row], local: Localised) -> Row:
    first = briefs[0]
    named = heading(first) if len(briefs) == 1 else "One-on-ones"
    return {
        "paper": local.paper,
        "language": "en",
        "region": local.region,
        "made_on": [first.made_on.year, first.made_on.month, first.made_on.day],
        "title": f"{clean_name(named)}, {local.day(first.made_on)}",
        "manager": clean_name(first.manager),
        "made": f"Made {local.day(first.made_on)}",
        "briefs": pages,
    }
