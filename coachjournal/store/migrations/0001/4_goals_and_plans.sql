-- Goals and plans.

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
