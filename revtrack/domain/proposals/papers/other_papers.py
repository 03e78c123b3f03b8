"""Papers that are about no audit: each kind known by signs of its own, of which several must stand.

News, agendas, research, invoices and advertisements tell of auditors too; they are refused by name.
"""

import re

from revtrack.domain.errors import N_
from revtrack.domain.texts.any_case import AnyCase

_OTHERS: tuple[tuple[str, int, tuple[AnyCase, ...]], ...] = tuple(
    (sentence, least, tuple(AnyCase(shape, re.MULTILINE) for shape in shapes))
    for sentence, least, shapes in (
        (
            N_("This is a news page or a newsletter, not a paper of an audit."),
            2,
            (
                r"^publicerad\b|^uppdaterad\b.{0,20}\d",
                r"\bläs (?:också|mer|även)\b",
                r"\bdela (?:sidan|artikeln|inlägget)\b|\bfacebook\b|\blinkedin\b",
                r"\bfler nyheter\b|\bnyhetsbrev\b|\bprenumerera\b",
                r"^[–-]\s.{3,200}\b(?:säger|menar|berättar|förklarar)\b|,\s(?:säger|berättar)\s",
                r"\b(?:kontakta oss|om webbplatsen|cookies|kakor)\b",
                r"\b(?:tidningen|lokalbladet|nyheter|pressmeddelande|insändare)\b",
                r"\bvad tycker du\b|\bskriv till oss\b|^foto\b|\bfoto:",
            ),
        ),
        (
            N_("This is a summons or an agenda, not a paper of an audit."),
            2,
            (
                r"^(?:kallelse|kungörelse)\b",
                r"^(?:föredragningslista|dagordning|ärendelista)\b",
                r"\bupprop\b|\bval av justerare\b|\bgodkännande av (?:dagordning|föredragning)",
                r"\bvälkomna\b|^plats\s*:|^tid\s*:",
            ),
        ),
        (
            N_("This is a research paper, not a paper of an audit."),
            2,
            (
                r"\bworking paper\b|\bavhandling\b|\b(?:kandidat|magister|master)?uppsats\b",
                r"^(?:abstract|nyckelord|keywords)\b",
                r"^(?:referenser|litteratur(?:förteckning)?|källförteckning|references)$",
                r"\bi (?:denna|den här) (?:studie|artikel)\b|\btidigare forskning\b",
                r"\bregressions?analys|\benkätdata\b|\bp\s?[<=]\s?0[,.]|\br\s?=\s?0[,.]",
                r"\btidskrift\b|\buniversitet\b.{0,40}\binstitution\b",
            ),
        ),
        (
            N_("This is an invoice, not a paper of an audit."),
            2,
            (
                r"^(?:kredit)?faktura\b|\bfakturan(?:r|ummer)\b|\bfakturadatum\b",
                r"\bförfallodatum\b|\bbetalningsvillkor\b|\bdröjsmålsränta\b",
                r"\bmoms\b|\batt betala\b|\bbankgiro\b|\bplusgiro\b",
            ),
        ),
        (
            N_("This is an advertisement for a post, not a paper of an audit."),
            2,
            (
                r"\bvi söker\b|^sök(?:er)? (?:du|vi)\b",
                r"^om (?:jobbet|tjänsten|dig|rollen|oss)\b",
                r"^ansökan\b|\bskicka din ansökan\b|\bsista ansökningsdag\b|\btillsättning\b",
                r"\banställningsform\b|\btillsvidare\b|\bmeriterande\b",
            ),
        ),
    )
)


def other_sentence(text: str) -> str | None:
    """Return the sentence that says what a paper is instead of an audit's; None where none fits."""
    for sentence, least, shapes in _OTHERS:
        if sum(shape.search(text) is not None for shape in shapes) >= least:
            return sentence
    return None
