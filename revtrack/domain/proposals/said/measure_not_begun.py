"""What a sentence tells of what is not begun: left, put off, called off, waiting."""

import re

NOT_BEGUN = re.compile(
    r"\bkan (?:\w+ )?(?:inget|ingenting) göras\b|\b(?:inte|ej) (?:\w+ ){0,3}?(?:påbörja|starta"
    r"|inle[dt]|återuppta|mäktat|orkat|hunnits"
    r"|haft (?:tid|möjlighet|resurser|utrymme)|kommit till skott|kommit (?!överens)|börja|igångs"
    r"|(?:satts|dragits|sparkats|kommit) i ?gång|hunnit|tagit itu|tagits itu|tagits? tag i"
    r"|sett dagens ljus"
    r"|verkställts|utförts|kunnat \w+s\b|skett"
    r"|blivit av|kunnat (?:påbörja|starta|inle|göra|genomför|ske|hålla|prioriter)|gjorts|tagits"
    r" itu)\w*\b(?! i tillräcklig)"
    r"|\b(?:är|var) (?:ännu )?(?:inte|ej) (?:ännu )?(?:i ?gång|påbörja\w+|inled\w+)\b|\b(?:lades"
    r"|lagts|läggs) åt sidan\b"
    r"|\b(?:fortfarande|ännu) (?:inte|ej) (?:reviderad|uppdaterad|upprättad|utredd|vald|tillsatt"
    r"|inrättad|införd|gjord"
    r"|genomförd|översedd|framtagen)\w*"
    r"|\bskulle ha \w+t[s]?\b[^.]{0,60}\bmen\b"
    r"|\binte (?:har )?funnits (?:\w+ )?(?:tid|utrymme|möjlighet|resurser)\b"
    r"|\bhar (?:ännu|fortfarande|än så länge) (?:ingen|inget|inga)\b"
    r"|\b(?:inget|ingenting|inte mycket) (?:\w+ ){0,2}?(?:har|hade) (?:\w+ )?(?:hänt|skett|gjorts)"
    r"|\b(?:har|hade) (?:\w+ ){0,3}?(?:inget|ingenting) (?:\w+ )?(?:hänt|skett|gjorts)"
    r"|\bblev (?:\w+ )?(?:inte|ej|aldrig) av\b"
    r"|\b(?:frågan|ärendet|arbetet|uppgiften|det|detta|den)\b[^.,]{0,30}\bblivit liggande\b"
    r"|\b(?:ännu|fortfarande) (?:framför|ogjor|oprövad|vilande)\w*"
    r"|\b(?:inte|ej) \w+[dt]a? (?:ännu|än)\b|\bi träda\b|\b(?:vilar|vilat|vilande|lagts på is"
    r"|ligger på is)\b(?![^.,]{0,40} på\b)|\bframför oss\b"
    r"|\bfallit mellan stolarna\b|\bavvaktar? (?:\w+ ){0,6}?innan\b"
    r"|\b(?:ingen|inga|inget) (?:\w+ ){1,3}?har (?:\w+ ){0,2}?(?:hittills|ännu|kunnat)\b"
    r"|\b(?:ännu|hittills)\b[^.,]{0,25}\b(?:inget|ingenting|inga)\b"
    r"|\b(?:inget|ingen|inga)\b[^.,]{0,40}\b(?:i gång|påbörja|inle[dt]|starta)\w*"
    r"|\b(?:inget|ingenting|inga)\b[^.,]{0,30}\b(?:ännu|hittills)\b"
    r"|\b(?:någon|något|några)\b(?=[^.]{0,60}\bännu\b)[^.]{0,60}\binte\b"
    r"|\b(?:skj(?:utits|uts)|sköts) (?:upp|fram|på framtiden)|\bsenarelagt?s|\blegat nere|\b(?:fått"
    r"|får) stå tillbaka\b|\bfå(?:r|tt)"
    r" (?:vänta|vila|anstå|prioritera annat|stå tillbaka)\b|\b(?:legat|ligger|står"
    r"|stått) (?:\w+ )?(?:still\w*|nere)\b"
    r"|\b(?:valt|väljer) (?:\w+ )?att (?:vänta|avvakta|skjuta)\b",
    re.IGNORECASE,
)
"""Words of what is not begun yet."""
NOT_YET = re.compile(
    r"\b(?:ännu|fortfarande|hittills|hunnit|kunnat|vänta|anstå|påbörja\w+|inle[dt]\w+|starta\w+|gång|itu|av"
    r"|still\w*|nere|is|prioritera)\b",
    re.IGNORECASE,
)
"""Words beside them by which it is not begun, whatever is to be."""
CALLED_OFF = re.compile(r"\b(?:ställdes|ställts|ställs|ställas) in\b|\buteblev\b", re.IGNORECASE)
"""Words of what was to be and was called off."""
