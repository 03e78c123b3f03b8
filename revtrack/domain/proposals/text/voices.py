"""Who speaks in a sentence, and of what: the auditors of what is to be done, or somebody else."""

import re
from functools import lru_cache

from revtrack.domain.texts.any_case import AnyCase

_KEPT = 10_000
"""So many sentences are remembered: those of 500 pages, for each is asked of several times."""
_BY_US = (
    r"(?:vi|jag|\w*revisorerna|\w*revisionen|\w*revisorn|revisorskollegiet|revisionsgruppen"
    r"|revisions(?:kontoret|enheten|byrån|bolaget)|undertecknade?|kommunens revisorer"
    r"|granskar(?:en|na)|granskningsgruppen|konsult(?:en|erna)|de sakkunniga)"
)
US = re.compile(rf"\b{_BY_US}\b", re.IGNORECASE)
RECOMMENDS = AnyCase(
    r"\b(?:rekommenderar|uppmanar|föreslår|förordar|hemställer|tillråder|anmodar|uppmuntrar"
    r"|(?:(?<=\bvi )|(?<=erna )|(?<=ionen ))(?:(?:också|även|därför)\s)?(?:råder|ber(?= \w))"
    r"|skickar\s(?:vi\s)?(?:även\s|också\s)?med)\b"
    r"|\b(?:vill|önskar|kan|får|väljer|(?:skäl|anledning|valt|väljer) att"
    r"|(?:föranleder|leder) (?:oss |revis\w+ )?(?:till )?att"
    r"|beslut\w*\b[^.]{0,100}?\batt)\s(?:[\w-]+\s){0,3}?"
    r"(?:rekommendera|uppmana|föreslå|förorda|hemställa|tillråda|anmoda|uppmuntra|råda"
    r"|skicka med)\b(?!\s(?:dig|man|alla|andra)\b)",
)
RECOMMENDED = AnyCase(r"\b(?:rekommenderas|uppmanas|föreslås|förordas|tillråds|anmodas)\b")
RECOMMENDATION = AnyCase(
    r"\b(?:får|ges|fick|lämnas|riktas|ger|lämnar|riktar|framföra|framför|lämna|ge"
    r"|rikta)(?P<to>[^.:]{0,160}?)\s"
    r"(?:rekommendationen|rådet|uppmaningen)(?=\s+att\b)"
    r"|\b(?:rekommendation(?:er|erna|en)?|uppmaning(?:ar|arna|en)?|medskick(?:et|en)?"
    r"|(?:vårt|våra|revisorernas|revisionens)\s(?:\w+\s)?(?:förslag|råd)(?:en)?)\b"
    r"(?P<whom>[^.:]{0,160}?)\s(?:är|blir)\b"
    r"|\bär\s(?:vår|revisorernas|revisionens)\s(?:\w+\s)?(?:rekommendation|uppmaning)\b",
)
"""A noun for what is recommended, and whom to: "vår rekommendation till nämnden är"."""
WERE_ASKED = (
    r"(?:rekommenderades|uppmanades|ombads|bads|tillråddes|råddes|anmodades|föreslogs|förordades"
    r"|(?:har|hade) (?:\w+ )?(?:rekommenderats|uppmanats|ombetts|anmodats|tillråtts|föreslagits)"
    r"|(?:blev|blivit) (?:\w+ )?(?:rekommendera|uppmana|anmoda|ombed|tillråd)[dt]\w*"
    r"|fick (?:rådet|uppmaningen|rekommendationen))"
    r"(?! av (?!oss|\w*revis|granskarna))"
)
"""What was put to somebody in an audit before this one."""
ASKED = (
    r"(?:rekommendera(?:de|t)|uppmana(?:de|t)|föresl(?:og|agit)|förorda(?:de|t)|anmoda(?:de|t)"
    r"|tillrå(?:dde|tt)|ombad|ombett|efterlyst?e)"
)
"""What somebody has put to others: only the auditors' counts."""
OUGHT = AnyCase(r"\b(?:bör|ska|skall|behöver|måste)\b")
HELD = AnyCase(
    r"\b(?:angeläget|angelägna|viktigt|väsentligt|nödvändigt|önskvärt|lämpligt|centralt|befogat"
    r"|motiverat|avgörande|prioriterat|av (?:\w+ )?(?:vikt|betydelse)|vikten av|behov(?:et)?"
    r"|(?:skäl|anledning))"
    r"(?=\s+(?:av\s+|är\s+(?:det\s+)?(?:dock\s+|även\s+|också\s+)?)?"
    r"(?:för\s+[^.:]{3,160}?\s+)?att\b)(?:\s+av)?",
)
"""What is held to be needed or important: "det är angeläget att", "ser ett behov av att"."""
EXPECTS = AnyCase(
    r"\b(?:förväntar(?:\s+(?:vi|oss|sig))*|förutsätter|efterlyser|efterfrågar|kräver|begär"
    r"|ser (?:vi |revis\w+ )?gärna"
    r"|vill(?:\s+\w+){0,2}\s+se|vill(?:\s+(?:därför|också|även|vidare|revis\w+|vi|dessutom))*"
    r"|emotser)"
    r"(?=\s+(?:\w+\s+)?att\b)",
)
_OTHERS_ADVISED = re.compile(
    r"\b(?:rekommenderas|uppmanas|föreslås|tillråds|anmodas)\s+(?:(?!att\b)\w+\s){0,2}?(?:kommuner(?:na)?"
    r"|regioner(?:na)?|myndigheter(?:na)?|arbetsgivare|organisationer|huvudmän(?:nen)?|man"
    r"|medborgar\w+|invånar\w+|föräldrar|patienter|elever|skolor|företag|kunder|användare|besökare"
    r"|allmänheten|alla som)\b"
    r"|\b(?:kommuner(?:na)?|regioner(?:na)?|arbetsgivare|huvudmän(?:nen)?|man)\s+"
    r"(?:rekommenderas|uppmanas|anmodas)\b"
    r"|\b(?:rekommenderas|uppmanas|föreslås|anmodas)\s+(?:av\s(?:en\s)?(?!oss|\w*revis)\w+"
    r"|i\s(?:en\s|\w+s\s)?(?:riktlinje\w*|vägledning\w*|handbok\w*|föreskrift\w*|standard\w*"
    r"|allmänna råd\w*)\b)"
    r"|\bi\s(?:en\s|\w+s\s)(?:riktlinje\w*|vägledning\w*|handbok\w*)\s(?:rekommenderas|föreslås)",
    re.IGNORECASE,
)
"""What others are told, or what others than the auditors tell."""
_THAT = re.compile(r"\s+(?:(?:därför|också|även|således|vidare|dels)\s+)*att\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:inte|inget|ingen|inga|knappast|varken)\b[^.,]{0,25}$", re.IGNORECASE)
_EARLIER = AnyCase(
    r"\b(?:rekommenderade|rekommenderades|lämnades|lämnade|tidigare (?:granskning"
    r"|rekommendation)\w*"
    r"|föregående granskning\w*|förra granskningen|uppföljningen avser|följt upp|framfördes)\b",
)
"""What was said in an audit before this one."""
_OF_REPLY = AnyCase(
    r"^\W*(?:svar(?:et|en)?|yttrande(?:t|na)?|återrapporteringen|redovisningen)\s(?:till\s\w+\s)?"
    r"(?:bör|ska|skall|behöver)\b"
    r"|\b(?:redovisar?|beskriver?|anger?|berättar?) hur (?:den|de|ni|nämnden|styrelsen) ser på\b"
    r"|\bvad (?:den|de|ni|nämnden|styrelsen|bolaget) (?:tänker|avser|ämnar|planerar|kommer att)"
    r" göra\b|"
    r"\b(?:i|av) (?:svare[nt](?! på (?:\w+ )?\w*fråg)|yttrandet|yttrandena|sitt svar"
    r"|sina svar|sitt yttrande|sina yttranden)\b"
    r"|\bbegära?(?:r)? in (?:ett )?(?:svar|yttrand)\w*|\bbegära?r?\s(?:ett\s|skriftlig\w*\s)?"
    r"(?:svar|yttrand\w*)\s(?:från|av)\s[^.:]{0,60}?(?:nämnd|styrelse|bolag|direktion|förbund"
    r"|samtliga|berörda)|\b(?:yttrande"
    r"|svar(?:ar?)?)\b[^.]{0,60}\bsenast\b"
    r"|\bsenast\b[^.]{0,60}\b(?:svar(?:ar?|et|en)?|yttrar? sig|yttrande|besvarar?)\b"
    r"|\bredovisa[rs]? (?:\w+ ){0,2}?(?:sin|sina|sitt) (?:\w+ )?(?:syn|synpunkter|åtgärder"
    r"|kommentar\w*)"
    r"|\bsenast den \d[^.]{0,40}\b(?:redovisa|meddela|beskriva|återrapportera)\w*"
    r"|\bhöra? av sig\b|\bber\b[^.]{0,60}\bredovisa\b|\b(?:sitt|sina|i) svar\b"
    r"|\bvilka åtgärder\b[^.]{0,40}\b(?:avser|ämnar|tänker|planerar|kommer att|med anledning av)\b"
    r"|\b(?:inkomma|inkommer|återkomma|återkommer) (?:med|till)\b|\blämna(?:r)? (?:ett |sitt "
    r"|sina )?"
    r"(?:svar|yttrande)\b|\b(?:att|nämnden|styrelsen) (?:besvarar?|svarar?|yttrar? sig)\b",
)
"""How the reply is to be, and not what is to be done."""
_CITED = AnyCase(
    r"\b(?:enligt (?!vår|oss|revis|granskarna)|anser att|menar att|framhåller att|skriver att"
    r"|anger att|framgår att|framkommer att|framkommit att|framförs att|lyfts att"
    r"|uppger\b|krav på att|intervju\w*|lagen|förordning\w*|sagt att|sade att|påpeka\w* att"
    r"|önskar att|enkät\w*|tycker att|upplever\b|säger att|beskrivs att|uppges\b)",
)
_BY_AUDIT = r"(?:vår|revisorernas|revisionens|granskarnas|kommunrevisionens)"
OUR_VIEW = AnyCase(
    rf"\b(?:{_BY_US}\s+(?:\w+\s+){{0,2}}?(?:anser|menar|tycker|bedömer|ser|finner|framhåller"
    r"|betonar"
    r"|noterar|konstaterar|understryker|påtalar|påpekar|poängterar|lyfter(?: fram)?|trycker på"
    r"|vill (?:\w+ ){0,2}?(?:betona|framhålla|understryka|påtala|påpeka|poängtera|trycka på"
    r"|lyfta(?: fram)?|peka på))"
    rf"|(?:anser|menar|bedömer|ser|finner)\s+{_BY_US}"
    rf"|(?:enligt|det är|är)\s+{_BY_AUDIT}\s+(?:\w+\s+)?(?:mening|bedömning|uppfattning|åsikt)"
    rf"|{_BY_AUDIT}\s+(?:\w+\s+)?(?:mening|bedömning|uppfattning|åsikt)\s+är)\b",
)


@lru_cache(maxsize=_KEPT)
def is_of_another_audit(text: str) -> bool:
    """Tell whether a text speaks of what was recommended before this audit."""
    return _EARLIER.search(text) is not None


@lru_cache(maxsize=_KEPT)
def is_of_reply(text: str) -> bool:
    """Tell whether a text says how or when the reply is to be given."""
    return _OF_REPLY.search(text) is not None


@lru_cache(maxsize=_KEPT)
def is_cited(text: str) -> bool:
    """Tell whether a text tells what others think, say or have written."""
    return _CITED.search(OUR_VIEW.sub(" ", text)) is not None


def is_denied(before: str) -> bool:
    """Tell whether what follows a text is denied by its last words: "vi ser inget …"."""
    return _DENIED.search(before) is not None


_OF_REVIEW = re.compile(
    r"\b(?:gransknin\w+|iakttagelse\w*|resultat\w*|rapporten)\s(?:ger|föranleder|leder|utgör)\b"
    r"[^.]{0,20}$",
    re.IGNORECASE,
)
"""What gives the auditors reason to recommend something."""


@lru_cache(maxsize=_KEPT)
def recommends(text: str, firm: str = "") -> bool:
    """Tell whether a text recommends in the auditors' own name, by a verb for it.

    ``firm``: what those are called who have helped them, for it may say "Firman rekommenderar".
    """
    passive = RECOMMENDED.search(text)
    if passive and _OTHERS_ADVISED.search(text):
        return False
    if passive and not re.search(r"\benligt (?!vår|oss)", text[: passive.start()], re.IGNORECASE):
        return True
    verb = RECOMMENDS.search(text)
    if verb is None:
        return _has_noun(text)
    before, after = text[: verb.start()], text[verb.end() :]
    if re.match(rf"\s+(?:{_BY_US}|därför|också|även)\b", after, re.IGNORECASE):
        return True
    said = before[-60:] + verb[0]
    is_ours = US.search(said) is not None or " oss " in verb[0] or not before.strip()
    is_ours = is_ours or _OF_REVIEW.search(before) is not None
    return is_ours or bool(firm and before.strip().startswith(firm.split(" ", 1)[0]))


def _has_noun(text: str) -> bool:
    noun = RECOMMENDATION.search(text)
    return noun is not None and _THAT.match(text, noun.end()) is not None
