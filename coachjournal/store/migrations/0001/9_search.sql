-- Full-text search over what was written. The text stays in its own tables; `searchable` shows it to the index
-- under one numbering: eight numbers a record, one for each kind.

CREATE VIEW searchable (rowid, kind, record_id, title, body) AS
    SELECT id * 8, 'conversation', id, kind, text || char(10) || reps_words FROM conversation
    UNION ALL SELECT id * 8 + 1, 'commitment', id, text, '' FROM commitment
    UNION ALL SELECT id * 8 + 2, 'goal', id, title, why || char(10) || how FROM goal
    UNION ALL SELECT id * 8 + 3, 'deal', id, name, next_step FROM deal
    UNION ALL SELECT id * 8 + 4, 'rep', id, name, role || ' ' || territory FROM rep
    UNION ALL SELECT id * 8 + 5, 'observation', id, behaviour, situation || char(10) || impact FROM observation;

CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body, content = 'searchable', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
