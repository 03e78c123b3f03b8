"""The words by which a paper judges the whole, tells its purpose, or only refers to either."""

import re

from revtrack.domain.proposals.judging.clauses import OVERALL
from revtrack.domain.texts.any_case import AnyCase

OF_PURPOSE = re.compile(r"\bsyftet?\b|\bgranskningen\b|\bgranskningens\b", re.IGNORECASE)
JUDGES = AnyCase(
    r"\b(?:bedöm\w*|anser|intryck(?:et)?|slutsats\w*|omdömet?|mening|uppfattning|finner|sammantaget"
    r"|sammanfattningsvis|samlade resultatet?|svarar\s(?:vi|revis\w+)"
    r"|sammanfattning(?:en)?\s(?:av\s\w+\s)?(?:är|blir)\satt)\b",
)
SUMMARY = AnyCase(
    r"\bsammanfattning|\bslutsats|\bsammanfattande|\bsamla[dt]|\bsammanvägd|\bomdöme|\bhelhets"
    r"|\bsammantag",
)
ASIDE = re.compile(
    r"\bbakgrund|\bmetod|\brekommendation|\biakttagelse|revisionsfråg|\bsvar på|\bsyfte|kriteri",
    re.IGNORECASE,
)
WITH_DEMANDS = AnyCase(
    r"(?:(?<=bedömning)|(?<=slutsats)|(?<=slutsatser)|(?<=bedömningar))(?:\soch|\ssamt|\s&)\s(?:våra\s)?rekommendation(?:er)?\b",
)
"""What a heading of judgements goes on with: "Bedömning och rekommendationer"."""
JUDGEMENT = re.compile(
    r"^(?:(?:vår|revisorernas|revisionell|samlad|sammanfattande|övergripande|sammantagen) ){0,2}"
    r"(?:bedömning|slutsats|helhetsbedömning|omdöme)(?:en|er)?$",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r"\b(?:syft(?:e\w*|ar|at)|avsikten|ska ge svar på"
    r"|övergripande \w*frågan?|huvudfrågan?)\b[^.]{0,80}?\b(?:om|huruvida)\b",
    re.IGNORECASE,
)
EXAMINED = re.compile(
    r"\b(?:har|ska|vill\w*|att|uppdra\w*)\s(?:[\w-]+\s){0,5}?"
    r"(?:granska|undersök|pröva|veta|bedöm|utred|belys)\w*\s(?:om|huruvida)\b",
    re.IGNORECASE,
)
"""How a paper says what was to be judged, where it speaks of no purpose."""
SHOWS = re.compile(
    r"^(?:.{0,40}\b(?:granskning|rapport)\w*\s+(?:\w+\s+)?(?:visar|visat|ger vid handen)\b"
    r"[^.]{0,30}?"
    r"|den visar\s(?:\w+\s)?|resultatet\s(?:av\s\w+\s)?är\s"
    r"|.{0,20}\b(?:rapporten|granskningen)\s(?:\w+\s)?framgår(?:\sdet)?\s)"
    r"\batt\s+(?=[^.]*\b(?:tillräcklig|ändamålsenlig|tillfredsställande|betryggande|rättssäker"
    r"|effektiv|fungerar|säkerställ|uppfyll|lever upp|till viss del|delvis|i huvudsak|i stort"
    r"|inte (?:fullt|helt))\w*)",
    re.IGNORECASE,
)
"""Words by which a letter tells of the whole what its audit has found."""
ASKED = re.compile(
    r"\b(?:bedöm(?:a|t)|prövat?|granskat?|belys(?:a|t)|undersök(?:a|t))\s(?:\w+\s){0,2}?(?:om|huruvida|hur)\b",
    re.IGNORECASE,
)
"""What a sentence says that tells what is to be judged, and judges nothing."""
WHOLE = AnyCase(
    rf"^\W*(?:(?:vår\w*|den|det|\w*revis\w+)\s)?(?:{OVERALL.pattern})"
    rf"|(?:{OVERALL.pattern})\W+(?:\w+\W+){{0,2}}?(?:bedöm|omdöm|slutsats|uppfattning|mening|intryck)"
    r"|\b(?:bedömer|anser|finner)\s(?:vi\s|\w*revis\w+\s)?(?:sammantaget|sammanfattningsvis)\b",
)
"""Where a sentence says that it judges the whole, not merely that amounts are "totala"."""
BY_NAME = re.compile(
    r"^.{0,60}\b(?:bedömning(?:en)?|slutsats(?:en)?|omdömet?|uppfattning(?:en)?)"
    r"(?:,\s[^,]{3,40},)?\s(?:är|att)\b",
    re.IGNORECASE,
)
"""A judgement by its name, "Vår bedömning är", which a letter gives once."""
PASSIVE = re.compile(
    r"\bbedöms\s(?:(?:[\w-]+\s){0,4}?(?:vara|ha|fungera|uppfylla|leva)\b"
    r"|(?:inte|delvis|i huvudsak)\b)",
    re.IGNORECASE,
)
"""A sentence that judges without saying who does: "Processen bedöms i huvudsak vara säker"."""
WEAKLY = AnyCase(
    r"\bkonstaterar\s(?:vi\s)?att\b|\bkan\s(?:vi\s)?konstatera\satt\b|\bser\s(?:\w+\s)?(?:allvarligt|positivt|kritiskt)\spå\satt\b"
    r"|^svaret\s(?:på\s[\w\s]{3,50}\s)?är\satt\b|\bbedöma\s[\w\s]{3,40}\ssom\b",
)
"""Words that judge the whole only where the purpose's own words follow."""
DEMANDS = re.compile(r"^[^.,]{0,80}?\b(?:bör|måste|behöver|borde)\b", re.IGNORECASE)
"""A clause that asks for something rather than judges."""
THEN = re.compile(
    r"\bvar\s(?:då|vid\s(?:det|den)\s\w+|den\sgången|år\s(?:19|20)\d\d)\b|\bdå\svar\b"
    r"|\bden (?:tidigare|förra|föregående|ursprungliga) granskningen\b.{0,40}\bvar\b",
    re.IGNORECASE,
)
"""What was found by an audit before, as a follow-up tells."""
REFERS_BACK = re.compile(
    r"^(?:det|detta|så)\s(?:är|lyder|blir)\s(?:vår[t]?|\w*revis\w+s|den)\s(?:\w+\s){0,2}?"
    r"(?:bedömning|slutsats|omdöme|uppfattning)(?:en|et)?\W*$",
    re.IGNORECASE,
)
IS_TITLE = re.compile(
    r"^(?:innehåll\b|(?!.*\b(?:är|har|bedöm(?:er|s)|anser|blir)\b)[^.!:]{3,60}$)", re.IGNORECASE
)
"""A line that is a heading, though nothing marks it as one, or a list of them."""
REVIEWED = re.compile(r"\b(?:har|låtit)\b.{0,120}?\bgranska[dt]?\b", re.IGNORECASE)
"""What tells that an audit was made, and not what it found."""
STUDY = re.compile(r"\bförstudie", re.IGNORECASE)
"""What a paper is called that maps a matter and judges nothing."""
