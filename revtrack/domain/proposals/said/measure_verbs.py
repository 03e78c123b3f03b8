"""Verbs and things of a measure: what prepares it, begins it, goes on with it or ends it."""

import re


def _words(*shapes: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(shapes)})", re.IGNORECASE)


BEGINS = _words(r"påbörja", r"inle[dt]", r"starta", r"börja", r"igångs", r"initiera", r"uppta")
PREPARES = _words(
    *(r"utre[dt]", r"kartl", r"inventer", r"analyser", r"undersök", r"förbere[dt]", r"bere[dt]"),
    *(
        r"beställ",
        r"anlita",
        r"(?:ut)?annonser",
        r"utlys",
        r"presentera",
        r"skick",
        r"remitter",
        r"sänt",
    ),
    *(r"diskuter", r"träff", r"mött", r"kontakta", r"begär", r"föreslog", r"föreslagit", r"bilda"),
    *(
        r"samråd",
        r"förankra",
        r"påmin",
        r"uppmärksam",
        r"(?:ut)?prova[dt]",
        r"testa[dt]",
        r"pröva[dt]",
        r"lyft",
    ),
    *(r"avsatt", r"avsätt", r"reserver", r"ansök", r"äska", r"skissa", r"tillfråga", r"rekryter"),
    *(r"upphandl", r"väckt", r"lämna", r"bjudit", r"räknat", r"utvärder", r"sök[ta]"),
)
"""Verbs of what is done before the measure itself."""
SETS = _words(
    r"avdel[at]", r"avsatt", r"avsätt", r"anställ", r"rekryter", r"anlita", r"(?:in)?lånat"
)
"""Verbs of setting somebody to work."""
CHOOSES = re.compile(
    r"\b(?:valt|valde|lyckats|försökt|hunnit) att\b|\bfått (?:prioritera|stå"
    r"|vänta|vila|anstå)\b|\b(?:gått|kommit) (?:före|emellan)\b|\b(?:lades|lagts) (?:åt sidan"
    r"|på is)\b"
)
"""Words beside which the next verb tells the measure."""
RECEIVES = re.compile(r"^(?:tagit|tog|tagits|togs)$")
TO_HEART = re.compile(r"\btill sig\b|\bemot\b|\bdel av\b|\bfasta på\b|\bintryck\b")
"""Words beside them of what is read, and not done: "har tagit till sig kritiken"."""
GIVEN = frozenset(("gått", "fått", "getts", "gett", "givits", "lämnats", "lagts", "ges", "gick"))
"""Verbs by which somebody is told to do something."""
FINISHES = _words(
    *(
        r"ant(?:a(?:git|gen|gna|s|g|r)?|ogs?)\b",
        r"fastställ",
        r"beslut",
        r"slut(?:för|redovis|rapporter|behandl)",
        r"avslut",
        r"färdigst",
    ),
    *(r"genomför", r"inför", r"infört", r"åtgärda", r"rätta", r"vidta", r"verkställ", r"tillämpa"),
    *(r"driftsatt", r"implementer", r"ersatt", r"bytt", r"utsett", r"utsåg", r"anställ", r"klar"),
    *(r"färdig", r"fatta"),
)
"""Verbs of what ends a measure."""
LASTS = _words(
    *(
        r"pågå",
        r"arbeta",
        r"jobba",
        r"fortsätt",
        r"fortgå",
        r"prövar",
        r"testar",
        r"provar",
        r"läser",
    ),
    *(r"förhandlar", r"samlar", r"träffas", r"skriver", r"söker"),
)
"""Presents of what somebody is at work with, whatever time is given."""
WRITES = _words(r"skriv", r"läser", r"samlar", r"träffas", r"söker", r"deltar")
"""Those of them that a time ahead makes a plan of."""
RUNS = frozenset(("löper", "bedrivs", "drivs", "minskar", "sjunker", "krymper"))
"""Presents of work that began some day."""
LEARNS = re.compile(r"^(?:deltar|medverkar|går|läser)$")
COURSE = re.compile(r"\b\w*(?:kurs|utbildning|program|projekt|nätverk)(?:en|et|ar|er|serie)?\b")
"""What somebody is at since some day, and which comes to an end."""
NEEDED = re.compile(
    r"^(?:behövs|krävs|finns|anses|bedöms|upplevs|saknas|delas|ses|tycks|fattas|hörs)$"
)
"""Passives that tell of no measure left out when they are denied."""
BECOMES = re.compile(r"^(?:blir|kommer|inrättas|upprättas)$")
"""Presents of what is to be."""
TAKES_TIME = _words(
    *(r"prövas", r"testas", r"provas", r"utvecklas?r?\b", r"utred[se]", r"rullas", r"förhandlas"),
    *(r"bered[se]", r"kartlägg", r"inventera[rs]", r"se[sr]\b", r"gå[rs]\b", r"upphandla[rs]"),
    *(r"rekrytera[rs]", r"byggs", r"växer", r"skrivs", r"analyseras?r?\b"),
    *(r"förbered[se]", r"omarbetas", r"omförhandlas"),
)
"""Presents of work that takes its time."""
STANDS = _words(
    *(r"är\b", r"finns", r"gäller", r"ingår", r"framgår", r"innehåller", r"omfattar?s?\b"),
    *(r"täck", r"uppfyll", r"tillgodose", r"motsvara", r"räcker", r"står\b", r"ligger", r"utgör"),
    *(
        r"utgår",
        r"baseras",
        r"regler",
        r"styr[s]?\b",
        r"används",
        r"tillämpas",
        r"fungerar",
        r"visar",
        r"har\b",
    ),
)
"""Presents of what is so, or is there."""
MAKES = _words(
    *(r"tar\b", r"tas\b", r"inför", r"rätta[rs]", r"utse[rs]\b", r"inrätta", r"upprätta", r"antar"),
    *(r"antas", r"komplettera", r"uppdatera", r"revidera", r"skriv", r"tillsätt", r"anställ"),
    *(r"tillse", r"säkerställ", r"åtgärda", r"lägg", r"förtydliga", r"tydliggör", r"genomför"),
    *(
        r"stärk",
        r"ändra",
        r"begär",
        r"ålägg",
        r"bjud",
        r"kalla",
        r"arbeta[rs]? (?:in|fram)",
        r"bygg",
    ),
    *(r"beställ", r"utbilda", r"skapa", r"utarbeta", r"fastställ", r"utöka", r"byt", r"bilda"),
)
"""Presents of what is made anew, and is to come when it is promised."""
HOLDS = frozenset(
    (
        *("instämmer", "delar", "anser", "menar", "tycker", "bedömer", "håller", "välkomnar"),
        *(
            "delas",
            "godtas",
            "accepteras",
            "tillstyrker",
            "godtar",
            "accepterar",
            "konstaterar",
            "noterar",
            "framhåller",
            "ser",
        ),
    )
)
"""Presents of what a committee thinks, which tell of no measure."""
IS_HARD = re.compile(
    r"\bär (?:det )?(?:\w+ )?(?:svårt|lätt|omöjligt|orimligt|rimligt|dyrt|viktigt|angeläget"
    r"|önskvärt|nödvändigt|bra) att\b|\btar tid\b"
    r"|\bblev (?:\w+ )?(?:uppenbar|tydlig|känd|synlig|sämre|bättre|svår|hög|låg|allvarlig|stor)\w*"
)
"""Words of what it would be to do something, which tell of no measure."""
DEPENDS = frozenset(
    (
        *("avgörs", "beror", "bestäms", "påverkas", "utgörs", "präglas", "motiveras"),
        *("orsakas", "försvåras", "begränsas", "hänger", "kännetecknas", "försvårar"),
    )
)
"""Presents of why, and of what it hangs on, which tell of no measure."""
GROUNDWORK = _words(
    *(r"arbetsgrupp", r"projektgrupp", r"styrgrupp", r"referensgrupp", r"\w*konsult", r"utkast"),
    *(r"\w*förslag(?:et)?\b", r"förstudie", r"projekt\w*", r"tidplan", r"direktiv"),
    *(r"workshop", r"genomlysning", r"utredning", r"kartläggning", r"inventering", r"\w*analys"),
    *(r"nuläge(?:t)?\b", r"offert", r"\w*möte(?:t|n|na)?\b", r"\w*dialog"),
    *(r"\w*samtal", r"samråd", r"pilot\w*", r"försök", r"underlag", r"beställning", r"enkät"),
    *(r"tilldelningsbeslut", r"anbud", r"kravspec\w*", r"kravställning", r"\w{4,}underlag"),
    *(r"kontakt", r"\w*grupp\b", r"arbetet?\b", r"översyn", r"\w*förhandling"),
    r"första (?:etapp|omgång|steg|del|version|kurs)\w*",
    *(r"diskussion", r"ansökan", r"version", r"annons", r"frågan", r"problemet", r"synpunkt"),
    *(r"pris(?:er)?\b", r"behov(?:et|en)\b", r"samarbete", r"extern\w*", r"test\w*\b"),
)
"""Things that come before what is recommended, and are steps when done."""
DRAFT = _words(
    r"utkast",
    r"\w*förslag(?:et)?\b",
    r"arbetsgrupp",
    r"projektgrupp",
    r"styrgrupp",
    r"projektledare",
)
"""Things whose being there is a step."""
BUYS = _words(r"upphandling", r"rekrytering")
"""Things that are steps when they are ready, but no longer when carried out."""
READY = _words(r"klar", r"färdig", r"avsluta", r"genomför", r"inför", r"slutför", r"boka")
"""Forms beside "är" that a time ahead makes a plan of: "är klar till hösten"."""
BEING = frozenset(("vara", "ha", "få", "finnas", "gälla", "råda", "känna", "kunna"))
"""What is to be so by a rule: "alla ska ha samma rätt"."""
SENDS = re.compile(r"^(?:skick|lämn|sänt|sänd|del)")
TELLS = re.compile(r"^(?:lämna|skicka|sänd|redovisa|rapportera|informera|ge|delge|anmäl|publicera)")
"""Verbs of sending, and words of a recommendation to give something to somebody."""
SETS_UP = re.compile(r"^(?:inrätta|bilda|skapa|starta|tillsätt|inför)")
"""Words of a recommendation to set something up."""
DECIDES = re.compile(r"^(?:besluta|fatta (?:ett )?beslut|ta ställning|avgör|pröva)")
"""Words of a recommendation to decide."""
DEED = _words(
    *(r"utredning", r"kartläggning", r"inventering", r"utvärdering", r"översyn", r"uppföljning"),
    *(r"genomlysning", r"analys", r"upphandling", r"förstudie", r"test"),
)
"""Steps that may be all that is recommended."""
BOOKS = _words(r"(?:in)?boka[dt]", r"inplanera[dt]", r"vidtala[dt]", r"schemal", r"planlag")
"""Forms of what has only been given a time."""
FOLLOWS = _words(
    *(r"följ\w* upp", r"uppfölj", r"utvärder", r"redovisa", r"återrapporter", r"rapportera"),
    *(r"informera", r"kommunicera", r"fortsätt", r"fortsatt", r"löpande", r"regelbundet"),
    *(r"varje", r"nästa gång", r"revideras", r"uppdateras", r"kontrollera", r"stickprov"),
    *(
        r"på nytt",
        r"ånyo",
        r"igen\b",
        r"åter\b",
        r"ny omgång",
        r"varannan",
        r"vart\w* (?:år|tredje)",
    ),
    r"nästa (?:\w+ing|\w*tillfälle|omgång|möte|kurs|mätning)\b",
    r"årligen",
    r"så ska(?:ll)? det",
    r"hålls? (?:\w+ )?(?:aktuell|uppdatera|levande|ajour)",
)
"""Words of what comes after a measure, and leaves it done."""
