-- People and what they sell.

CREATE TABLE rep ({record},
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    role TEXT NOT NULL DEFAULT '',
    territory TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    started_on TEXT,
    archived_on TEXT,
    import_run_id INTEGER REFERENCES import_run ON DELETE SET NULL
) STRICT;
CREATE INDEX rep_by_name ON rep (name);

CREATE TABLE account ({record},
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    import_run_id INTEGER REFERENCES import_run ON DELETE SET NULL
) STRICT;
CREATE INDEX account_by_name ON account (name);

CREATE TABLE stage ({record},
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    position INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost'))
) STRICT;

CREATE TABLE deal ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    account_id INTEGER REFERENCES account ON DELETE SET NULL,
    stage_id INTEGER NOT NULL REFERENCES stage,
    external_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
    amount INTEGER,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    forecast_category TEXT NOT NULL DEFAULT '',
    created_on TEXT,
    close_on TEXT,
    closed_on TEXT,
    stage_since TEXT,
    changed_on TEXT,
    loss_reason TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    next_step_on TEXT,
    import_run_id INTEGER REFERENCES import_run ON DELETE SET NULL
) STRICT;
CREATE INDEX deal_by_rep ON deal (rep_id, outcome, closed_on);
CREATE INDEX deal_by_outcome ON deal (outcome, close_on);
CREATE INDEX deal_by_account ON deal (account_id);
CREATE INDEX deal_by_stage ON deal (stage_id);
CREATE INDEX deal_by_import_run ON deal (import_run_id);
CREATE UNIQUE INDEX deal_by_external_id ON deal (external_id) WHERE external_id <> '';

CREATE TABLE deal_change ({record},
    deal_id INTEGER NOT NULL REFERENCES deal ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('stage', 'amount', 'close_on', 'owner', 'next_step')),
    old_value TEXT NOT NULL DEFAULT '',
    new_value TEXT NOT NULL DEFAULT '',
    changed_on TEXT NOT NULL,
    import_run_id INTEGER REFERENCES import_run ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL
) STRICT;
CREATE INDEX deal_change_by_deal ON deal_change (deal_id, changed_on);
CREATE INDEX deal_change_by_import_run ON deal_change (import_run_id);
CREATE INDEX deal_change_by_conversation ON deal_change (conversation_id);

CREATE TABLE quota ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on > starts_on),
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    UNIQUE (rep_id, starts_on, ends_on, currency)
) STRICT;

CREATE TABLE absence ({record},
    rep_id INTEGER REFERENCES rep ON DELETE CASCADE,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on > starts_on),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX absence_by_rep ON absence (rep_id, starts_on);
