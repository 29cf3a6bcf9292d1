"""Sightings: since when a rule has been finding something. Nobody decided it, so there is nothing to undo."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta

from coachjournal.journal import Writing
from coachjournal.rules.signals.evidence import kept_evidence
from coachjournal.rules.signals.finding import Finding

GONE_AFTER = timedelta(days=7)
"""What comes back within a week was never gone: one new deal moves a coverage over its threshold for a day."""
LAST_LOOK = "SELECT max(last_on) FROM sighting WHERE last_on < :today"
COLUMNS = ("rep_id", "rule", "deal_id", "skill_id", "stage_id", "goal_id", "evidence")
NOTED = "SELECT rep_id, rule, deal_id, skill_id, stage_id, goal_id, evidence FROM sighting WHERE last_on = :today"
NOTE = """
INSERT INTO sighting (rep_id, rule, deal_id, skill_id, stage_id, goal_id, seen_on, last_on, evidence)
SELECT :rep_id, :rule, :deal_id, :skill_id, :stage_id, :goal_id, :today, :today, :evidence
WHERE EXISTS (SELECT 1 FROM rep WHERE id = :rep_id)
  AND (:deal_id IS NULL OR EXISTS (SELECT 1 FROM deal WHERE id = :deal_id))
  AND (:skill_id IS NULL OR EXISTS (SELECT 1 FROM skill WHERE id = :skill_id))
  AND (:stage_id IS NULL OR EXISTS (SELECT 1 FROM stage WHERE id = :stage_id))
  AND (:goal_id IS NULL OR EXISTS (SELECT 1 FROM goal WHERE id = :goal_id))
ON CONFLICT (rep_id, rule, coalesce(deal_id, 0), coalesce(skill_id, 0), coalesce(stage_id, 0), coalesce(goal_id, 0))
DO UPDATE SET seen_on = CASE WHEN last_on < :gone_before THEN excluded.seen_on ELSE seen_on END,
              last_on = excluded.last_on, evidence = excluded.evidence
WHERE excluded.last_on >= last_on
"""
"""What was found may have been deleted since: then there is nothing to note."""


def note_sightings(tx: Writing, *, findings: Iterable[Finding]) -> None:
    """Note that rules find these today. Twice on a day is once; no screen hears of it. See `queries.signals.to_note`.

    What was not found the last time somebody looked, and for a week, is seen anew.
    """
    cursor, today = tx.cursor(), {"today": tx.today.isoformat()}
    noted = set(cursor.execute(NOTED, today))
    rows = [_row(finding, tx.today) for finding in findings]
    news = [row for row in rows if tuple(row[column] for column in COLUMNS) not in noted]
    last_look = cursor.execute(LAST_LOOK, today).fetchone()[0] or today["today"]
    gone_before = {"gone_before": min(last_look, (tx.today - GONE_AFTER).isoformat())}
    cursor.executemany(NOTE, [row | today | gone_before for row in news])


def _row(finding: Finding, today: date) -> dict[str, str | int | None]:
    return {
        **asdict(finding.subject),
        "rule": finding.rule.value,
        "evidence": kept_evidence(finding, today),
    }
