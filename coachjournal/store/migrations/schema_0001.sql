-- Schema 1: everything the journal remembers.
-- {record} stands for a record's own key and its stable uid, which is the same in every copy and export.
-- Days are TEXT 'YYYY-MM-DD', instants TEXT 'YYYY-MM-DD HH:MM:SS.ffffff' in UTC, money INTEGER minor units.

-- Where records came from --------------------------------------------------------------------------------

CREATE TABLE import_run ({record},
    kind TEXT NOT NULL CHECK (kind IN ('deals', 'calendar', 'archive', 'sample')),
    file_name TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL,
    rows INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE import_mapping ({record},
    kind TEXT NOT NULL CHECK (kind IN ('deals', 'calendar')),
    signature TEXT NOT NULL,
    choices TEXT NOT NULL CHECK (json_valid(choices)),
    used_at TEXT NOT NULL,
    UNIQUE (kind, signature)
) STRICT;

-- People and what they sell ------------------------------------------------------------------------------

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

-- Skills and what coaching is made of ---------------------------------------------------------------------

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
CREATE INDEX conversation_by_day ON conversation (held_on, status, kind);
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

-- Goals and plans ----------------------------------------------------------------------------------------

CREATE TABLE goal ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    skill_id INTEGER REFERENCES skill ON DELETE SET NULL,
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    why TEXT NOT NULL DEFAULT '',
    how TEXT NOT NULL DEFAULT '',
    measure TEXT NOT NULL CHECK (measure IN ('level', 'number', 'percent', 'money', 'per_week')),
    unit TEXT NOT NULL DEFAULT '',
    computed_from TEXT CHECK (computed_from IN ('win_rate', 'new_deals', 'sales_cycle', 'coverage')),
    baseline REAL NOT NULL,
    target REAL NOT NULL CHECK (target <> baseline),
    started_on TEXT NOT NULL,
    due_on TEXT NOT NULL CHECK (due_on > started_on),
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'achieved', 'extended', 'abandoned')),
    ended_on TEXT,
    reason TEXT NOT NULL DEFAULT '',
    extended_from_id INTEGER REFERENCES goal ON DELETE SET NULL,
    CHECK ((status = 'active') = (ended_on IS NULL))
) STRICT;
CREATE INDEX goal_by_rep ON goal (rep_id, status);
CREATE INDEX goal_by_skill ON goal (skill_id);
CREATE INDEX goal_by_extended_from ON goal (extended_from_id);

CREATE TABLE milestone ({record},
    goal_id INTEGER NOT NULL REFERENCES goal ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    value REAL,
    due_on TEXT,
    done_on TEXT
) STRICT;
CREATE INDEX milestone_by_goal ON milestone (goal_id, due_on);

CREATE TABLE check_in ({record},
    goal_id INTEGER NOT NULL REFERENCES goal ON DELETE CASCADE,
    checked_on TEXT NOT NULL,
    value REAL NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    computed INTEGER NOT NULL DEFAULT 0 CHECK (computed IN (0, 1)),
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL
) STRICT;
CREATE INDEX check_in_by_goal ON check_in (goal_id, checked_on);
CREATE INDEX check_in_by_conversation ON check_in (conversation_id);

CREATE TABLE plan ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version > 0),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on > starts_on),
    direction TEXT NOT NULL DEFAULT '',
    support TEXT NOT NULL DEFAULT '',
    comments TEXT NOT NULL DEFAULT '',
    found_30 TEXT NOT NULL DEFAULT '',
    found_60 TEXT NOT NULL DEFAULT '',
    found_90 TEXT NOT NULL DEFAULT '',
    agreed_on TEXT,
    next_review_on TEXT,
    UNIQUE (rep_id, version)
) STRICT;

CREATE TABLE plan_action ({record},
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE,
    goal_id INTEGER REFERENCES goal ON DELETE SET NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (trim(what) <> ''),
    kind TEXT NOT NULL DEFAULT 'on_the_job' CHECK (kind IN ('on_the_job', 'from_others', 'course')),
    reps_part TEXT NOT NULL DEFAULT '',
    support TEXT NOT NULL DEFAULT '',
    due_on TEXT,
    done_on TEXT
) STRICT;
CREATE INDEX plan_action_by_plan ON plan_action (plan_id, position);
CREATE INDEX plan_action_by_goal ON plan_action (goal_id);

CREATE TABLE strength ({record},
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    evidence TEXT NOT NULL DEFAULT '',
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL
) STRICT;
CREATE INDEX strength_by_plan ON strength (plan_id, position);
CREATE INDEX strength_by_conversation ON strength (conversation_id);

-- The manager's own hours and rhythm ---------------------------------------------------------------------

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

-- From finding to coaching -------------------------------------------------------------------------------

CREATE TABLE signal ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    rule TEXT NOT NULL,
    deal_id INTEGER REFERENCES deal ON DELETE CASCADE,
    skill_id INTEGER REFERENCES skill ON DELETE CASCADE,
    stage_id INTEGER REFERENCES stage ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'seen' CHECK (state IN ('seen', 'acted_on', 'held', 'looked_again', 'not_now', 'closed')),
    seen_on TEXT NOT NULL,
    evidence TEXT NOT NULL DEFAULT '{{}}' CHECK (json_valid(evidence)),
    returns_on TEXT,
    reason TEXT NOT NULL DEFAULT '',
    closed_on TEXT,
    learnt TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX signal_by_rep ON signal (rep_id, state);
CREATE INDEX signal_by_deal ON signal (deal_id);
CREATE INDEX signal_by_skill ON signal (skill_id);
CREATE INDEX signal_by_stage ON signal (stage_id);

CREATE TABLE coaching_action ({record},
    signal_id INTEGER REFERENCES signal ON DELETE SET NULL,
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('conversation', 'practice', 'ride_along', 'peer', 'recognise')),
    text TEXT NOT NULL DEFAULT '',
    planned_on TEXT NOT NULL,
    held_on TEXT,
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL,
    look_again_on TEXT,
    looked_on TEXT,
    value_then TEXT NOT NULL DEFAULT '{{}}' CHECK (json_valid(value_then)),
    value_now TEXT NOT NULL DEFAULT '{{}}' CHECK (json_valid(value_now))
) STRICT;
CREATE INDEX coaching_action_by_rep ON coaching_action (rep_id, planned_on);
CREATE INDEX coaching_action_by_signal ON coaching_action (signal_id);
CREATE INDEX coaching_action_by_conversation ON coaching_action (conversation_id);

-- Questions and answers, and how notes are written --------------------------------------------------------

CREATE TABLE question_set ({record},
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    used_for TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE question ({record},
    question_set_id INTEGER NOT NULL REFERENCES question_set ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    stale_days INTEGER CHECK (stale_days > 0)
) STRICT;
CREATE INDEX question_by_set ON question (question_set_id, position);

CREATE TABLE answer ({record},
    question_id INTEGER NOT NULL REFERENCES question ON DELETE CASCADE,
    deal_id INTEGER REFERENCES deal ON DELETE CASCADE,
    conversation_id INTEGER REFERENCES conversation ON DELETE SET NULL,
    text TEXT NOT NULL DEFAULT '',
    certainty TEXT NOT NULL DEFAULT 'unknown' CHECK (certainty IN ('known', 'guess', 'unknown')),
    answered_on TEXT NOT NULL
) STRICT;
CREATE INDEX answer_by_deal ON answer (deal_id, question_id, answered_on);
CREATE INDEX answer_by_question ON answer (question_id);
CREATE INDEX answer_by_conversation ON answer (conversation_id);

CREATE TABLE template ({record},
    kind TEXT NOT NULL UNIQUE CHECK (kind IN ('one_on_one', 'ride_along', 'deal_review', 'call_review',
                                              'pipeline_review', 'practice', 'in_passing')),
    purpose TEXT NOT NULL DEFAULT '',
    headings TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE draft ({record},
    slot TEXT NOT NULL UNIQUE,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    kept_at TEXT NOT NULL
) STRICT;

CREATE TABLE revision ({record},
    conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT;
CREATE INDEX revision_by_conversation ON revision (conversation_id, written_at);

CREATE TABLE setting ({record},
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- Undo ---------------------------------------------------------------------------------------------------
-- A step is one command. `inserted` says which rows it added, as {{"table": [[first, last], …]}}; the entries
-- from first_entry to last_entry hold, newest last, the statement that takes one update or delete back.

CREATE TABLE undo_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    words TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    inserted TEXT NOT NULL CHECK (json_valid(inserted)),
    first_entry INTEGER NOT NULL,
    last_entry INTEGER NOT NULL
) STRICT;

CREATE TABLE undo_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    restored_id INTEGER,
    statement TEXT NOT NULL
) STRICT;
