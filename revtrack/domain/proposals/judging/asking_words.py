"""The words by which a report says that its questions follow, or that others are asked."""

import re

from revtrack.domain.texts.any_case import AnyCase

CUE = AnyCase(
    r"(?<!\bi )\b(?:revisions|gransknings|del|kontroll|under)?"
    r"fråg(?:a|or|orna|eställning(?:ar|arna)?)\b"
    r"|\bkontrollmål|\bgranskningsmål",
)
ASKS_WHETHER = re.compile(
    r"\bgranskning(?:en)?\b.*\b(?:visa|besvarar?|svar på|svara på|bedöma|klargöra|belysa|pröva"
    r"|undersöka)"
    r"\s*(?:om|huruvida|:|följande:?)?\s*:?$"
    r"|^(?:(?:vi|revisorerna|rapporten|uppdraget|det)\s(?:ska|skall|skulle|har|vill|ville|är)"
    r"|vår\suppgift|syftet)\b[^.:]{0,60}?\b(?:svara på|svarat på|svar på|besvara|besvarat"
    r"|bedöma|bedömt|undersöka|undersökt|pröva|prövat|ta reda på|belysa|granska|granskat|visa)"
    r"\s(?:om|huruvida)\s*:?$",
    re.IGNORECASE,
)
SEEKS = AnyCase(r"\b(?:sök\w*|få|ge|ger|besvara\w*|ställ\w*)\s(?:svar\spå\s)?följande\b.{0,20}:$")
"""How a sentence without the word for it says that the questions follow."""
GIVES_ANSWERS = re.compile(
    r"^\W*(?:(?:våra|de|korta|samlade|sammanfattade|revisionens|revisorernas)\s)*svar(?:en)?\s(?:på|till)\b"
    r"|\bbesvaras?\b.{0,60}\b(?:enligt följande|så här|på följande sätt|som följer|nedan)\W*$",
    re.IGNORECASE,
)
"""How a sentence says that answers follow, and no questions."""
OF_OTHERS = re.compile(
    r"\benkät|\bintervju\w*\s(?:\w+\s){0,3}?(?:fråg|ställ)"
    r"|\b(?:ställ|rikta|skicka)\w*\s(?:\w+\s){0,4}?(?:till|åt) (?!grund)"
    r"|\b(?:omb[ea][ds]\w*|uppmana[st]?|bad|ber)\b|\bförslag\s(?:till|på)\b"
    r"|\bfråg\w+\s(?:\w+\s)?(?:till|vid|inför|under|för fortsatt|som (?:diskuter|ställdes|togs))"
    r"|\b(?:vill|önskar|begär|emotser)\b[^.]{0,30}\b"
    r"(?:svar(?! på\W*(?:är\W*|om\W*)?$)|veta hur|yttrande)\b",
    re.IGNORECASE,
)
"""What says that questions are put to others: by an inquiry, or to be replied to."""
WANTED = re.compile(
    r"^(?:det(?: här)? |vad )?(?:vi )?(?:ville|vill|ska|skulle)(?: vi)? (?:få )?"
    r"(?:veta|svara|ta reda|undersöka)\b",
    re.IGNORECASE,
)
OF_REPORT = re.compile(
    r"^(?:varför|hur|vad|vilka?)\b.{0,30}\b(?:vi (?:gjort|gått|gjorde|sett|såg|funnit|fann|veta"
    r"|kommit|granskat|rekommenderar|anser|svara|ta reda)|(?:gjorde|granskade|fann|såg|gick"
    r"|rekommenderar) vi|(?:denna|den här) granskning(?:en)?)\b.{0,30}\?$"
    r"|^varför har vi\b.{0,40}\?$"
    r"|^(?:vad|hur|vem)\b.{0,30}\b(?:bör|måste|behöver)\b.{0,40}\?$"
    r"|^vad (?:händer|görs) nu\b.{0,20}\?$",
    re.IGNORECASE,
)
"""A heading that asks what its own chapter tells: "Hur har vi gått till väga?"."""
BRIEFLY = re.compile(r"^[^:?]{3,80}?\s*(?::|\s[–-])\s+(?P<said>\S.*)$", re.DOTALL)
"""An item that may answer what it names: "Uppföljning: Delvis"."""
OF_INQUIRY = re.compile(r"\benkät|\bformulär", re.IGNORECASE)
OWN = re.compile(r"\b(?:revisions|gransknings|kontroll)\w+|\bbesvara|\bvi\b", re.IGNORECASE)
"""What a lead to the audit's own questions has, though an inquiry is told of before it."""
