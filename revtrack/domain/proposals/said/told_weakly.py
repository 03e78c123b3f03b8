"""How far a measure has come where no sure word tells it: by the tense of the clause's own verb.

Asked only of an answer that tells nothing more surely. A present with a time ahead is to be done,
and so is a line without a verb that gives a time; a present of lasting work is under way; what is
done again and again, or is there, is done. What is denied, lacking or only wished tells nothing.
"""

import re
from functools import lru_cache

from revtrack.domain.codes import Progress
from revtrack.domain.proposals.said.measure_forms import is_participle, is_supine
from revtrack.domain.proposals.said.measure_words import AHEAD, HABIT, LACKS, SOME

_WORD = re.compile(r"[\w-]+")
_PAST = re.compile(
    r"\b(?:har(?! (?:en|ett|två|tre|flera)\b)|gick|blev|fick|tog|såg|gav|kom|höll|lade|satte"
    r"|gjorde|skedde|\w{2,}(?:ades?|ddes?"
    r"|rdes?|ldes?|ndes?|gdes?|ttes?|ktes?|ptes?|stes))\b(?<!både)(?<!bägge)(?<!möte)(?<!vilande)"
    r"(?<!kommande)(?<!\wande)(?<!\wende)(?<!\wmöte)",
    re.IGNORECASE,
)
"""Verbs of the past, which tell of no time ahead."""
_UNTOLD = re.compile(
    r"\b(?:inte|ej|aldrig|utan att|bör|borde|skulle|kan|kunde|måste|behöver|behövs|krävs|får inte"
    r"|vill|önskar|enligt lag\w*|\w*lagen|skyldig\w*|ansvar|ansvarar för (?!att)|anser|menar"
    r"|tycker|utgör|innebär|omfattar|består|beror|syftar|tackar|saknar|hade|var|fanns|framgår"
    r"|visar|framhåller|konstaterar|uppger|förutsätt\w*|revisorerna|revisionen|granskning\w*"
    r"|rekommenderas|rekommenderar|uppmanas"
    r"|anges|påpekar|vikten|viktig\w*|angelägen|angeläget)\b"
    r"|\b(?:svaret|yttrandet|rapporten)\b|\b(?:svar|yttrande) (?:ska|skall|lämnas|önskas"
    r"|begärs)\b",
    re.IGNORECASE,
)
"""Words of what is denied, held or told of something else than a measure."""
_FROM_NOW = re.compile(
    r"\b(?:framöver|framgent|fortsättningsvis|i fortsättningen|hädanefter|härefter"
    r"|nästa steg|i nästa \w+|på sikt|inom kort|snarast|skyndsamt|under (?:20\d\d|året)"
    r"|efter (?:sommaren|semestern|årsskiftet|jul)|så snart)\b|^från 20\d\d\b"
    r"|\b(?!finns)\w+[sr] 20\d\d\b"
    r"|\bden \d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    r"|november"
    r"|december)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|jan|feb|apr|aug|sept?|okt|nov|dec|våren|hösten|sommaren|vintern|årsskiftet|vt|ht"
    r"|[qvht]{1,2}\W?\d{1,2}|kv(?:artal)?\.? ?\d|t[123]|20\d\d(?:-\d\d){0,2})\b",
    re.IGNORECASE,
)
"""A time such as a cell gives: "Q3", "nov", "2026-03-31"."""
_LASTING = re.compile(
    r"\b(?:gås|går) (?:\w+ )?igenom\b|\b(?:ser (?:\w+ ){0,2}?över|ses (?:\w+ ){0,2}?över"
    r"|utreder|utreds|utvecklar|utvecklas|prövar"
    r"|prövas|testar|testas|provar|provas|kartlägger|kartläggs|undersöker|undersöks|analyserar"
    r"|analyseras|bereder|bereds|förbereder|förbereds|bygger (?!på)|byggs|jobbar|arbetar"
    r"|träffas|deltar"
    r"|växer|(?:dialog|samtal|diskussioner) förs|för (?:\w+ ){0,2}?(?:dialog|samtal"
    r"|diskussioner)|diskuterar|diskuteras|inventerar"
    r"|inventeras|rekryterar|förhandlar|söker|omarbetar|omarbetas|reviderar|formulerar|tränar"
    r"|implementerar|rullas|rullar|samlar|ligger (?:hos|för|på remiss)|är ute)\b",
    re.IGNORECASE,
)
"""Presents of work that takes its time."""
_TRIED = re.compile(r"\b(?:prövar|prövas|testar|testas|provar|provas|pågå\w*)\b", re.IGNORECASE)
_NEXT = re.compile(
    r"\b(?:tar fram|tas fram|inför|införs|rättar|rättas|utser|utses|inrättar|inrättas|antar"
    r"|kompletterar|kompletteras|uppdaterar|uppdateras|skriver|skrivs|tillsätter|tillsätts"
    r"|anställer|anställs|upprättar|upprättas|tillser|ser till att|säkerställer|åtgärdar"
    r"|åtgärdas|lägger|läggs|förtydligar|förtydligas|tydliggör|tydliggörs|genomför|genomförs"
    r"|stärker|stärks|ändrar|ändras|tar upp|tas upp|tas om hand|tar hand|begär|ber|ålägger"
    r"|hanteras|arbetas in|beaktas i|inarbetas|kallar|bjuder|tar initiativ)\b",
    re.IGNORECASE,
)
"""Presents of what one agrees to do, done at once when it is done."""
_MADE = re.compile(
    r"^(?:en|ett|nya?|nytt) (?:[\w-]+ ){1,6}?(?:tas fram|införs|upprättas|inrättas|tillsätts"
    r"|anställs"
    r"|utarbetas|skrivs|byggs upp)\b",
    re.IGNORECASE,
)
"""Presents of what somebody makes anew: "En gemensam rutin tas fram"."""
_THERE = re.compile(
    r"\b(?:finns|ingår|täcker|täcks|tillgodoses|tillgodoser|uppfylls|uppfyller|motsvarar|har"
    r"|används|tillämpas|följer|följs|görs|gör|sker|hålls|redovisas|rapporteras|omfattas"
    r"|dokumenteras|kontrolleras|kontrollerar|hanteras|får|erbjuds|är (?:\w+ )?tillräckliga?)\b",
    re.IGNORECASE,
)
_OF_MATTER = re.compile(
    r"\b(?:detta|sådana?|sådant|kravet|rekommendation\w*|det som|nuvarande|befintlig\w*|ordinarie"
    r"|redan|samtliga|alla|hela|varje enhet|varje skola)\b",
    re.IGNORECASE,
)
"""Words that tie what is there to what was asked for."""
_BUT = re.compile(r"\b(?:men|dock|däremot|emellertid|trots|fast|när|om)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"^(?:är|har|kan|ska|skall|kommer|blir|blev|var|finns|får|ger|gör|går|ser|står|tar|sker"
    r"|vill|ses|gås|tas|ges|nås|dras"
    r"|[a-zåäö]{2,}(?:ar|er|ör|as|[^aeiouyåäös]s))$"
)
_NOUNS = re.compile(
    r"^(?:.*(?:nämnder|styrelser|chefer|rutiner|planer|brister|medel|åtgärder|enheter|ansvar"
    r"|januar"
    r"|insatser|lokaler|processer|resurser|behörigheter|avvikelser|ledare|handläggare|system"
    r"|direktör|controller|september|oktober|november|december|mars|utbildningar|samordnare|listor"
    r"|skolor|elever|bidrag|delar|år|risker|regler|linjer|tider|nämndens|styrelsens|[mnt]ens)"
    r"|ansvarig|efter|under|över|eller|per|samt|inför|tillsammans|annars|dels|års|årets|höstens"
    r"|vårens|\w*insats|beslut|plats|process|budget|alltså|\d.*)$"
)
_WAITS = re.compile(
    r"\b(?:påbörjas|startar|startas|inleds|görs|sker|tas|införs|ses)\b[^.,]{0,30}"
    r"\b(?:när|så snart|efter att)\b",
    re.IGNORECASE,
)
_BRIEF = re.compile(
    r"^(?:införs|görs|tas|åtgärdas|genomförs|revideras|uppdateras|inarbetas|kompletteras|läggs)\b"
    r"(?!.*\b(?:varje|löpande|årligen|redan|alltid)\b)",
    re.IGNORECASE,
)
"""A cell that tells what is to be done: "Införs vid systembyte"."""
_IN_PLACE = re.compile(r"\b(?:i bruk|i drift|på plats)\b", re.IGNORECASE)
_LINE = 12
"""In words, of a line that may lack a verb."""


@lru_cache(maxsize=4_096)
def told_weakly(sentence: str, *, is_agreed: bool, is_open: bool) -> Progress | None:
    """Return what the tense of a sentence tells of a measure; None where it tells nothing.

    ``is_agreed`` says that the answer agrees in words, ``is_open`` that it states no position.
    """
    if _UNTOLD.search(sentence) or LACKS.search(sentence):
        return None
    if _WAITS.search(sentence):
        return Progress.PLANNED
    if _PAST.search(sentence):
        return None
    words = [each[0].casefold() for each in _WORD.finditer(sentence)]
    if not any(_FINITE.match(word) and not _NOUNS.match(word) for word in words):
        return _told_by_line(sentence, words)
    told = _told_by_present(sentence)
    return told or _told_by_lot(sentence, is_agreed=is_agreed, is_open=is_open)


def _told_by_present(sentence: str) -> Progress | None:
    """Return what a present tells that has a time ahead, or is of lasting work."""
    if _TRIED.search(sentence):
        return Progress.UNDER_WAY
    if AHEAD.search(sentence) or _FROM_NOW.search(sentence):
        return Progress.PLANNED
    return Progress.UNDER_WAY if _LASTING.search(sentence) else None


def _told_by_lot(sentence: str, *, is_agreed: bool, is_open: bool) -> Progress | None:
    """Return what a present without a time tells: what is agreed to is next, else it is there."""
    if is_agreed and _NEXT.search(sentence) and not HABIT.search(sentence):
        return Progress.PLANNED
    if len(sentence.split()) <= _LINE // 2 and _BRIEF.match(sentence):
        return Progress.PLANNED
    if is_open and _MADE.search(sentence) and not (HABIT.search(sentence) or _BUT.search(sentence)):
        return Progress.PLANNED
    if not is_open or _BUT.search(sentence) or not _THERE.search(sentence):
        return None
    is_there = HABIT.search(sentence) is not None or _OF_MATTER.search(sentence) is not None
    return Progress.DONE if is_there else None


def _told_by_line(sentence: str, words: list[str]) -> Progress | None:
    """Return what a line without a verb tells: "Översyn av rutin, våren 2026"."""
    if not words or len(words) > _LINE:
        return None
    if SOME.search(sentence):
        return Progress.UNDER_WAY
    if _IN_PLACE.search(sentence):
        return Progress.DONE
    if any(
        is_participle(word) or (n == 0 and is_supine(word) and not _NOUNS.match(word))
        for n, word in enumerate(words)
    ):
        return Progress.DONE
    return Progress.PLANNED if _TIME.search(sentence) or AHEAD.search(sentence) else None
