"""Observations: whether one tells what somebody did, or only what the writer thinks of it.

Only English is known. A description is never to be called a judgement, so it is enough that one word is not in the
lists below: such a word may be what was done, or with whom. Words of other languages are in no list, so nothing is
said about them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a call. Half of it is kept too: the rest may come in the evening."""

    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    private: bool = False

    @property
    def is_blank(self) -> bool:
        return not any(part.strip() for part in (self.situation, self.behaviour, self.impact))


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_JUDGEMENTS = _words("""
    able amateurish amazing articulate assertive attentive authentic average awesome awful awkward bad badly best
    better boring brilliant brilliantly calm calmly capable careless charisma charismatic charming clearly clever
    clumsy competence competent competently confidence confident confidently consistent convincing convincingly cool
    creative credibility credible curious decent defensive diligent disappointing disengaged disorganised disorganized
    dynamic effective effectively efficient effortless eloquent empathetic empathic empathy energetic energy engaging
    enthusiasm enthusiastic excellence excellent excellently exceptional excited fantastic fantastically fearless fine
    flawless friendly genuine good great greatly happy hesitant honest impressive inattentive incompetent ineffective
    inexperienced insecure inspiring knowledgeable lacklustre likeable lovely mature mediocre motivated natural
    naturally nervous nice nicely ok okay outstanding passionate patient perfect perfectly persuasive pleasant poise
    polished polite poor poorly powerful presence proactive professional professionalism professionally proud pushy
    rapport reasonable relaxed reliable respectful rude sharp skilful skill skillful skills sloppy smart smooth
    smoothly solid splendid stellar strong strongly successful super superb superbly supportive sympathetic tactful
    tense terrible terribly terrific unconvincing unfocused unprepared unprofessional unsure vague warm weak well
    wonderful wonderfully worse worst
""")
"""What says how somebody was, and nothing of what they did. What may also be an act (“prepared”) is not among them."""

_EMPTY = _words("""
    a about absolutely across again all almost already also always an and another any appear appeared appears approach
    as at attitude be became become been behavior behaviour being bit body but buyer buyers by call calls came client
    clients come comes coming conversation conversations customer customers demo demonstration did didn't discussion
    do does doing done during each enough even ever every everyone everything extremely fairly feel feels felt for
    from gave generally get gets give got had handle handled handles handling has have having he her hers herself
    highly him himself his how i impression in incredibly interaction interactions into is isn't it its itself job
    just kept kind language like little look looked looking looks lot lots made make makes manner many me meeting
    meetings member more most mostly much my myself never not of often on once only or other our out over overall own
    part particularly perform performance performed performs perhaps person pitch presentation pretty quite rather
    real really remain remained rep role room sales salesperson seem seemed seems self seller selling session she show
    showed shown shows situation slightly so some sometimes somewhat sort sound sounded sounds stay stayed stays still
    style such talk team than that the their them themselves then there these they this those though thought through
    throughout to tone too totally truly under up us usually very voice was wasn't we were when where while whole with
    within without work yet you your
""")
"""What may stand around a judgement and tells nothing either."""


def only_judges(text: str, names: Iterable[str] = ()) -> bool:
    """Whether the words say how somebody was and nothing of what they did: "Great, confident, professional".

    `names` are people's, which tell nothing by themselves: "Dana was good".
    """
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    known = {part.casefold() for name in names for part in name.split()}
    told = [word.removesuffix("'s") for word in words if word.removesuffix("'s") not in known]
    judged = any(word in _JUDGEMENTS for word in told)
    return judged and all(word in _JUDGEMENTS or word in _EMPTY for word in told)
