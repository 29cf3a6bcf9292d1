-- From finding to coaching.

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
