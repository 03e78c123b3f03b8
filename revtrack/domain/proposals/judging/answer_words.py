"""The words by which answers say which question they answer, and that they answer it."""

import re

from revtrack.domain.proposals.judging.step_words import STEP
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import ORDINALS

QUESTION = (
    r"(?:(?:revisions|del|gransknings|kontroll)?(?:fråga(?:n)?|frågeställning(?:en)?|mål(?:et)?))"
)
NUMBERED = re.compile(
    rf"^\W*(?:(?:(?:vårt|mitt|\w*revis\w+s)\s)?svar(?:et)?\s(?:(?:på|till)\s)?|bedömning(?:en)?\s(?:(?:av|för|på)\s)?|(?:vad|när\sdet)\sgäller\s"
    r"|(?:beträffande|angående|i\sfråga\som|på)\s)?"
    rf"(?:den\s(?P<ordinal>{'|'.join(ORDINALS)})(?:\s{QUESTION})?"
    rf"|(?:{QUESTION}|f)\s?(?:nr\.?\s?)?(?:(?P<number>\d{{1,2}})|(?P<letter>[a-p])(?=\s?[:.)–-])))"
    r"\b[.:]?(?P<said>.*)$",
    re.IGNORECASE | re.DOTALL,
)
JOINTLY = re.compile(
    rf"^\W*(?:(?:svar(?:et)?|bedömning(?:en)?)\s(?:(?:på|till|av|för)\s)?|(?:beträffande|angående|avseende)\s)?"
    rf"(?:{QUESTION}|(?:revisions|del|gransknings|kontroll)?(?:frågorna|frågor))\s(?:nr\.?\s?)?"
    r"(?P<numbers>\d{1,2}(?:\s?(?:,|och|samt|&|–|-|till)\s?\d{1,2})+)\b[.:]?(?P<said>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""An answer of several questions: "Svar på fråga 1 och 2: Ja"."""
OF_ANSWER = re.compile(
    r"^\s*(?:[:–→=-]|(?:är|besvaras|besvarar vi|bedöms|bedömer vi|har besvarats|anses|blir|kan|går"
    r"|svarar vi|uppfylls)\b)",
    re.IGNORECASE,
)
VERBS = re.compile(
    r"^[\s:–→=-]*(?:(?:är|besvaras|besvarar|bedöms|bedömer\svi|som|har\sbesvarats|anses|blir|svaret|svarar|vi|vara"
    r"|med|ett)\s+)*[\s\"”“']*",
    re.IGNORECASE,
)
FULFILLED = AnyCase(
    rf"\b(?!mål(?:et)?\b(?!.{{0,60}}\b(?:upp)?(?:fyll|nå)))"
    rf"{QUESTION}(?=\s+(?:\w+\s){{0,4}}?(?:är|bedöms|anses|besvaras|har\sbesvarats|uppfylls)\b"
    r"(?!\s(?:om|hur|huruvida|ifall|vilk\w+|i\svilken)\b))"
    r"|^\W*(?:sammantaget|sammanfattningsvis)?\s*är\s(?:vårt\s)?svar(?:et)?\b",
)
"""A sentence that judges the question at hand by name: "Revisionsfrågan är delvis uppfylld"."""
_STEP = STEP
_BETWEEN = (
    r"(?:(?:på|till|den|vår|denna|vi|därför|alltså|således|med|som|ett|är|blir|att|här)\s)*[\"”“']?"
)
ANSWERED = re.compile(
    rf"\b(?:be)?svar(?:a[rst]?|as|at|et)?\s{_BETWEEN}"
    rf"(?:(?=(?P<led>{_STEP}).*\b{QUESTION}\b)|(?:\w+\s)?{QUESTION}\s{_BETWEEN}(?P<said>{_STEP}.*)$)",
    re.IGNORECASE,
)
"""How a sentence comes to its answer: ", varför vi besvarar frågan med delvis"."""
ANSWER_IS = re.compile(
    rf"^(?:vårt\s)?svar(?:et)?\s(?:är|blir)\s(?:(?:därför|alltså|således|därmed)\s)?(?P<said>{_STEP}.*)$",
    re.IGNORECASE,
)
"""A sentence that but answers: "Svaret är i huvudsak ja."."""
LABELLED = re.compile(
    r"^(?:(?:vår[t]?\s)?(?:sammanfattande|samlad|sammantagen|slutlig)\s|vår[t]?\s|revisionell\s"
    r"|\w*revis\w+s\s|(?:kontorets|granskarnas)\s)?(?:bedömning(?:en)?|resultat"
    r"|svar(?:et)?(?:\s(?:på|till)\s(?:den\s)?\w*(?:fråg(?:an|eställningen)))?"
    r"|uppfyllelse|slutsats|måluppfyllelse|status)\s*(?:är)?\s*(?:[:–-]|\.(?=\s))\s*(?P<said>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
OF_SECTION = re.compile(
    r"^\W*(?P<number>\d{1,2}(?:[.:]\d{1,2})+|\d{1,2}\s?[a-z]\b)[.):]?\s+(?P<said>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A number of several parts at the beginning of a line: "2.1 Ja", "1a) Delvis"."""
HEADS = re.compile(
    rf"^{QUESTION}\s(?:nr\.?\s)?(?P<number>\d{{1,2}})(?:\s?[:.–-]\s?[^.:?]{{3,60}})?$",
    re.IGNORECASE,
)
OF_MEASURE = re.compile(
    r"^(?:(?:ej|inte|delvis|helt|till viss del|i huvudsak)\s)?"
    r"(?:beakta|genomför|åtgärda|hörsamma|tillgodose|efterlev|påbörja|kvarstår)\w*\W*$",
    re.IGNORECASE,
)
"""What is said of a recommendation followed up, not of a question: "Delvis beaktad"."""
AFTER_STEP = re.compile(r"^\W*(?:ja|nej|delvis)\W+", re.IGNORECASE)
YES_NO = (
    (re.compile(r"\bjakande\b", re.IGNORECASE), "ja"),
    (re.compile(r"\bnekande\b", re.IGNORECASE), "nej"),
)
JUDGES = AnyCase(
    r"\b(?:vi|revisorerna|revisionen)\s+(?:bedömer|anser|konstaterar|finner"
    r"|kan (?:även |också )?konstatera)\b"
    r"|\b(?:bedömer|anser)\s+(?:vi|revisorerna|revisionen)\b|\bbedöm(?:ning|ningen|s|er)\b"
    r"|\b(?:vi|revisorerna|revisionen) ser (?:\w+ )?(?:allvarligt|positivt|kritiskt) på\b"
    r"|\bvår (?:uppfattning|slutsats|samlade|mening)\b|\bsvaret på frågan\b"
    r"|\bfrågan om\b.{0,200}\b(?:besvaras|svaret)\b",
)


def numbers_of(match: re.Match[str]) -> tuple[int, ...]:
    """Return the numbers of the questions that an answer names."""
    groups = match.groupdict()
    if "numbers" not in groups:
        if match["letter"]:
            return (ord(match["letter"].casefold()) - ord("a") + 1,)
        return (int(match["number"] or ORDINALS.index(match["ordinal"].casefold()) + 1),)
    found = [int(each) for each in re.findall(r"\d+", groups["numbers"])]
    is_range = re.fullmatch(r"\d+\s?(?:–|-|till)\s?\d+", groups["numbers"]) is not None
    return tuple(range(found[0], found[-1] + 1)) if is_range else tuple(found)
