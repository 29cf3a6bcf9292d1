-- Schema 1: everything the journal remembers.
-- {record} stands for a record's own key and its stable uid, which is the same in every copy and export.
-- Days are TEXT 'YYYY-MM-DD', instants TEXT 'YYYY-MM-DD HH:MM:SS.ffffff' in UTC, money INTEGER minor units.

-- Where records came from.

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
