-- The manager's own hours and rhythm.

CREATE TABLE time_entry ({record},
    starts_at TEXT NOT NULL,
    zone TEXT NOT NULL DEFAULT '',
    day TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    category TEXT NOT NULL CHECK (category IN (
        'one_on_one', 'field_calls', 'deal_strategy', 'practice', 'onboarding', 'own_selling', 'escalations',
        'reports', 'internal_meetings', 'administration', 'travel', 'own_learning')),
    rep_id INTEGER REFERENCES rep ON DELETE SET NULL,
    title TEXT NOT NULL DEFAULT '',
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL,
    calendar_uid TEXT NOT NULL DEFAULT '',
    occurrence TEXT NOT NULL DEFAULT '',
    import_run_id INTEGER REFERENCES import_run ON DELETE SET NULL
) STRICT;
CREATE INDEX time_entry_by_day ON time_entry (day);
CREATE INDEX time_entry_by_rep ON time_entry (rep_id, day);
CREATE INDEX time_entry_by_conversation ON time_entry (conversation_id);
CREATE UNIQUE INDEX time_entry_by_calendar ON time_entry (calendar_uid, occurrence) WHERE calendar_uid <> '';

CREATE TABLE calendar_rule ({record},
    pattern TEXT NOT NULL CHECK (trim(pattern) <> ''),
    category TEXT NOT NULL DEFAULT '',
    rep_id INTEGER REFERENCES rep ON DELETE CASCADE,
    leave_out INTEGER NOT NULL DEFAULT 0 CHECK (leave_out IN (0, 1)),
    learnt_at TEXT NOT NULL
) STRICT;
CREATE INDEX calendar_rule_by_rep ON calendar_rule (rep_id);

CREATE TABLE cadence ({record},
    kind TEXT NOT NULL CHECK (kind IN ('one_on_one', 'any_coaching', 'joint_call', 'deal_review', 'plan')),
    rep_id INTEGER REFERENCES rep ON DELETE CASCADE,
    target_days INTEGER NOT NULL CHECK (target_days > 0),
    limit_days INTEGER NOT NULL CHECK (limit_days >= target_days),
    UNIQUE (kind, rep_id)
) STRICT;
CREATE INDEX cadence_by_rep ON cadence (rep_id);

CREATE TABLE meeting_series ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('one_on_one', 'ride_along', 'deal_review', 'call_review',
                                       'pipeline_review', 'practice', 'in_passing')),
    rhythm TEXT NOT NULL CHECK (rhythm IN ('weekly', 'two_weekly', 'monthly')),
    starts_on TEXT NOT NULL,
    ends_on TEXT CHECK (ends_on > starts_on),
    at TEXT NOT NULL,
    zone TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440)
) STRICT;
CREATE INDEX meeting_series_by_rep ON meeting_series (rep_id);

CREATE TABLE series_exception ({record},
    series_id INTEGER NOT NULL REFERENCES meeting_series ON DELETE CASCADE,
    original_on TEXT NOT NULL,
    moved_to TEXT,
    UNIQUE (series_id, original_on)
) STRICT;
