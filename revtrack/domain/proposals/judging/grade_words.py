"""The words of Swedish municipal audit reports by which a clause says how well things are.

Firms use them differently, so what they come to is a proposal that stands beside the exact phrase.
"""

from revtrack.domain.codes import Grade
from revtrack.domain.texts.any_case import AnyCase

NOT = r"(?:inte|ej|icke)"
_BETWEEN = r"(?:(?!utan\b|men\b)[^\s,.;:]+\s)"
_FAR = rf"{_BETWEEN}{{0,6}}?"
"""So many words may stand between a denial and what it denies."""
_FARTHER = rf"{_BETWEEN}{{0,14}}?"
_DEGREE = r"(?:utsträckning|grad|omfattning|mån)"
_LITTLE = r"(?:begränsad|liten|låg|ringa|mindre|otillräcklig|blygsam|obetydlig)"
_BETTER = (
    r"(?:förbättras|utvecklas|stärkas|förstärkas|ses över|höjas|ökas|förtydligas|tydliggöras"
    r"|kompletteras|uppdateras|bli (?:bättre|tydligare|mer \w+))"
)
_OF_BETTER = r"(?:förbättring|utveckling|utvecklande|förstärkning|översyn|komplettering)"


_AS = r"bedöma\b[^.]{1,80}\bsom (?!finns|krävs|gäller|avses)(?:\w+ )?\w+\W*$"
"""What denies a step rather than that one can be given: "kan inte bedöma vården som säker"."""


def _shape(*words: str) -> AnyCase:
    return AnyCase("|".join(words))


NOT_ANSWERED = _shape(
    rf"\bkan (?:\w+ )?{NOT} besvara|\bfrågan (?:besvaras|har) {NOT}\b",
    rf"\b{NOT} besvara[ts]\b|\bhar {NOT} granskats\b",
)
NOT_ASSESSABLE = _shape(
    rf"\b{NOT} bedöm(?:ts?|da?)\b",
    rf"\b{NOT} (?:går|gått|(?:har )?(?:varit )?möjligt|kan"
    rf"|(?:har )?kunnat)\b(?!\s{_AS})[^.]{{0,30}}\bbedöm(?!\w*\s(?:vara|som|ha)\b)\w*",
    rf"\b(?:går|kan|gått|kunnat|kunde|har) (?:(?:vi|frågan|det|detta) )?"
    rf"{NOT} (?!{_AS})[^.]{{0,30}}\bbedöm\w*",
    r"\bsvår(?:t)? att bedöma\b",
    r"\bsaknas underlag för (?:att|en) bedöm\w*|\bunderlag(?:et)?\b[^.]{0,15}\b(?:saknas|litet"
    r"|tunt|räcker inte"
    r"|otillräckligt|begränsat)\b[^.]{0,40}\bbedöm\w*",
    rf"\bkan {NOT} uttala oss\b|\b{NOT} bedömbar\w*",
)
HELD_BACK: tuple[tuple[Grade, AnyCase], ...] = (
    (
        Grade.LIMITED,
        _shape(
            rf"\b{NOT} {_FARTHER}i (?:en )?(?:tillräckligt? (?:stor |hög )?|den ){_DEGREE}\b",
            rf"\b{NOT} {_FAR}tillräckligt? (?:stor|hög) {_DEGREE}\b",
            rf"\b(?:endast |bara )?i (?:en )?(?:mycket |alltför |för )?{_LITTLE} {_DEGREE}\b",
            r"\b(?:är|har varit) (?:mycket |starkt )?begränsad[et]?\b|\bi låg grad\b",
            r"\b(?:endast|bara) (?:i )?(?:enstaka|ett fåtal)\b|\bundantagsvis\b|\bsporadisk\w*",
            r"\bsällan\b|\bi undantagsfall\b",
            r"\bi (?:enstaka|ett fåtal) fall\b|\b(?:en|ett) (?:mindre|liten|ringa) del\b",
            r"\bbristande\b|\bbrister i väsentlig\w*",
            r"\b(?:väsentliga|stora|större|betydande|allvarliga|omfattande) (?:brister"
            r"|avvikelser)\b",
            r"\btill (?:en )?(?:liten|mindre|ringa) del\b",
        ),
    ),
    (
        Grade.PARTLY,
        _shape(
            rf"\b{NOT} (?:(?:är|har|varit|vara|har varit|fungerar|kan anses) )?"
            r"(?:helt(?: och hållet)?|fullständigt|fullgod\w*|en helt|ett helt|alltid|fullt"
            r"|konsekvent)\b",
            rf"\b{NOT} {_FAR}(?:fullt ut|till fullo|i sin helhet|i (?:alla|samtliga|full)"
            r"(?: delar| avseenden| fall| utsträckning)?|alla|samtliga|varje)\b",
            rf"\b(?:alla|samtliga) [^,.;]{{1,60}} {NOT}\b",
            r"\bdelvis\b|\btill (?:viss|vissa|en del|någon) del(?:ar)?\b",
            r"\bi (?:viss|vissa|någon|en del) (?:mån|utsträckning|grad|del(?:ar)?|avseenden"
            r"|fall)\b",
            r"\b(?:vissa|mindre|några|flera|en del|en rad) (?:brister|svagheter|avvikelser)\b",
            r"\bmindre (?:tillfredsställande|god[at]?|ändamålsenlig|tillräcklig)",
            r"\b(?:både|såväl) .{0,60} (?:och|som) (?:brister|svagheter)\b",
            r"\b(?:endast|bara|enbart) (?:vissa|några|en del|delar|hälften|två|tre|fyra|fem|sex)\b",
            r"\b(?:endast|bara|enbart) (?:av|hos|på|inom|vid)\b",
            r"\b(?:ungefär|omkring|knappt|drygt|cirka) hälften (?:av|så)\b",
            rf"\bvissa [^.;]{{1,60}}\b(?:andra|övriga) {NOT}\b",
            r"\b(?:godtagbar|acceptabel|tillräcklig|god)\w*\s(?:med|men)\s(?:\w+\s)?brister\b",
        ),
    ),
    (
        Grade.MOSTLY,
        _shape(
            r"\bi huvudsak\b|\bhuvudsakligen\b|\bi (?:det )?stort(?: sett)?\b|\bi stora drag\b",
            r"\btill övervägande del|\btill stor(?:a)? del|\btill största del(?:en)?\b",
            rf"\bi (?:stor|hög|betydande) {_DEGREE}\b|\bi stora delar\b",
            r"\böverlag\b|\bi allt väsentligt\b|\bpå det hela taget\b|\bför det mesta\b",
            r"\b(?:de (?:allra )?flesta|det stora flertalet|flertalet|merparten|majoriteten"
            r"|nästan alla)\b",
            r"\bmed (?:\w+ ){1,2}undantag\b",
            r"\b(?:med undantag (?:för|av)|bortsett från|undantaget|förutom)\b",
        ),
    ),
)
"""What holds back, and how far."""
LACKING = _shape(
    r"\blångt i?från\b|\ballt annat än\b|\bknappast\b|\bingalunda\b|\bborde (?:ha|vara|finnas)\b",
    rf"\b{NOT}\b|\bsaknas?\b|\bsakna[rt]s?\b|\bsaknades?\b|\bingen\b|\binget\b|\binga\b"
    rf"|\bingenting\b|\bvarken\b",
    r"\b(?:av|från)saknad(?:en)? av\b|\bavsaknad(?:en)?\b|\bfrånvaron av\b|\baldrig\b|\bicke\b"
    r"|\bnej\b|\bnekande\b",
    r"\bbristfällig\w*|\beftersatt\w*|\bundermålig\w*|\bföråldra[dt]\w*|\binaktuell\w*"
    r"|\bdålig[at]?\b",
    r"\bo(?:tillräcklig|tydlig|tillfredsställande|ändamålsenlig|acceptabel|fullständig"
    r"|strukturerad)\w*",
    r"\bokänd[at]?\b|\b(?:sker|görs|fattas|bedrivs|genomförs|förs|hanteras) (?:\w+ )?utan "
    r"(?!anmärkning|avvikelse|brister|dröjsmål|fördröjning|problem|att\b)",
    r"\bför svag[at]?\b|\b(?:är|var|varit|bedöms som|anses) (?:\w+ )?svag[at]?\b",
    r"\b(?:är|var|har varit|tar|tog) (?:alltför|för) "
    r"(?:stor[at]?|liten|litet|små|låg\w*|hög\w*|lång\w*"
    r"|kort\w*|få|många|sena?|sent|snäv\w*|vag\w*|allmän\w*|otydlig\w*)\b|\balltför\b",
    r"\b(?:underlåtit|försummat|åsidosatt|misslyckats|avstannat|uteblivit)\b|\b(?:är"
    r"|som) en (?:\w+ )?brist\b",
)
FAULTY = _shape(
    r"\b(?:finns|har|finner|sett|funnit|fann|visar|uppvisar|noterar|ser"
    r"|konstaterar)\b[^.]{0,40}\b(?:brister|svagheter)\b|\bbrister\W*$",
)
ONLY = _shape(r"\b(?:bara|endast|enbart)\b")
"""What says less than the clause before it, where a sentence turns."""
TO_IMPROVE = _shape(
    rf"\butrymme för (?:\w+ )?{_OF_BETTER}\w*|\b(?:förbättrings|utvecklings)(?:område|potential"
    rf"|behov|utrymme)\w*",
    rf"\b(?:kan|bör|kunde|skulle kunna) (?:\w+ ){{0,2}}?{_BETTER}",
)
"""What is said of what could be better."""
TO_MEND = _shape(
    r"\b(?:behöver|måste) (?:\w+ ){0,2}?(?:\w{4,}as\b|ses över\b|bli\b)",
    r"\bbehov av (?:att )?(?:\w+ )?(?:utveckl|förbättr|förstärk|stärk|förtydlig|se över|översyn"
    r"|komplett|uppdater)\w*",
    r"\bvarierar\b|\bskiljer sig\b|\bär (?:olika|ojäm\w+) mellan\b",
    r"\bkvar att (?:göra|arbeta)\b|\bmer att göra\b|\bunder (?:utveckling|uppbyggnad"
    r"|framtagande)\b",
)
"""What is said of what has to be better."""
