"""What a meeting decides with its reply: to send it, to agree. Nobody recommends it."""

import re

_REPLY = (
    r"(?:[\w-]*(?<!an)(?<!för)svar(?:et|en)?|(?:rems)?(?:yttrande|utlåtande)(?:t|n|na)?|skrivelse(?:n|r)?"
    r"|tjänsteskrivelse(?:n)?|detta|ovanstående|nedanstående|beslutet|ärendet|protokollsutdrag(?:et)?"
    r"|handlingarna|sin egen|sitt eget|redogörelse(?:n)?|\w*revis(?:orerna|ionen|ionsrapporten))"
)
_SENDS = (
    r"(?:anta|godkänna|översända|överlämna|sända|skicka|avge|avlämna|lämna|tillställa|delge|insända"
    r"|återsända|överge|ge|expediera|tillstyrka|tillskriva|meddela|besvara|svara|framföra|anföra"
    r"|åberopa|delgiva|vidarebefordra)"
)
_ACT = re.compile(
    r"^(?:att )?(?:(?:inte|ej|även|också|delvis|därmed|som svar|med \w+ motivering"
    r"|i övrigt) ){0,3}"
    rf"(?:{_SENDS} (?:[^.,;]{{0,60}} )?{_REPLY}\b(?!s)"
    r"|uppdra [^.]*\b(?:dessa|dem|rekommendation\w*|\w*revis\w+|svaret|ovanstående)\b"
    r"|göra [^.,;]{0,60}\btill (?:sin|sitt)\b|låta [^.,;]{0,60}\butgöra\b[^.,;]{0,40}\bsvar\b"
    r"|hänvisa till\b|yttra sig\b"
    r"|instämma\b|(?:ställa|ansluta) sig\b|bifalla\b|biträda\b"
    r"|förklara (?:paragrafen|ärendet|punkten)"
    r"|lägga (?:[\w-]+ ){1,4}till handlingarna|avvisa rekommendation|avslå rekommendation"
    r"|tacka \w*revis|tacka för"
    r"|notera (?:\w+ )?(?:rekommendation|rapport|synpunkt|granskning|information)"
    r"|anse (?:\w+ )?(?:besvarad|ärendet)|som svar\b)",
    re.IGNORECASE,
)


def is_reply_act(text: str) -> bool:
    """Tell whether a text is what a meeting does with its reply: "att översända detta som svar"."""
    return _ACT.match(" ".join(text.split())) is not None
