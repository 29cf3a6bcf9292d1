"""The two search indexes of schema 2 and the triggers that keep them in step, however a row is written.

See docs/decisions/072-search.md for why it is built so.
"""

from dataclasses import dataclass

from alembic import op

SIGN = "char(57344)"
"""U+E000 before a facet: no word that is typed begins with it."""
NOTHING = "''"


@dataclass(frozen=True, slots=True)
class Searched:
    """What the index holds of a table, as SQL about one of its rows; {row} is the table, OLD or NEW."""

    kind: int
    title: str
    body: str
    facets: tuple[str, ...]
    columns: str
    """A change of these is a change of the index."""
    day: str = ""
    """What has a day is numbered by it, so that the newest is found first. What has none is found by its name."""

    @property
    def index(self) -> str:
        """Names have an index of their own: a hundred thousand notes do not stand before them."""
        return "search_index" if self.day else "search_names"


DEALS_OF_A_CONVERSATION = (
    f"ifnull((SELECT group_concat({SIGN} || 'deal' || deal_id, ' ') FROM ("
    "SELECT deal_id FROM conversation_deal WHERE conversation_id = {row}.id"
    " UNION SELECT deal_id FROM field_call WHERE conversation_id = {row}.id AND deal_id IS NOT NULL)), '')"
)
CALLS_OF_A_CONVERSATION = (
    "ifnull((SELECT group_concat(objective || char(10) || stretch || char(10) || outcome || char(10) || went_well"
    " || char(10) || differently, char(10)) FROM field_call WHERE conversation_id = {row}.id), '')"
)
ACCOUNT_OF_A_DEAL = "ifnull(char(10) || (SELECT name FROM account WHERE id = {row}.account_id), '')"
THE_REP = f"{SIGN} || 'rep' || {{row}}.rep_id"
THE_DEAL = f"ifnull({SIGN} || 'deal' || {{row}}.deal_id, '')"

SEARCHED = {
    "conversation": Searched(
        kind=0,
        day="{row}.held_on",
        title=NOTHING,
        body="{row}.text || char(10) || {row}.reps_words || char(10) || " + CALLS_OF_A_CONVERSATION,
        facets=(THE_REP, f"{SIGN} || 'kind' || replace({{row}}.kind, '_', '')", DEALS_OF_A_CONVERSATION),
        columns="rep_id, kind, held_on, text, reps_words",
    ),
    "commitment": Searched(
        kind=1,
        day="{row}.made_on",
        title="{row}.text",
        body=NOTHING,
        facets=(THE_REP, THE_DEAL),
        columns="rep_id, text, made_on, deal_id",
    ),
    "goal": Searched(
        kind=2,
        day="{row}.started_on",
        title="{row}.title",
        body="{row}.why || char(10) || {row}.how",
        facets=(THE_REP,),
        columns="rep_id, title, why, how, started_on",
    ),
    "deal": Searched(
        kind=3,
        title="{row}.name || " + ACCOUNT_OF_A_DEAL,
        body="{row}.next_step",
        facets=(THE_REP, f"{SIGN} || 'deal' || {{row}}.id"),
        columns="rep_id, account_id, name, next_step",
    ),
    "rep": Searched(
        kind=4,
        title="{row}.name",
        body="{row}.role || char(10) || {row}.territory",
        facets=(f"{SIGN} || 'rep' || {{row}}.id",),
        columns="name, role, territory",
    ),
    "observation": Searched(
        kind=5,
        day="{row}.seen_on",
        title="{row}.behaviour",
        body="{row}.situation || char(10) || {row}.impact",
        facets=(THE_REP,),
        columns="rep_id, behaviour, situation, impact, seen_on",
    ),
    "agenda_item": Searched(
        kind=6,
        day="{row}.added_on",
        title="{row}.text",
        body=NOTHING,
        facets=(THE_REP, THE_DEAL),
        columns="rep_id, text, added_on, deal_id",
    ),
}

# What is indexed with a record of another table: that table, its column, the columns that matter.
PARTS = (
    ("conversation", "conversation_deal", "conversation_id", "conversation_id, deal_id"),
    (
        "conversation",
        "field_call",
        "conversation_id",
        "conversation_id, deal_id, objective, stretch, outcome, went_well, differently",
    ),
)

INDEX = """
CREATE VIRTUAL TABLE {index} USING fts5 (title, body, facets, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'", prefix = '1 2 3')
"""
FIELDS = "rowid, title, body, facets"


def make_search_index() -> None:
    """The indexes, the view of all that they hold, and their triggers."""
    branches = (f"SELECT '{each.index}', {_entry(table, table)} FROM {table}" for table, each in SEARCHED.items())
    op.execute(f"CREATE VIEW searchable (search_table, {FIELDS}) AS {' UNION ALL '.join(branches)}")
    for index in ("search_index", "search_names"):
        op.execute(INDEX.format(index=index))
        op.execute(
            f"INSERT INTO {index} ({FIELDS}) SELECT {FIELDS} FROM searchable"
            f" WHERE search_table = '{index}' ORDER BY rowid"
        )
    for table in SEARCHED:
        _keep_in_step(table)
    for part in PARTS:
        _keep_in_step_with_a_part(*part)
    _keep_in_step_with_accounts()


def _entry(table: str, row: str) -> str:
    searched = SEARCHED[table]
    facets = " || ' ' || ".join(searched.facets)
    texts = (f"for_search({text})" if text != NOTHING else NOTHING for text in (searched.title, searched.body))
    return f"{_number(table, row)}, {', '.join(texts)}, {facets}".format(row=row)


def _number(table: str, row: str) -> str:
    """The day, then the kind in three bits, then the record's key in 32: later numbers are newer."""
    searched = SEARCHED[table]
    day = f"ifnull(CAST(julianday({searched.day}) AS INTEGER), 0) * 8 + " if searched.day else ""
    return f"((({day}{searched.kind}) << 32) + {row}.id)".format(row=row)


def _keep_in_step(table: str) -> None:
    index, columns = SEARCHED[table].index, SEARCHED[table].columns
    add = f"INSERT INTO {index} ({FIELDS}) VALUES ({_entry(table, 'NEW')});"
    take = f"DELETE FROM {index} WHERE rowid = {_number(table, 'OLD')};"
    op.execute(f"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN {take} END")
    op.execute(f"CREATE TRIGGER {table}_search_update AFTER UPDATE OF {columns} ON {table} BEGIN {take} {add} END")


def _keep_in_step_with_a_part(whole: str, part: str, key: str, columns: str) -> None:
    for event, which in (
        ("INSERT", f"= NEW.{key}"),
        ("DELETE", f"= OLD.{key}"),
        (f"UPDATE OF {columns}", f"IN (OLD.{key}, NEW.{key})"),
    ):
        name = f"{part}_search_{event.split()[0].lower()}"
        op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {part} BEGIN {_anew(whole, f'id {which}')} END")


def _keep_in_step_with_accounts() -> None:
    anew = _anew("deal", "account_id = NEW.id")
    op.execute(f"CREATE TRIGGER account_search_update AFTER UPDATE OF name ON account BEGIN {anew} END")


def _anew(table: str, which: str) -> str:
    index = SEARCHED[table].index
    take = f"DELETE FROM {index} WHERE rowid IN (SELECT {_number(table, table)} FROM {table} WHERE {which});"
    add = f"INSERT INTO {index} ({FIELDS}) SELECT {_entry(table, table)} FROM {table} WHERE {which};"
    return f"{take} {add}"
