-- Beside a note: what ended since, and how many of the latest were kept, without reading ten years of commitments.

CREATE INDEX commitment_by_end ON commitment (rep_id, ended_on, owner, status) WHERE ended_on IS NOT NULL;
