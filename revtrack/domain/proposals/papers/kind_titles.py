"""How papers of auditors call themselves, and how those of their own meetings and of clubs do."""

import re

ANNUAL = re.compile(
    r"^(?:\w+\s){0,2}(?:revisorernas redogörelse|revisionsberättelse|årsredogörelse|årsrapport"
    r"|redogörelse för (?:revision|granskning)"
    r"|granskningsrapport (?:för|avseende) (?:\w*år(?:et)? )?(?:19|20)\d{2}$)",
    re.IGNORECASE,
)
OF_MEETING = re.compile(
    r"\b(?:minnesanteckning|mötesanteckning)\w*|protokoll\b(?! från)|protokollsutdrag",
    re.IGNORECASE,
)
BODY_ALONE = re.compile(
    r"^(?:[\w,-]+\s){0,4}[\w-]*(?:nämnd(?:en)?|styrelse(?:n)?|fullmäktige|direktion(?:en)?"
    r"|utskott(?:et)?)$",
    re.IGNORECASE,
)
AUDITORS_DECIDE = re.compile(
    r"^\W*(?:\w*revisorerna|\w*revisionen)\s(?:beslutar|beslutade|fastställer|fastställde|godkänner)\b",
    re.IGNORECASE,
)
OF_CLUB = re.compile(
    r"\b(?:föreningens|årsmöte(?:t)?|\w+förening(?:en|ens)?)\b(?!\w)", re.IGNORECASE
)
"""Words of a club, whose auditors write a report of the year too."""
OTHER_TITLE = re.compile(
    r"^(?:revisionsplan|upphandling av revision|anbudsförfrågan|granskningsplan|påminnelse"
    r"|anstånd\b|förlängd (?:svarstid|tid)"
    r"|projektplan|begäran om (?:längre|förlängd|anstånd|komplettering)|besked om"
    r"|förlängning|kallelse|reglemente|arvodes)"
    r"|^(?:(?:svar|på|angående|ang\.?|beslut|besked|avseende|rörande|gällande|ansökan|anhållan"
    r"|önskemål|begäran|begärd|om|er|[\w-]+s|en|den)\s){1,6}(?:anstånd|(?:förläng\w+|utöka[dt]"
    r"|längre|mer|ny|nytt|ytterligare)\s(?:av\s)?(?:svars?tid|tid|svarsdatum|svarsfrist))\w*\b",
    re.IGNORECASE,
)
FOLLOW_UP = re.compile(
    r"^(?:uppföljning\b|uppföljande\b|uppföljningsrapport\b|samlad uppföljning\b)"
    r"|^(?:rapport|revisionsrapport)\W{1,4}(?:uppfölj)"
    r"|^(?!.*\b(?:svar|yttrande|synpunkter|anledning av uppföljning|protokoll"
    r"|beslut)\b)(?:.*\buppfölj\w+ av"
    r" (?:[\w,]+ ){0,5}?(?:gransk|rekommend)|.*\båtgärder (?:med anledning av|utifrån|efter)"
    r" (?:\w+ )?(?:rekommend|granskning)|har rekommendationerna\b)",
    re.IGNORECASE,
)
LIST = re.compile(
    r"\b(?:sammanställning (?:av|över)|lista (?:över|med)|förteckning över|tabell över|bevakning)\b"
    r".{0,40}\b(?:rekommendation|granskning|svar)|\b(?:rekommendations|bevaknings|åtgärds|uppföljnings)"
    r"(?:lista|tabell|register|förteckning)(?:n|en|t)?\b"
    r"|^(?:öppna|obesvarade|kvarstående|oavslutade|lämnade|samtliga|alla|revisorernas|våra) "
    r"rekommendationer\b(?! till)|^rekommendationer (?:att bevaka|(?:och|med) svar"
    r"|(?:från|ur) (?:\S+ ){0,4}granskningar(?:na)?\b"
    r"|under bevak|och status)",
    re.IGNORECASE,
)
