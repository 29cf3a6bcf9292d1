-- What is unknown about a deal proposes a commitment: the one that was made of it, or that none is wanted.

ALTER TABLE answer ADD COLUMN commitment_id INTEGER REFERENCES commitment ON DELETE SET NULL;
ALTER TABLE answer ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1));
CREATE INDEX answer_by_commitment ON answer (commitment_id);
