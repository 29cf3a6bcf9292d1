"""Which heading is which part of a deal: a table of the headings that CRMs and people write."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from coachjournal.errors import Rejected
from coachjournal.importers.encoding import UNCHANGED


class Field(StrEnum):
    """A part of a deal that a column can hold."""

    EXTERNAL_ID = "external_id"
    NAME = "name"
    ACCOUNT = "account"
    REP = "rep"
    REP_EMAIL = "rep_email"
    AMOUNT = "amount"
    CURRENCY = "currency"
    STAGE = "stage"
    OUTCOME = "outcome"
    CREATED = "created"
    EXPECTED_CLOSE = "expected_close"
    CLOSED = "closed"
    LOST_ON = "lost_on"
    LOSS_REASON = "loss_reason"
    FORECAST = "forecast"
    NEXT_STEP = "next_step"
    NEXT_STEP_ON = "next_step_on"
    PRODUCT = "product"
    STAGE_SINCE = "stage_since"
    MODIFIED = "modified"

    @property
    def label(self) -> str:
        """The part as it is written in the window."""
        return _TITLES.get(self, self.value.replace("_", " ").capitalize())


_TITLES = {
    Field.EXTERNAL_ID: "Deal number in the CRM",
    Field.REP_EMAIL: "Rep’s e-mail",
    Field.OUTCOME: "Won, lost or open",
    Field.EXPECTED_CLOSE: "Close date",
    Field.CLOSED: "Closed on",
    Field.FORECAST: "Forecast category",
    Field.NEXT_STEP_ON: "Next step due",
    Field.MODIFIED: "Last changed",
}

# The best heading comes first: of several that fit, the earliest in this list is taken. Salesforce, HubSpot, Pipedrive,
# Zoho and Dynamics, then plain spreadsheets, then German, French, Spanish and Portuguese.
_HEADINGS = {
    Field.EXTERNAL_ID: """
        opportunity id; deal id; record id; record id (do not modify); (do not modify) opportunity; id; external id;
        opportunity external id; opportunity number; deal number; crm id; key; opportunity key; guid; uid;
        identifier; reference; ref; vorgangsnummer; verkaufschancen-id; id opportunité; id oportunidad; id
        oportunidade
    """,
    Field.NAME: """
        opportunity name; deal name; opportunity; deal title; title; topic; opportunity title; opportunity topic;
        name; deal; opportunity description; project; project name; subject; bezeichnung; verkaufschance; name der
        verkaufschance; nom de l'opportunité; nom de l'affaire; affaire; nombre de la oportunidad; oportunidad;
        nombre; nome da oportunidade; oportunidade; negócio
    """,
    Field.ACCOUNT: """
        account name; account; account name name; company name; company; associated company; primary company;
        associated company (primary); organization; organization name; organisation; organisation name; customer;
        customer name; potential customer; client; client name; associated company name; account id; account
        external id; customer id; company id; client id; parent account; associated company domain; company domain;
        konto; kunde; firma; kundenname; compte; nom du compte; client final; société; cuenta; cliente; empresa;
        conta; id empresa
    """,
    Field.REP: """
        opportunity owner; deal owner; owner; owner name; owner full name; account owner; sales rep; rep; rep name;
        salesperson; sales person; sales agent; agent; seller; sales representative; representative; account
        executive; account manager; assigned to; assigned user; responsible; responsible user; user; sales owner;
        opportunity owner name; owner email; opportunity owner email; owner id; owner external id; owner employee
        id; rep id; seller id; user id; account exe id; opportunity owner alias; inhaber; besitzer; verantwortlich;
        vertriebsmitarbeiter; verkäufer; propriétaire; commercial; vendeur; propietario; vendedor; comercial;
        proprietário; responsável; id vendedor
    """,
    Field.REP_EMAIL: "owner email; opportunity owner email; rep email; salesperson email; deal owner email",
    Field.AMOUNT: """
        amount; deal amount; deal value; value; opportunity amount; est revenue; estimated revenue; est value;
        estimated value; actual revenue; total value; total amount; deal size; contract value; acv; arr; tcv; close
        value; revenue; revenue amount; expected revenue; amount in company currency; price; sum; betrag; wert;
        umsatz; montant; valeur; importe; monto; valor; receita
    """,
    Field.CURRENCY: """
        currency; amount currency; currency of value; deal currency; value currency; currency code; currency iso
        code; opportunity currency; currency of deal; deal currency code; iso currency; währung; devise; moneda;
        moeda
    """,
    Field.STAGE: """
        stage; stage name; deal stage; opportunity stage; sales stage; pipeline stage; pipeline phase; phase; step;
        process stage; current stage; phase der verkaufschance; verkaufsphase; étape; phase de vente; etapa; fase;
        estágio; estagio
    """,
    Field.OUTCOME: """
        status; deal status; opportunity status; state; outcome; result; won lost; win loss; status reason;
        statecode; ergebnis; statut; résultat; estado; resultado; situação
    """,
    Field.CREATED: """
        created date; create date; created on; created; created time; date created; created at; date time created;
        opportunity created date; deal created; deal created on; add time; creation date; engage date; engaged on;
        open date; opened; opened on; start date; date opened; aql date; sql date; lead date; first contact;
        erstellt am; erstelldatum; erstellt; date de création; créé le; fecha de creación; creado; data de criação;
        criado em
    """,
    Field.EXPECTED_CLOSE: """
        close date; closing date; expected close date; expected closing date; expected close; est close date;
        estimated close date; target close date; due date; forecast close date; projected close date; close;
        schlusstermin; abschlussdatum; voraussichtlicher abschluss; date de clôture; clôture; fecha de cierre;
        cierre; data de fechamento; fechamento
    """,
    Field.CLOSED: """
        closed date; actual close date; actual closing date; closed on; close time; closed time; won time; date
        closed; closed at; deal closed on; won date; won on; date won; end date; sale date; abgeschlossen am;
        tatsächlicher abschluss; clôturée le; cerrado el; fechado em
    """,
    Field.LOST_ON: "lost time; lost date; lost on; date lost; verloren am; perdu le; perdido el; perdido em",
    Field.LOSS_REASON: """
        loss reason; lost reason; closed lost reason; reason lost; reason for loss; reason for loss s; loss reason
        description; lost to; reason; why lost; verlustgrund; raison de la perte; motif de perte; motivo de pérdida;
        motivo da perda
    """,
    Field.FORECAST: """
        forecast category; forecast category name; forecast; forecast type; commitment; manual forecast category;
        prognosekategorie; prévision; categoría de pronóstico; previsão
    """,
    Field.NEXT_STEP: """
        next step; next steps; next action; next activity; next activity subject; nächster schritt; prochaine étape;
        próximo paso; próximo passo
    """,
    Field.NEXT_STEP_ON: "next step date; next activity date; next step due; next action date; next activity due date",
    Field.PRODUCT: """
        product; product name; products; primary product; item; solution; product family; product group; produkt;
        produit; producto; produto; id produto
    """,
    Field.STAGE_SINCE: """
        last stage change date; stage changed on; date entered current stage; date entered stage; last stage change;
        stage since; stage change date; stage modified time
    """,
    Field.MODIFIED: """
        last modified date; last modified; modified on; modified time; modified; last modified time; updated at;
        update time; last updated; updated; last update; geändert am; modifié le; fecha de modificación; modificado
        em
    """,
}

# "Deal - Title" (Pipedrive), "Opportunity: Name", the ending of Salesforce's own fields, and "Amount (EUR)".
_PREFIX = re.compile(r"^(?:deal|opportunity)\s*[-:.]\s+", re.IGNORECASE)
_CURRENCY = re.compile(r"[\s(]+(?:in )?(USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|SEK|NOK|DKK|PLN|CZK|INR|BRL|MXN|ZAR|SGD)\)?$")
_ENDING = re.compile(r"__[cs]\b")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_GAP = re.compile(r"[\W_]+")
_LOOKS_LIKE_A_VALUE = re.compile(r"\W{0,2}\d[\d.,:/\s-]*\W{0,2}|\S+@\S+\.\S+")


def plain_heading(heading: str) -> str:
    """A heading for comparing: "Deal - Expected close date*" and "ExpectedCloseDate__c" are "expected close date"."""
    words = _PREFIX.sub("", _ENDING.sub("", unicodedata.normalize("NFKC", heading)).strip())
    words = _CURRENCY.sub("", words)
    return _GAP.sub(" ", _HUMP.sub(" ", words)).strip().casefold()


def currency_in(heading: str) -> str | None:
    """The currency that a heading such as "Amount (EUR)" names."""
    found = _CURRENCY.search(heading.strip())
    return found[1] if found else None


def _ranks() -> dict[str, list[tuple[int, Field]]]:
    ranks: dict[str, list[tuple[int, Field]]] = {}
    for field, headings in _HEADINGS.items():
        for rank, heading in enumerate(headings.split(";")):
            ranks.setdefault(plain_heading(heading.strip()).replace(" ", ""), []).append((rank, field))
    return ranks


_RANKS = _ranks()


def match_columns(headers: Sequence[str], chosen: Mapping[Field, str]) -> dict[Field, str]:
    """The heading of each part of a deal that the headings name; what a person has chosen comes first.

    Choosing "" for a field says that no column holds it. Rejects a chosen heading that is not there.
    """
    found = {field: _chosen_heading(field, heading, headers) for field, heading in chosen.items() if heading}
    taken = set(found.values())
    candidates = sorted(
        (rank, position, field)
        for position, heading in enumerate(headers)
        if heading not in taken
        for rank, field in _RANKS.get(plain_heading(heading).replace(" ", ""), ())
        if field not in chosen
    )
    for _, position, field in candidates:
        if field not in found and headers[position] not in taken:
            found[field] = headers[position]
            taken.add(headers[position])
    if Field.REP not in found and Field.REP not in chosen and Field.REP_EMAIL in found:
        found[Field.REP] = found.pop(Field.REP_EMAIL)
    return {field: found[field] for field in Field if field in found}


def require_headings(headers: Sequence[str], columns: Iterable[Field]) -> None:
    """Reject a first row that names nothing of a deal and holds a number, a day or an address: those are values."""
    value = next((header for header in headers if _LOOKS_LIKE_A_VALUE.fullmatch(header)), None)
    if value is not None and not any(True for _ in columns):
        raise Rejected(
            f"The first row holds values (“{value[:40]}”) where the headings of the columns should be: "
            f"add a row of headings above it. {UNCHANGED}"
        )


def _chosen_heading(field: Field, heading: str, headers: Sequence[str]) -> str:
    wanted = plain_heading(heading)
    match = next((name for name in headers if name == heading), None) or next(
        (name for name in headers if plain_heading(name) == wanted), None
    )
    if match is None:
        there = ", ".join(filter(None, headers))
        raise Rejected(f"No column is called “{heading}”: choose one of {there}.", field=field)
    return match
