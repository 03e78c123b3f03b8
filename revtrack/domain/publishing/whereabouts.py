"""Where somebody lives, is reached or pays to, and what is owned: by the shape that it has."""

import re

_S = r"[ \u00a0\u202f]"
_CAPITAL_WORD = r"[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ]?[a-zåäöéü]+)?"
_DOT = rf"(?:\.|{_S}?[(\[{{]{_S}?(?:dot|punkt){_S}?[)\]}}]{_S}?)"
EMAIL = re.compile(
    rf"(?<![\w.+'-])[\w.+'-]+(?:@|%40|{_S}?[(\[{{]{_S}?(?:at|@|snabel-?a){_S}?[)\]}}]{_S}?"
    rf"|{_S}snabel-?a{_S})[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}})+",
    re.IGNORECASE,
)
"""Also with its sign written out, so that no robot finds it."""
PHONE = re.compile(
    r"(?<![\w,-])(?<!\d[./:])(?:(?:\+|00)[ \u00a0]?46[ \u00a0-]?(?:\(0\)[ \u00a0]?)?[1-9]|0[1-9])"
    r"\d{0,2}"
    r"(?:[ \u00a0]?[-\u2010-\u2015/][ \u00a0]?|[ \u00a0])?\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}"
    r"(?![\d/]|[-:.,]\d)"
)
STREET = re.compile(
    r"(?<![\w-])(?:[A-ZÅÄÖ][\w-]{0,40}[ \u00a0]"
    r"(?:gata|väg|gränd|stig|torg|allé|backe|plan|plats|strand|kaj)"
    r"|(?:[A-ZÅÄÖ][\w-]{0,40}[ \u00a0])?[\w-]{0,40}(?:gatan|vägen|gränd|gränden|stigen)"
    r"|[A-ZÅÄÖ][\w-]{0,40}(?:torget|allén|backen|platsen|plan|esplanaden|leden|strand|kajen|väg)"
    r"|[A-ZÅÄÖ-]{0,40}"
    r"(?:GATAN|VÄGEN|GRÄND|GRÄNDEN|STIGEN|TORGET|ALLÉN|BACKEN|PLATSEN|ESPLANADEN|KAJEN)"
    r"|[A-ZÅÄÖ]{2,40}[ \u00a0](?:GATA|VÄG|GRÄND|STIG|TORG|ALLÉ|BACKE))"
    r"[ \u00a0]\d{1,3}(?:[ \u00a0]?[A-Fa-f])?\b(?![ \u00a0]?§|[-.:]\d)"
    rf"|\b(?:lgh|lägenhet(?:en|snummer)?)\.?:?{_S}(?:nr\.?{_S})?\d{{4}}\b(?![-.:]\d)"
)
"""A street with its number, or a flat with the four digits that the register of flats gives it."""
POSTAL = re.compile(
    rf"\b(?:Post)?[Bb]ox{_S}\d{{1,5}}\b(?![.,:-]\d)"
    rf"|(?<![\d.,:§/-])(?<!\d[ \u00a0])(?:SE-|S-)?[1-9]\d\d{_S}\d\d{_S}{{1,2}}"
    rf"(?:{_CAPITAL_WORD}|[A-ZÅÄÖ]{{3,}})(?![\w])"
)
"""A box, or a postal code with its place."""
_NO_PROPERTY = (
    r"(?!(?:SFS|SOU|Ds|Prop|Bet|Skr|Rskr|Dir|Tabell|Figur|Bild|Bilaga|Kapitel|Kap|Avsnitt|Punkt"
    r"|Paragraf|Fråga|Mål|Version|Rum|Plan|Kl|Klockan|Dnr|Diarienr|Rev|Ks|Kf|Isaiah|Psalm"
    r"|\w*(?:huset|salen|rummet|lokalen|lagen|ordningen|balken))\b)"
)
_UNIT = r"\d{1,4}:\d{1,4}\b(?![:.-]?\d)"
_NO_TIME = r"(?!(?:[01]\d|2[0-4]):[0-5]\d\b)(?!(?:19|20)\d\d:)"
PROPERTY = re.compile(
    rf"\b(?:fastighet(?:en|erna|sbeteckning(?:en)?)?|tomt(?:en)?|stadsägan?){_S}?:?{_S}"
    rf"(?P<named>{_CAPITAL_WORD}(?:{_S}{_CAPITAL_WORD})?{_S}(?:{_UNIT}|\d{{1,3}}\b))"
    rf"|\b(?:kv\.|kvarteret){_S}(?P<block>{_CAPITAL_WORD}{_S}\d{{1,3}}\b)"
    rf"|(?<![Rr]um )(?<!lokal )\b{_NO_PROPERTY}"
    rf"(?P<alone>{_CAPITAL_WORD}(?:{_S}{_CAPITAL_WORD})?{_S}{_NO_TIME}{_UNIT})"
)
"""What the register of real property calls a piece of land: "Gillberga 2:17", "kv. Björnen 4"."""
VEHICLE = re.compile(
    rf"\b(?:reg(?:istrerings)?\.?[ -]?(?:nr|nummer)|\w{{0,20}}bil(?:en)?|fordon(?:et)?|mc)\.?:?{_S}"
    rf"(?P<plate>[A-ZÅÄÖ]{{3}}{_S}?\d\d[0-9A-Z])\b"
)
_BANK = (
    r"(?:bank-?giro(?:t|nummer)?|bg|plus-?giro(?:t|nummer)?|post-?giro(?:t)?|pg"
    r"|(?:bank)?konto(?:t|nummer|nr)?|clearing(?:nummer|nr)?|swish(?:nummer|nr)?)(?:[ .-]?nr)?"
)
ACCOUNT = re.compile(
    rf"\b[A-Z]{{2}}\d\d(?:{_S}?(?:\d{{4}}|[A-Z]{{4}})){{2,7}}(?:{_S}?\d{{1,3}})?\b"
    rf"|\b(?i:{_BANK})\.?:?{_S}(?P<number>\d[\d \u00a0,-]{{4,22}}\d)(?![\d/])"
)
"""An IBAN, or the number of an account or giro after what it is called."""
