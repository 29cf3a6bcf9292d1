"""What each rule says of a finding, behind the rep's name and below it. One that was stored may lack details."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from coachjournal.rules.cadence import LOOK_BACK, CadenceKind
from coachjournal.rules.figures import LEAST_CLOSED
from coachjournal.rules.money import Money, minor_digits
from coachjournal.rules.signals.finding import Finding, Rule
from coachjournal.rules.tally import OutOf
from coachjournal.rules.words import capital, counted, times

_YEAR = "in the last twelve months"


class Speaker(Protocol):
    """Writes values as the reader's country does: the window's locale, or a document's."""

    def share(self, share: float, /) -> str:
        """A share from 0 to 1: "27%"."""

    def number(self, value: float, /) -> str:
        """A plain number: "2.4"."""

    def money(self, money: Money, /) -> str:
        """An amount with its currency."""

    def day(self, day: date, /) -> str:
        """A day: "12 Nov"."""


Sentence = Callable[[Finding, Speaker], str]


def headline(finding: Finding, speaker: Speaker) -> str:
    """What stands behind the name: "win rate 14%, team median 31%"."""
    return _HEADLINES[finding.rule](finding, speaker)


def detail(finding: Finding, speaker: Speaker) -> str:
    """What it was counted from, in one or two sentences."""
    return " ".join(filter(None, (write(finding, speaker) for write in _DETAILS[finding.rule])))


def _cover(finding: Finding, speaker: Speaker) -> str:
    covers = speaker.number(round(finding.number.value, 1))
    return f"pipeline cover {covers}×, aim {speaker.number(finding.number.against or 0)}×"


def _cover_amounts(finding: Finding, speaker: Speaker) -> str:
    left, until = _amount(finding, "left", speaker), _day(finding, "until", speaker)
    if not finding.number.n:
        return f"No open deal is due by {until}, {left} is still to win." if left else ""
    deals = counted(finding.number.n, "deal")
    return f"{_amount(finding, 'open', speaker)} open in {deals}, {left} still to win by {until}." if left else ""


def _new_deals(finding: Finding, speaker: Speaker) -> str:
    new = round(finding.number.value)
    deals = counted(new, "new deal") if new else "no new deal"
    return f"{deals} in 30 days, usually {speaker.number(round(finding.number.against or 0, 1))}"


def _new_deals_before(finding: Finding, _speaker: Speaker) -> str:
    months = finding.detail.get("months", 6)
    return f"Usually is the mean of the {months} months before, {finding.number.against_n or 0} deals in all."


def _win_rate(finding: Finding, speaker: Speaker) -> str:
    number = finding.number
    usual = speaker.share(number.against or 0)
    beside = f"{usual} the year before" if finding.detail.get("against") == "earlier" else f"team median {usual}"
    return f"win rate {_share(finding, speaker)}, {beside}"


def _won_of(finding: Finding, _speaker: Speaker) -> str:
    return f"{_part(finding)} won {_YEAR}."


def _beside(finding: Finding, _speaker: Speaker) -> str:
    """What the number beside it was counted from."""
    of = finding.number.against_n
    if not of:
        return ""
    if finding.detail.get("against") == "earlier":
        return f"{counted(of, 'deal')} closed in the year before."
    return f"The team median is that of {counted(of, 'rep')}."


def _where_lost(finding: Finding, _speaker: Speaker) -> str:
    told = finding.detail
    if "lost_at" not in told:
        return ""
    lost, known = int(told.get("lost", 0)), int(told.get("lost_known", 0))
    every = known == finding.number.n - (finding.number.part or 0)
    of = f"{lost} of the {known} lost" if every else f"{lost} of {known} lost whose stage is known"
    return f"{of} ended at {told['lost_at']}."


def _no_decision(finding: Finding, _speaker: Speaker) -> str:
    return f"{_part(finding)} lost deals ended in no decision"


def _in_a_year(_finding: Finding, _speaker: Speaker) -> str:
    return f"{_YEAR.capitalize()}."


def _cycle(finding: Finding, speaker: Speaker) -> str:
    days, usual = speaker.number(finding.number.value), speaker.number(finding.number.against or 0)
    return f"sales cycle {days} days, team median {usual}"


def _median_of(finding: Finding, _speaker: Speaker) -> str:
    return f"Median of {counted(finding.number.n, 'deal')} won {_YEAR}."


def _stalled(finding: Finding, _speaker: Speaker) -> str:
    if finding.subject.deal_id is None:
        return f"{_part(finding)} open deals have been quiet for long"
    return f"{finding.name} has been quiet for {counted(round(finding.number.value), 'day')}"


def _of_deal(finding: Finding, speaker: Speaker) -> str:
    """The deal in a few words: "€120k, Propose, no next step."."""
    told = finding.detail
    worth = _amount(finding, "amount", speaker) if "amount" in told else ""
    step = "no next step" if told.get("next_step") == "" else ""
    words = ", ".join(filter(None, (worth, str(told.get("stage", "")), step)))
    return f"{capital(words)}." if words else ""


def _stage_age(finding: Finding, speaker: Speaker) -> str:
    number = finding.number
    if finding.subject.deal_id is None:
        return "Each for longer than is usual at its stage."
    if number.against is None or not number.against_n:
        return ""
    days = speaker.number(number.against)
    return f"Open deals at this stage have been there for {days} days, the median of {number.against_n}."


def _slipped(finding: Finding, _speaker: Speaker) -> str:
    number = finding.number
    if finding.subject.deal_id is None:
        return f"close dates slipped on {_part(finding)} open deals"
    return f"close date of {finding.name} moved {times(round(number.value))}"


def _slips(finding: Finding, speaker: Speaker) -> str:
    if finding.subject.deal_id is not None:
        return _of_deal(finding, speaker)
    return "Each moved later by at least a week, or past its quarter."


def _shrinking(finding: Finding, speaker: Speaker) -> str:
    number = finding.number
    now, before = (_whole(value, number.currency, speaker) for value in (number.value, number.against or 0))
    return f"average deal {now}, {before} before"


def _sizes(finding: Finding, _speaker: Speaker) -> str:
    now, before = counted(finding.number.n, "deal"), finding.number.against_n or 0
    return f"{now} won in the last half-year, {before} in the twelve months before."


def _leaking(finding: Finding, speaker: Speaker) -> str:
    usual = speaker.share(finding.number.against or 0)
    return f"{_part(finding)} deals went on from {finding.name}, team median {usual}"


def _closed_in_a_year(_finding: Finding, _speaker: Speaker) -> str:
    return f"Of the deals that closed {_YEAR}."


def _without(finding: Finding, _speaker: Speaker) -> str:
    kind = CadenceKind(str(finding.detail.get("kind", CadenceKind.ANY_COACHING)))
    missing = "coaching" if kind is CadenceKind.ANY_COACHING else kind.missing.removeprefix("a ")
    return f"no {missing} for {counted(round(finding.number.value), 'day')}"


def _last_one(finding: Finding, speaker: Speaker) -> str:
    least = counted(round(finding.number.against or 0), "day")
    aim = f"your {'limit' if finding.detail.get('overdue') else 'aim'} is {least}."
    if "last_on" in finding.detail:
        return f"The last was on {_day(finding, 'last_on', speaker)}, {aim}"
    if finding.number.n:
        return capital(aim)
    return f"{'None yet' if finding.number.value < LOOK_BACK.days else 'None in two years'}, {aim}"


def _kept(finding: Finding, _speaker: Speaker) -> str:
    number = finding.number
    return f"{number.part or 0} of the last {number.n} commitments kept"


def _flat(finding: Finding, speaker: Speaker) -> str:
    since = _day(finding, "since", speaker)
    level = speaker.number(finding.number.value)
    return f"{finding.name} at level {level} since {since}" if since else f"{finding.name} still at level {level}"


def _ratings(finding: Finding, _speaker: Speaker) -> str:
    days = finding.detail.get("days")
    return f"{counted(finding.number.n, 'rating')} over {days} days." if days else ""


def _own(finding: Finding, _speaker: Speaker) -> str:
    return f"{_part(finding)} open commitments are yours"


def _up(finding: Finding, speaker: Speaker) -> str:
    before, now = finding.number.against, speaker.number(finding.number.value)
    return f"{finding.name} from {speaker.number(before)} to {now}" if before else f"{finding.name} at {now}"


def _rated_on(finding: Finding, speaker: Speaker) -> str:
    on, before = _day(finding, "on", speaker), _day(finding, "before", speaker)
    return f"Rated on {on}, the time before on {before}." if on and before else ""


def _achieved(finding: Finding, _speaker: Speaker) -> str:
    return f"achieved “{finding.name}”"


def _achieved_on(finding: Finding, speaker: Speaker) -> str:
    on = _day(finding, "on", speaker)
    return f"On {on}." if on else ""


def _above(finding: Finding, speaker: Speaker) -> str:
    return _cycle(finding, speaker) if finding.detail.get("figure") == "cycle" else _win_rate(finding, speaker)


def _above_of(finding: Finding, speaker: Speaker) -> str:
    return _median_of(finding, speaker) if finding.detail.get("figure") == "cycle" else _won_of(finding, speaker)


def _share(finding: Finding, speaker: Speaker) -> str:
    """A percentage, or "3 of 7" where one row more would move it by over ten points."""
    number = finding.number
    small = number.part is not None and number.n < LEAST_CLOSED
    return _part(finding) if small else speaker.share(number.value)


def _part(finding: Finding) -> str:
    return OutOf(finding.number.part or 0, finding.number.n).words


def _day(finding: Finding, name: str, speaker: Speaker) -> str:
    told = finding.detail.get(name)
    return speaker.day(date.fromisoformat(told)) if isinstance(told, str) else ""


def _amount(finding: Finding, name: str, speaker: Speaker) -> str:
    minor, code = finding.detail.get(name), finding.detail.get("currency", finding.number.currency)
    return _whole(minor, str(code), speaker) if isinstance(minor, int | float) else ""


def _whole(minor: float, currency: str, speaker: Speaker) -> str:
    """An amount without its cents: they say nothing here."""
    scale = 10 ** minor_digits(currency)
    return speaker.money(Money(round(minor / scale) * scale, currency))


_HEADLINES: dict[Rule, Sentence] = {
    Rule.THIN_PIPELINE: _cover,
    Rule.FEW_NEW_DEALS: _new_deals,
    Rule.LOW_WIN_RATE: _win_rate,
    Rule.NO_DECISION: _no_decision,
    Rule.LONG_CYCLE: _cycle,
    Rule.STALLED_DEAL: _stalled,
    Rule.SLIPPED: _slipped,
    Rule.SHRINKING: _shrinking,
    Rule.LEAKING_STAGE: _leaking,
    Rule.NOT_COACHED: _without,
    Rule.COMMITMENTS_SLIP: _kept,
    Rule.SKILL_FLAT: _flat,
    Rule.OWN_TOO_MUCH: _own,
    Rule.NO_FIELD_TIME: _without,
    Rule.SKILL_UP: _up,
    Rule.GOAL_ACHIEVED: _achieved,
    Rule.ABOVE_TEAM: _above,
}

_DETAILS: dict[Rule, tuple[Sentence, ...]] = {
    Rule.THIN_PIPELINE: (_cover_amounts,),
    Rule.FEW_NEW_DEALS: (_new_deals_before,),
    Rule.LOW_WIN_RATE: (_won_of, _beside, _where_lost),
    Rule.NO_DECISION: (_in_a_year,),
    Rule.LONG_CYCLE: (_median_of, _beside),
    Rule.STALLED_DEAL: (_of_deal, _stage_age),
    Rule.SLIPPED: (_slips,),
    Rule.SHRINKING: (_sizes,),
    Rule.LEAKING_STAGE: (_closed_in_a_year, _beside),
    Rule.NOT_COACHED: (_last_one,),
    Rule.COMMITMENTS_SLIP: (),
    Rule.SKILL_FLAT: (_ratings,),
    Rule.OWN_TOO_MUCH: (),
    Rule.NO_FIELD_TIME: (_last_one,),
    Rule.SKILL_UP: (_rated_on,),
    Rule.GOAL_ACHIEVED: (_achieved_on,),
    Rule.ABOVE_TEAM: (_above_of, _beside),
}
