-- What a coaching action is in the diary, and who shows it where a peer does.

ALTER TABLE coaching_action ADD COLUMN conversation_kind TEXT NOT NULL DEFAULT '' CHECK (conversation_kind IN (
    '', 'one_on_one', 'ride_along', 'deal_review', 'call_review', 'pipeline_review', 'practice', 'in_passing'));
ALTER TABLE coaching_action ADD COLUMN peer_id INTEGER REFERENCES rep ON DELETE SET NULL;
CREATE INDEX coaching_action_by_peer ON coaching_action (peer_id);

-- A bright spot may be a goal that was achieved.

ALTER TABLE signal ADD COLUMN goal_id INTEGER REFERENCES goal ON DELETE CASCADE;
CREATE INDEX signal_by_goal ON signal (goal_id);

-- Since when a rule has been finding something, and when it last did. Nobody decided it, so it is not undone; what
-- the manager decides about it is a signal.

CREATE TABLE sighting ({record},
    rep_id INTEGER NOT NULL REFERENCES rep ON DELETE CASCADE,
    rule TEXT NOT NULL,
    deal_id INTEGER REFERENCES deal ON DELETE CASCADE,
    skill_id INTEGER REFERENCES skill ON DELETE CASCADE,
    stage_id INTEGER REFERENCES stage ON DELETE CASCADE,
    goal_id INTEGER REFERENCES goal ON DELETE CASCADE,
    seen_on TEXT NOT NULL,
    last_on TEXT NOT NULL CHECK (last_on >= seen_on),
    evidence TEXT NOT NULL DEFAULT '{{}}' CHECK (json_valid(evidence))
) STRICT;
CREATE UNIQUE INDEX sighting_of_one ON sighting (
    rep_id, rule, coalesce(deal_id, 0), coalesce(skill_id, 0), coalesce(stage_id, 0), coalesce(goal_id, 0));
CREATE INDEX sighting_by_deal ON sighting (deal_id);
CREATE INDEX sighting_by_skill ON sighting (skill_id);
CREATE INDEX sighting_by_stage ON sighting (stage_id);
CREATE INDEX sighting_by_goal ON sighting (goal_id);
