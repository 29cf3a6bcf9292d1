"""Words for days that the Unicode locale data has, but Babel does not hand on: by language, as people type.

Weekdays and months, "in {0} weeks" and the order of day and month come from the locale data; see `spoken_days`.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DayWords:
    """Each line: words of one meaning, parted by "|"."""

    days: tuple[str, ...] = ()
    """The day before yesterday, yesterday, today, tomorrow, the day after."""
    numbers: str = ""
    """One to twelve, parted by commas."""
    coming: str = ""
    """Before or behind a weekday: the one that comes first, as without any word."""
    following: str = ""
    """Before or behind a weekday: the one of the week after this."""
    next_week: str = ""
    ends: tuple[str, ...] = ()
    """End of the week, of the month, of the quarter, of the year."""
    before_a_day: str = ""
    """What leads up to a due day: "by", "on", "until"."""
    me: str = ""
    """The manager, before a colon."""
    more: dict[str, int] = field(default_factory=dict)
    """Weekdays as they are said too (0 is Monday): short forms, and cases behind a preposition."""


ENGLISH = DayWords(
    days=("day before yesterday", "yesterday", "today|tonight", "tomorrow", "day after tomorrow"),
    numbers="one|a|an, two|a couple of, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
    coming="this|coming",
    following="next",
    next_week="next week",
    ends=(
        "end of the week|end of week|the end of the week",
        "end of the month|end of month|month end|the end of the month",
        "end of the quarter|end of quarter|quarter end",
        "end of the year|end of year|year end",
    ),
    before_a_day="by|until|till|before|on|due|for|the|of",
    me="me|i",
    more={"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
)

LANGUAGES = {
    "en": ENGLISH,
    "de": DayWords(
        days=("vorgestern", "gestern", "heute", "morgen", "übermorgen"),
        numbers="ein|eine|einem|einer, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf",
        coming="diesen|diesem|dieser|kommenden|kommender",
        following="nächsten|nächster|nächstem",
        next_week="nächste woche|nächster woche|kommende woche",
        ends=("ende der woche|wochenende", "ende des monats|monatsende|ende monat", "quartalsende", "jahresende"),
        before_a_day="bis|bis zum|bis zur|am|zum|vor|spätestens|den",
        me="ich",
    ),
    "fr": DayWords(
        days=("avant-hier", "hier", "aujourd'hui", "demain", "après-demain"),
        numbers="un|une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze",
        coming="ce|prochain",
        following="en huit",
        next_week="la semaine prochaine|semaine prochaine",
        ends=("fin de semaine", "fin du mois|fin de mois|la fin du mois", "fin du trimestre", "fin de l'année"),
        before_a_day="d'ici|d'ici à|avant|pour|jusqu'à|jusqu'au|le|au|à",
        me="moi",
    ),
    "es": DayWords(
        days=("anteayer", "ayer", "hoy", "mañana", "pasado mañana"),
        numbers="un|una, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce",
        coming="este|próximo|que viene",
        next_week="la próxima semana|próxima semana|la semana que viene",
        ends=("fin de semana", "fin de mes|final de mes|finales de mes", "fin de trimestre", "fin de año"),
        before_a_day="para|para el|antes del|antes de|hasta|hasta el|el|a|de",
        me="yo",
    ),
    "it": DayWords(
        days=("altro ieri", "ieri", "oggi", "domani", "dopodomani"),
        numbers="un|uno|una, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici",
        coming="questo|questa|prossimo|prossima",
        next_week="la prossima settimana|prossima settimana|la settimana prossima",
        ends=("fine settimana", "fine mese|fine del mese", "fine trimestre", "fine anno"),
        before_a_day="entro|entro il|per|prima di|il|a|del",
        me="io",
    ),
    "nl": DayWords(
        days=("eergisteren", "gisteren", "vandaag", "morgen", "overmorgen"),
        numbers="een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf",
        coming="deze|komende|aanstaande",
        following="volgende",
        next_week="volgende week",
        ends=(
            "einde van de week|eind van de week",
            "einde van de maand|eind van de maand|eind deze maand",
            "einde van het kwartaal",
            "einde van het jaar|eind van het jaar",
        ),
        before_a_day="voor|tegen|uiterlijk|op|tot",
        me="ik",
    ),
    "pt": DayWords(
        days=("anteontem", "ontem", "hoje", "amanhã", "depois de amanhã"),
        numbers="um|uma, dois|duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze",
        coming="este|esta|próximo|próxima|que vem",
        next_week="próxima semana|semana que vem",
        ends=("fim da semana|final da semana", "fim do mês|final do mês", "fim do trimestre", "fim do ano"),
        before_a_day="até|para|antes de|em|no|na|o|a|de",
        me="eu",
        more={"segunda": 0, "terça": 1, "quarta": 2, "quinta": 3, "sexta": 4},
    ),
    "pl": DayWords(
        days=("przedwczoraj", "wczoraj", "dzisiaj|dziś", "jutro|jutra", "pojutrze|pojutrza"),
        numbers="jeden, dwa|dwie, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć, jedenaście, dwanaście",
        coming="ten|ta|najbliższy|najbliższa",
        following="przyszły|przyszła|przyszłego|następny|następnego",
        next_week="przyszły tydzień|w przyszłym tygodniu|przyszłego tygodnia",
        ends=("koniec tygodnia|końca tygodnia", "koniec miesiąca|końca miesiąca", "końca kwartału", "końca roku"),
        before_a_day="do|na|w|we|przed",
        me="ja",
        more={"poniedziałku": 0, "wtorku": 1, "środę": 2, "środy": 2, "czwartku": 3, "piątku": 4}
        | {"sobotę": 5, "soboty": 5, "niedzielę": 6, "niedzieli": 6},
    ),
    "sv": DayWords(
        days=("i förrgår", "igår|i går", "idag|i dag", "imorgon|i morgon", "i övermorgon|övermorgon"),
        numbers="en|ett, två, tre, fyra, fem, sex, sju, åtta, nio, tio, elva, tolv",
        coming="nu på|på",
        following="nästa",
        next_week="nästa vecka",
        ends=(
            "slutet av veckan",
            "slutet av månaden|månadens slut",
            "slutet av kvartalet",
            "slutet av året|årets slut",
        ),
        before_a_day="senast|till|före|på|den|innan",
        me="jag",
    ),
    "nb": DayWords(
        days=("i forgårs", "i går", "i dag|idag", "i morgen|imorgen", "i overmorgen|overmorgen"),
        numbers="en|ett|et, to, tre, fire, fem, seks, sju|syv, åtte, ni, ti, elleve, tolv",
        coming="denne|førstkommende",
        following="neste",
        next_week="neste uke",
        ends=(
            "slutten av uken|slutten av uka",
            "slutten av måneden|manedsslutt",
            "slutten av kvartalet",
            "slutten av året",
        ),
        before_a_day="innen|senest|til|før|på|den",
        me="jeg",
    ),
    "da": DayWords(
        days=("i forgårs", "i går", "i dag|idag", "i morgen|imorgen", "i overmorgen|overmorgen"),
        numbers="en|et, to, tre, fire, fem, seks, syv, otte, ni, ti, elleve, tolv",
        coming="denne|førstkommende",
        following="næste",
        next_week="næste uge",
        ends=("slutningen af ugen", "slutningen af måneden", "slutningen af kvartalet", "slutningen af året"),
        before_a_day="inden|senest|til|før|på|den",
        me="jeg",
    ),
}
LANGUAGES["no"] = LANGUAGES["nb"]


def words_for(language: str) -> DayWords:
    """The words of a language; empty ones where we have none."""
    return LANGUAGES.get(language, DayWords())
