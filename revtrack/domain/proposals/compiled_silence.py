"""How a compilation of replies says that an answer, or a whole reply, has not come."""

import re

from revtrack.domain.proposals.text.sentences import sentences

_REPLY = r"(?:svar|yttrande|besked)"
_LATE = r"(?:(?:ännu|fortfarande|hittills|än|trots (?:\w+ )?påminnelse(?:r|n)?),?\s)?"
_TAIL = (
    r"(?=$|[,:]|\s(?:har\s(?:\w+\s)?(?:inkommit|kommit|lämnats|mottagits|erhållits)|inkommit|kommit|lämnats|från|av"
    r"|trots|ännu|fortfarande|på|per|till|vid|\d))"
)
"""What may stand behind the word that says so, where it speaks of the committee's reply."""
_NOT = rf"{_LATE}(?:ej|inte|icke|aldrig)\s{_LATE}"
_SUBJECT = (
    r"(?:(?:(?:även|och|samt|från|för|av|följande)\s)?(?:\w*nämnden?|\w*nämnder(?:na)?|\w*styrelsen?"
    r"|bolaget|förbundet|direktionen|förvaltningen|nämnder som)(?:\s\([\w ]{1,9}\))?"
    r"(?:\s*[,:(–-])?\s*)*"
)
_NONE_CAME = re.compile(
    rf"{_SUBJECT}(?:har\s)?{_LATE}(?:(?:lämnar|lämnat|gett|avgett|inkommit med)\s)?{_LATE}"
    rf"(?:inget|inga|ej|inte något|(?:ej|inte) (?:lämnat|gett|avgett|inkommit med)(?: något)?)\s"
    rf"(?:(?:skriftligt|formellt|samlat)\s)?{_REPLY}{_TAIL}"
    rf"|{_SUBJECT}(?:{_REPLY}(?:et)?\s(?:från\s{_SUBJECT})?)?(?:(?:har|är)\s)?{_LATE}"
    rf"(?:saknas{_TAIL}|(?:saknar\s{_REPLY}|uteblev|uteblivit|uteblir|dröjer|försenat|efterlyst)\b)"
    rf"|{_SUBJECT}(?:{_REPLY}(?:et)?\s(?:från\s{_SUBJECT})?)?(?:(?:har|är)\s)?{_NOT}(?:svarat"
    r"|besvarat|besvarats?|besvarade|besvarad|inkommit|inkommet|inkommen|kommit in|lämnats?"
    r"|lämnat in|yttrat sig|hörts av|återkommit|avgett|avgivits|mottagits|mottaget|erhållits)\b"
    rf"|{_SUBJECT}(?:svarar|besvaras|besvarar|yttrar sig)\s{_NOT}"
    rf"|{_SUBJECT}(?:svarar|besvaras|besvarar|yttrar sig) (?:ej|inte)\b"
    rf"|obesvara[dt]\w*\b|utebliv(?:et|en|na)\s{_REPLY}|saknat?\s{_REPLY}\b"
    rf"|{_SUBJECT}{_LATE}utan {_REPLY}$",
    re.IGNORECASE,
)
"""How a sentence begins that says that no answer has come."""
_WAITS = re.compile(
    rf"(?:vi\s)?(?:in)?vänta[rs](?: på)?(?: {_REPLY}\b| beslut\b|$)"
    rf"|{_REPLY}(?:et)?\s(?:in)?(?:väntas|avvaktas|kommer|ska|lämnas|avges|behandlas|beslutas)\b"
    rf"|{_SUBJECT}(?:har\s)?(?:(?:beviljats|fått|begärt|begär|beviljat)\s)?(?:anstånd"
    r"|förlängd (?:svars)?tid|mer tid|uppskov)\b"
    rf"|{_SUBJECT}(?:har\s)?(?:blivit\s)?påmin(?:d|ts|ns|nelse|nelsen|ner)\b"
    r"|(?:ny\s|andra\s|en\s)?påminnelse\b"
    r"|(?:kommer|(?:ska |kommer att )?(?:besvaras|lämnas|behandlas|avges))\s"
    r"(?:senare|(?:först\s)?(?:i|under|vid|på|den)\s(?:[\wåäö]+\s?){1,4}$|\d)"
    rf"|{_SUBJECT}återkommer(?:$| med (?:ett )?{_REPLY}| senare| i \w+$| till revis)",
    re.IGNORECASE,
)
"""How a sentence begins that says that an answer is still to come."""
_NOTHING = re.compile(
    r"[^\w]*|R?\d{1,2}[.:)]?|n/a|e\.?\s?t\.?|saknas|ingen(?:ting)?|inget", re.IGNORECASE
)
_NOT_ASKED = re.compile(
    r"(?:.{0,40}:\s+)?(?:(?:rekommendation(?:en)?|punkten|frågan|den|detta)\s)?(?:(?:är|var)\s)?"
    r"(?:(?:riktad(?:es)?|riktas|ställ[dt]\w*|avs(?:er|åg)|gäll(?:er|de)|berör(?:s|de)?)\s(?:ej|inte)"
    r"|(?:ej|inte)\s(?:riktad|berörd|ställd))\w*"
    r"(?:\s(?:till\s)?(?:mot\s)?(?:nämnden|styrelsen|bolaget|oss|direktionen))?\W*",
    re.IGNORECASE,
)
"""What stands in the place of an answer where a recommendation is for others."""
_TURNS = re.compile(
    r"\b(?:men|dock|däremot|förrän|i tid|inom (?:utsatt|angiven|svarstid\w*|tiden|tidsfrist\w*))\b",
    re.IGNORECASE,
)
"""What tells that an answer came, in a sentence that begins with what has not come."""
_LABEL = re.compile(r"(?:[\w]+\s){0,2}(?:svar|yttrande|kommentar|beslut)\s*:\s*", re.IGNORECASE)


def tells_nothing(text: str) -> bool:
    """Tell whether a text in the place of an answer says that there is none, or nothing at all."""
    said = _LABEL.sub("", " ".join(text.split()), count=1) if _LABEL.match(text) else text
    is_empty = _NOTHING.fullmatch(said.strip(" .")) is not None or tells_not_asked(said)
    return is_empty or tells_of_silence(said)


def tells_not_asked(text: str) -> bool:
    """Tell whether a text says only that a recommendation is not for the committee."""
    return _NOT_ASKED.fullmatch(text.strip()) is not None


def tells_of_silence(text: str) -> bool:
    """Tell whether all sentences of a text say that an answer has not come, or is still to come."""
    said = [each.strip(" .:()–-") for each in sentences(text)]
    return any(_NONE_CAME.match(each) or _WAITS.match(each) for each in said) and all(
        (_NONE_CAME.match(each) or _WAITS.match(each)) and not _TURNS.search(each) for each in said
    )
