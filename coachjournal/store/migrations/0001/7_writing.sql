-- Questions and answers, and how notes are written.

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
