-- Skills and what coaching is made of.

CREATE TABLE skill ({record},
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    position INTEGER NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    level_1 TEXT NOT NULL DEFAULT '',
    level_2 TEXT NOT NULL DEFAULT '',
    level_3 TEXT NOT NULL DEFAULT '',
    level_4 TEXT NOT NULL DEFAULT '',
    level_5 TEXT NOT NULL DEFAULT '',
    archived_on TEXT
) STRICT;

CREATE TABLE conversation ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('one_on_one', 'ride_along', 'deal_review', 'call_review',
                                       'pipeline_review', 'practice', 'in_passing')),
    status TEXT NOT NULL DEFAULT 'held' CHECK (status IN ('planned', 'held', 'cancelled')),
    held_on TEXT NOT NULL,
    starts_at TEXT,
    zone TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    travel_minutes INTEGER NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 1440),
    text TEXT NOT NULL DEFAULT '',
    reps_words TEXT NOT NULL DEFAULT '',
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    idea TEXT CHECK (idea IN ('rep', 'together', 'manager')),
    focus_skill_id INTEGER REFERENCES skill ON DELETE SET NULL,
    series_id INTEGER REFERENCES meeting_series ON DELETE SET NULL,
    written_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    import_run_id INTEGER REFERENCES import_run ON DELETE SET NULL
) STRICT;
-- With status and kind in them, counting conversations reads no notes.
CREATE INDEX conversation_by_rep ON conversation (rep_id, held_on, status, kind);
CREATE INDEX conversation_by_day ON conversation (
    held_on, status, kind, starts_at, minutes, travel_minutes, rep_id, private -- all that counting hours reads
);
CREATE INDEX conversation_by_skill ON conversation (focus_skill_id);
CREATE INDEX conversation_by_series ON conversation (series_id);

CREATE TABLE conversation_deal ({record},
    conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    deal_id INTEGER NOT NULL REFERENCES deal ON DELETE CASCADE,
    UNIQUE (conversation_id, deal_id)
) STRICT;
CREATE INDEX conversation_deal_by_deal ON conversation_deal (deal_id);

CREATE TABLE field_call ({record},
    conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    position INTEGER NOT NULL,
    account_id INTEGER REFERENCES account ON DELETE SET NULL,
    deal_id INTEGER REFERENCES deal ON DELETE SET NULL,
    role TEXT NOT NULL DEFAULT 'observe' CHECK (role IN ('observe', 'joint', 'demonstrate')),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
    objective TEXT NOT NULL DEFAULT '',
    stretch TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    went_well TEXT NOT NULL DEFAULT '',
    differently TEXT NOT NULL DEFAULT '',
    level REAL CHECK (level BETWEEN 1 AND 5),
    took_over INTEGER NOT NULL DEFAULT 0 CHECK (took_over IN (0, 1))
) STRICT;
CREATE INDEX field_call_by_conversation ON field_call (conversation_id, position);
CREATE INDEX field_call_by_account ON field_call (account_id);
CREATE INDEX field_call_by_deal ON field_call (deal_id);

CREATE TABLE observation ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    conversation_id INTEGER REFERENCES conversation ON DELETE CASCADE,
    field_call_id INTEGER REFERENCES field_call ON DELETE CASCADE,
    skill_id INTEGER REFERENCES skill ON DELETE SET NULL,
    seen_on TEXT NOT NULL,
    situation TEXT NOT NULL DEFAULT '',
    behaviour TEXT NOT NULL DEFAULT '',
    impact TEXT NOT NULL DEFAULT '',
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1))
) STRICT;
CREATE INDEX observation_by_rep ON observation (rep_id, seen_on);
CREATE INDEX observation_by_conversation ON observation (conversation_id);
CREATE INDEX observation_by_field_call ON observation (field_call_id);
CREATE INDEX observation_by_skill ON observation (skill_id);

CREATE TABLE commitment ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    owner TEXT NOT NULL DEFAULT 'rep' CHECK (owner IN ('rep', 'manager')),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    made_on TEXT NOT NULL,
    due_on TEXT,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'kept', 'not_kept', 'moved', 'dropped')),
    ended_on TEXT,
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL,
    deal_id INTEGER REFERENCES deal ON DELETE SET NULL,
    moved_from_id INTEGER REFERENCES commitment ON DELETE SET NULL,
    CHECK ((status = 'open') = (ended_on IS NULL))
) STRICT;
CREATE INDEX commitment_by_rep ON commitment (rep_id, status, due_on);
CREATE INDEX commitment_by_status ON commitment (status, due_on);
CREATE INDEX commitment_by_conversation ON commitment (conversation_id);
CREATE INDEX commitment_by_deal ON commitment (deal_id);
CREATE INDEX commitment_by_moved_from ON commitment (moved_from_id);

CREATE TABLE agenda_item ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    side TEXT NOT NULL DEFAULT 'manager' CHECK (side IN ('rep', 'manager')),
    added_on TEXT NOT NULL,
    deal_id INTEGER REFERENCES deal ON DELETE SET NULL,
    raised_in_id INTEGER REFERENCES conversation ON DELETE SET NULL,
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1))
) STRICT;
CREATE INDEX agenda_item_by_rep ON agenda_item (rep_id, raised_in_id);
CREATE INDEX agenda_item_by_deal ON agenda_item (deal_id);
CREATE INDEX agenda_item_by_conversation ON agenda_item (raised_in_id);

CREATE TABLE rating ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    skill_id INTEGER NOT NULL REFERENCES skill ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('rep', 'manager')),
    level REAL NOT NULL CHECK (level BETWEEN 1 AND 5),
    rated_on TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL
) STRICT;
CREATE INDEX rating_by_rep ON rating (rep_id, skill_id, side, rated_on);
CREATE INDEX rating_by_skill ON rating (skill_id);
CREATE INDEX rating_by_conversation ON rating (conversation_id);
