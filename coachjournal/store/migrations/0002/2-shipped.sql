-- What ships has a key that stays the same however it is worded, so that the shipped wording can be brought back.
-- Rows of journals made with schema 1 get theirs where they still say what was shipped then.

ALTER TABLE skill ADD COLUMN shipped TEXT NOT NULL DEFAULT '';
ALTER TABLE question_set ADD COLUMN shipped TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN shipped TEXT NOT NULL DEFAULT '';

WITH ships (name, shipped) AS (VALUES
    ('Prospecting', 'prospecting'),
    ('Discovery', 'discovery'),
    ('Qualification', 'qualification'),
    ('Business case', 'business_case'),
    ('Stakeholders and champions', 'stakeholders_and_champions'),
    ('Deal strategy', 'deal_strategy'),
    ('Presentation', 'presentation'),
    ('Objections', 'objections'),
    ('Negotiation and closing', 'negotiation_and_closing'),
    ('Account and territory planning', 'account_and_territory_planning'),
    ('Forecast and pipeline discipline', 'forecast_and_pipeline_discipline'),
    ('Product and industry knowledge', 'product_and_industry_knowledge'))
UPDATE skill SET shipped = ships.shipped FROM ships WHERE skill.name = ships.name;

WITH ships (name, shipped) AS (VALUES
    ('Before the call', 'before_the_call'),
    ('After the call', 'after_the_call'),
    ('Deal', 'deal'),
    ('One-on-one', 'one_on_one'),
    ('Goal, reality, options, will', 'goal_reality_options_will'),
    ('Four causes of a gap', 'four_causes_of_a_gap'))
UPDATE question_set SET shipped = ships.shipped FROM ships WHERE question_set.name = ships.name;

WITH ships (of_set, position, text, shipped) AS (VALUES
    ('before_the_call', 0, 'What does the customer get out of this meeting?', 'before_the_call_1'),
    ('before_the_call', 1, 'What do we want to leave with?', 'before_the_call_2'),
    ('before_the_call', 2, 'What would be more than you hope for?', 'before_the_call_3'),
    ('before_the_call', 3, 'What could go wrong, and what will you do then?', 'before_the_call_4'),
    ('before_the_call', 4, 'What shall I watch for?', 'before_the_call_5'),
    ('before_the_call', 5, 'What is my part, and how will I keep to it?', 'before_the_call_6'),
    ('after_the_call', 0, 'What did we get, against what we wanted?', 'after_the_call_1'),
    ('after_the_call', 1, 'Which three things went well? You first.', 'after_the_call_2'),
    ('after_the_call', 2, 'Where did the call turn?', 'after_the_call_3'),
    ('after_the_call', 3, 'What would you do differently with ten more minutes?', 'after_the_call_4'),
    ('after_the_call', 4, 'What did the customer commit to, and by when?', 'after_the_call_5'),
    ('after_the_call', 5, 'What will you try in the next call?', 'after_the_call_6'),
    ('deal', 0, 'What is it worth to the customer, in their own figures?', 'deal_1'),
    ('deal', 1, 'Who can say yes when all others say no, and when did you last speak?', 'deal_2'),
    ('deal', 2, 'By what will they decide, and who wrote that down?', 'deal_3'),
    ('deal', 3, 'Which steps and papers lie between now and a signature?', 'deal_4'),
    ('deal', 4, 'What hurts, and what happens if they do nothing?', 'deal_5'),
    ('deal', 5, 'Who speaks for us when we are not in the room, and what have they done so far?', 'deal_6'),
    ('deal', 6, 'Who else are they looking at, themselves included?', 'deal_7'),
    ('deal', 7, 'If we lose this, what will have been the reason?', 'deal_8'),
    ('deal', 8, 'What is the next step, on which day, and did the customer agree to it?', 'deal_9'),
    ('one_on_one', 0, 'What is on your mind?', 'one_on_one_1'),
    ('one_on_one', 1, 'What did you try since last time?', 'one_on_one_2'),
    ('one_on_one', 2, 'What did you learn from it?', 'one_on_one_3'),
    ('one_on_one', 3, 'Where do you want help, and where not?', 'one_on_one_4'),
    ('goal_reality_options_will', 0, 'What do you want to be different, and by when will you see it?', 'goal_reality_options_will_1'),
    ('goal_reality_options_will', 1, 'What is happening now, and what have you already tried?', 'goal_reality_options_will_2'),
    ('goal_reality_options_will', 2, 'What could you do?', 'goal_reality_options_will_3'),
    ('goal_reality_options_will', 3, 'What else?', 'goal_reality_options_will_4'),
    ('goal_reality_options_will', 4, 'What else?', 'goal_reality_options_will_5'),
    ('goal_reality_options_will', 5, 'Which one will you do, and when?', 'goal_reality_options_will_6'),
    ('goal_reality_options_will', 6, 'What could get in the way, and what do you need from me?', 'goal_reality_options_will_7'),
    ('four_causes_of_a_gap', 0, 'Knowledge: do they know what good looks like?', 'four_causes_of_a_gap_1'),
    ('four_causes_of_a_gap', 1, 'Skill: could they do it if everything depended on it?', 'four_causes_of_a_gap_2'),
    ('four_causes_of_a_gap', 2, 'Motivation: what do they gain or lose by doing it?', 'four_causes_of_a_gap_3'),
    ('four_causes_of_a_gap', 3, 'Barrier: what stands in the way that is not theirs to move?', 'four_causes_of_a_gap_4'))
UPDATE question SET shipped = ships.shipped FROM ships, question_set
    WHERE question_set.id = question.question_set_id AND question_set.shipped = ships.of_set
    AND question.position = ships.position AND question.text = ships.text;
