"""Kinds of conversation: what each is for, how long it takes as a rule, and the headings to write under."""

from sqlalchemy import bindparam, select

from coachjournal.commands.setting import chosen_minutes, put
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Template
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.setting import SettingName
from coachjournal.rules.time_entry import LONGEST
from coachjournal.store.shipped import Row, shipped_rows

PURPOSELESS = "Say in a line what this is for."
TOO_LONG = "A conversation takes between a minute and a day."
OF_KIND = select(Template).where(Template.kind == bindparam("kind"))


def write_purpose(tx: Writing, *, kind: ConversationKind, purpose: str) -> None:
    """Say what a kind of conversation is for: it stands in the empty note."""
    if not purpose.strip():
        raise Rejected(PURPOSELESS, field="purpose")
    _template(tx, kind).purpose = purpose.strip()
    tx.say(f"Changed what {kind.spoken} is for.")


def write_headings(tx: Writing, *, kind: ConversationKind, headings: str) -> None:
    """The headings to write under, one a line; {rep} is the rep's first name. None is fine: the note begins empty."""
    lines = (" ".join(line.split()) for line in headings.splitlines())
    _template(tx, kind).headings = "\n".join(line for line in lines if line)
    tx.say(f"Changed the headings of {kind.spoken}.")


def set_usual_minutes(tx: Writing, *, kind: ConversationKind, minutes: int) -> None:
    """How long one takes where nobody says otherwise."""
    if not 1 <= minutes <= LONGEST:
        raise Rejected(TOO_LONG, field="minutes")
    _put_minutes(tx, chosen_minutes(tx) | {kind: minutes})
    tx.say(f"Changed how long {kind.spoken} usually takes.")


def put_back_kind(tx: Writing, *, kind: ConversationKind) -> None:
    """Purpose, minutes and headings as they shipped."""
    for ships in shipped_rows("templates.json"):
        if ships["kind"] == kind:
            _put_back(tx, ships)
    _put_minutes(tx, {each: minutes for each, minutes in chosen_minutes(tx).items() if each is not kind})
    tx.say(f"Put back {kind.spoken} as it shipped.")


def put_back_kinds(tx: Writing) -> None:
    for ships in shipped_rows("templates.json"):
        _put_back(tx, ships)
    _put_minutes(tx, {})
    tx.say("Put back the kinds of conversation as they shipped.")


def _put_back(tx: Writing, ships: Row) -> None:
    template = _template(tx, ConversationKind(ships["kind"]))
    template.purpose, template.headings = ships["purpose"], "\n".join(ships["headings"])


def _template(tx: Writing, kind: ConversationKind) -> Template:
    template = tx.session.scalars(OF_KIND, {"kind": kind}).one_or_none()
    if template is None:
        template = Template(kind=kind)
        tx.session.add(template)
    return template


def _put_minutes(tx: Writing, minutes: dict[ConversationKind, int]) -> None:
    if minutes != chosen_minutes(tx):
        put(tx, SettingName.USUAL_MINUTES, {kind.value: each for kind, each in minutes.items()})
