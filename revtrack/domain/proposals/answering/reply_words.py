"""Words by which a reply turns to a recommendation, speaks of all of them, or ends."""

import re

from revtrack.domain.proposals.said.word_order import OF_SEVERAL_WORDS
from revtrack.domain.proposals.text.turns import TURNS_TO

SOON = 60
"""In letters, of how soon a paragraph names the recommendation that it turns to."""
SAYS_ANSWER = re.compile(
    r"^(?:(?:vår|vårt|[\w-]+s) )?(?:förslag till )?(?:svar|yttrande|kommentar(?:er)?|åtgärd(?:er)?"
    r"|ställningstagande|synpunkt(?:er)?)\s*:\s*",
    re.IGNORECASE,
)
CONCERNING = re.compile(rf"^{TURNS_TO}\b", re.IGNORECASE)
OF_ALL = re.compile(
    r"\brekommendation(?:en|er|erna)\b|\bpunkter(?:na)?\b|\bgranskningen\b|\brevis\w+ (?:bedömning"
    r"|slutsats|synpunkt(?! (?:att|om)\b)|uppfattning|rapport)|\bbåda\b|\bsamtliga\b"
    r"|\bsynpunkter(?:na)?\b"
    r"|\balla (?:två|tre|fyra|fem|sex|sju|åtta)\b"
    r"|\b(?:vad|det som|allt som) (?:\w+ )?revis\w+ (?:\w+ ){0,2}?(?:kommit|anför|skriv|framför"
    r"|rekommender|föreslå)\w*",
    re.IGNORECASE,
)
OF_SEVERAL = re.compile(
    r"\brekommendation(?:er|erna)\b|\bpunkter(?:na)?\b|\bgranskningen\b|\bbåda\b|\bsamtliga\b"
    r"|\bsynpunkter(?:na)?\b|\balla (?:två|tre|fyra|fem|sex|sju|åtta)\b",
    re.IGNORECASE,
)
OF_RECOMMENDATIONS = re.compile(
    r"\b(?:rekommendationerna|synpunkterna|påpekandena|förslagen"
    r"|(?:samtliga|alla|båda|bägge) (?:\w+ )?(?:rekommendationer|synpunkter|påpekanden|förslag"
    r"|punkter)(?:na)?)\b"
    r"(?! (?:om|att|gällande|avseende|kring|rörande)\b)",
    re.IGNORECASE,
)
"""Words of all that was recommended, and not of some of it."""
PROCEDURE = re.compile(
    r"\bsenast\b.{0,40}\d|\bmöjlighet\w* att yttra\b|\briktad\w* mot\b|\bytterligare riktad"
    r"|\b(?:nämns|tas) inte\b|\bsvarstid\b|\bövriga nämnder\b|\bhar lämnat följande\b",
    re.IGNORECASE,
)
"""Words of how the matter is handled, which say nothing of the recommendations themselves."""
OF_WHICH = re.compile(
    r"\b(?:syn|bedömning|uppfattning|synpunkt\w*|rekommendation\w*|kritik\w*|förslag\w*)"
    r" (?:på|om|av|kring|gällande|rörande|avseende)\b",
    re.IGNORECASE,
)
"""Words by which a position says of what it is one."""
AGREES_THAT = re.compile(
    r"\b(?:instämmer|håller (?:\w+ )?med|delar|enig|ense|överens)\b[^.]{0,50}\b(?:i|om"
    r"|uppfattningen|bedömningen|synen) att\s",
    re.IGNORECASE,
)
"""Words by which a position says in a clause of what it is one."""
VERB = re.compile(
    r"\b(?:instämmer|delar|anser|ställer|håller|noterar|är|har|kan|kommer|ska|gör|vill|bedömer"
    r"|ser|görs|sker|finns|pågår|föranleder|(?:av|till)styrks|avvisas|god(?:tas|känns)"
    r"|accepteras)\b"
    r"|\b(?!gäller|avser|rör|efter|under|över|eller|enligt)\w{2,}[års] (?:sig |oss )?"
    rf"(?={OF_SEVERAL_WORDS}(?:vi|jag|man|[\w-]*(?:nämnden|styrelsen|förvaltningen"
    r"|bolaget|direktionen|förbundet|kontoret|utskottet))\b)"
)


FILLS_IN = re.compile(
    r"^(?:ansvarig\w*|tids?plan|tidsram|tidpunkt|när|klart?(?: senast)?|klardatum|slutdatum|status"
    r"|genomförs(?: senast)?|färdigt?|uppföljning|vem)(?: \([^)]*\))?\s*:\s*\S",
    re.IGNORECASE,
)
"""How a line goes on that fills in a form about the measure above it: "Tidplan: maj 2025"."""
EMPTY_FIELD = re.compile(
    r"^(?:ansvarig\w*|tids?plan|tidsram|tidpunkt|klart?(?: senast)?|klardatum|slutdatum|status"
    r"|genomförs(?: senast)?)(?: \([^)]*\))?\s*:"
    r"\s*[-–—.…_]*$",
    re.IGNORECASE,
)
"""A field of a form that nobody has filled in: "Klart senast:"."""
CLOSES = re.compile(
    r"^(?:[\w-]+ ){0,4}?(?:vill|önskar) (?:i (?:detta |det )?sammanhang(?:et)?|avslutningsvis"
    r"|slutligen|till sist|också|även|i övrigt|därutöver|samtidigt) (?:\w+ )?"
    r"(?:framhålla|tacka|påminna|nämna|understryka|påpeka|betona|lyfta)\b"
    r"|^(?:avslutningsvis|sammanfattningsvis|i övrigt|till sist)\b"
    r"|^(?:antecknat|upprättat|sammanställt|nedtecknat) av\b|^vid (?:protokollet|anteckningarna)\b"
    r"|^(?:frågor|ni|säg till|hör av|tveka|med (?:vänlig|vänliga)|vänliga)\b"
    r"|\btackar (?:\w+ )?(?:revis|för)"
    r"|^(?:detta |det här )?(?:svar|yttrande)(?:et|t)? (?:\w+ )?(?:antogs|fastställdes|godkändes"
    r"|har|beslutades|behandlades|lämnas|översänds|bereds|avges)\b"
    r"|^(?:[\w-]+ ){1,4}föreslår att \w+ (?:antar|godkänner|beslutar|lämnar|överlämnar)\b"
    r"|^(?:den |de )?(?:tidigare|föregående|förra) \w*granskning",
    re.IGNORECASE,
)
"""How a paragraph begins below the last answer that ends the reply."""
POINTS_BACK = re.compile(
    r"^(?:därmed|härmed|detta|det här|det|så|på så sätt|härigenom|därigenom)\b", re.IGNORECASE
)
"""How a sentence begins that says of what stands before it which recommendation it answers."""
AGREES_ALONE = re.compile(
    r"^(?:vi|[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förvaltningen|förbundet))"
    r" (?:\w+ ){0,2}?"
    r"(?:instämmer|håller (?:\w+ )?med(?: om detta)?"
    r"|är (?:\w+ )?av samma (?:uppfattning|mening|åsikt)"
    r"|delar (?:den )?(?:uppfattningen|bedömningen|synen|kritiken|slutsatsen)"
    r"|är (?:ense|enig|överens)(?: med revis\w+)?|instämmer i (?:detta|det|kritiken))"
    r"(?: (?:helt|fullt ut|till fullo))?\.?$",
    re.IGNORECASE,
)
"""A sentence that agrees and says nothing of what it agrees with."""
