"""What a brief says, on the screen and on paper.

Private parts are taken out of each text before two of them are joined: one that is not closed would end in the other.
"""

from dataclasses import replace

from coachjournal.documents.figure_words import FigureLine, FigureSpeaker, average_size, figure_lines
from coachjournal.queries.brief import Brief, BriefDeal
from coachjournal.queries.deals_page import DealLine
from coachjournal.queries.rep_deals import Figure
from coachjournal.queries.rep_page import GoalRow
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.brief import Why
from coachjournal.rules.private_text import public_text
from coachjournal.rules.signals.words import Speaker, told
from coachjournal.rules.words import capital, counted

_TWICE = 2
NO_BRIGHT_SPOT = "What did you see go well? Say it first."
NO_SIGNAL = "The numbers ask for nothing today."


def heading(brief: Brief) -> str:
    return f"One-on-one with {brief.rep.name}"


def about(brief: Brief) -> str:
    """Who the rep is: "Account executive, Iberia"."""
    return ", ".join(filter(None, map(_public, (brief.rep.role, brief.rep.territory))))


def kept_words(brief: Brief) -> str:
    """How many of the rep's last commitments were kept; "" before the first was settled."""
    return f"{brief.rep.first_name} kept {brief.kept.words} of late" if brief.kept.of else ""


def why_words(deal: BriefDeal) -> tuple[str, ...]:
    """Why a deal is listed: "slipped twice", "no next step"."""
    return tuple(_slipped(deal.line.slips) if why is Why.SLIPPED else why.value for why in deal.why)


def deal_words(deal: DealLine) -> tuple[str, str]:
    """The deal's name, and its account unless the name begins with it."""
    name, account = _public(deal.name), _public(deal.account)
    return name, "" if name.startswith(account) else account


def signal_words(signal: OpenSignal, speaker: Speaker) -> tuple[str, str]:
    """What to ask about a signal, and what the numbers say: "Where will …?", "Pipeline cover 2.2×, aim 3×. …"."""
    words = told(signal.last, speaker)
    sentences = (_public(words.headline), _public(words.detail))
    return words.question, capital(". ".join(filter(None, sentences)))


def brief_figures(brief: Brief, speaker: FigureSpeaker) -> tuple[FigureLine, ...]:
    """Five numbers at most, each with how many deals it is made of."""
    figures = brief.figures
    one_quota = figures if len(figures.quotas) <= 1 else replace(figures, quotas=figures.quotas[:1])
    lines = (*figure_lines(one_quota, speaker), average_size(figures, speaker))
    return tuple(_with_won_deals(line, brief) if line.figure is Figure.QUOTA else line for line in lines)


def range_of(goal: GoalRow) -> tuple[float, float]:
    """The least and the most of a goal's line: its ends and all that lies outside of them."""
    values = (goal.baseline, goal.target, *(value for _, value in goal.values))
    return min(values), max(values)


def _public(text: str) -> str:
    return public_text(text).strip()


def _with_won_deals(line: FigureLine, brief: Brief) -> FigureLine:
    return replace(line, rest=f"{line.rest}, {counted(brief.figures.quotas[0].won_deals, 'deal')} won")


def _slipped(times: int) -> str:
    return Why.SLIPPED.value if times < _TWICE else f"slipped {'twice' if times == _TWICE else f'{times} times'}"
