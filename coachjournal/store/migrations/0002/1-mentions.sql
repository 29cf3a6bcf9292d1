-- Who and what a note names, as it was typed there: the link stays when a name changes.

CREATE TABLE mention ({record},
    conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    token TEXT NOT NULL CHECK (token <> ''),
    rep_id INTEGER REFERENCES rep ON DELETE CASCADE,
    deal_id INTEGER REFERENCES deal ON DELETE CASCADE,
    skill_id INTEGER REFERENCES skill ON DELETE CASCADE,
    linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1)), -- the token linked the deal, so it takes the link along
    UNIQUE (conversation_id, token),
    CHECK ((rep_id IS NOT NULL) + (deal_id IS NOT NULL) + (skill_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX mention_by_rep ON mention (rep_id);
CREATE INDEX mention_by_deal ON mention (deal_id);
CREATE INDEX mention_by_skill ON mention (skill_id);

-- A question that is taken out keeps its answers.

ALTER TABLE question ADD COLUMN archived_on TEXT;
