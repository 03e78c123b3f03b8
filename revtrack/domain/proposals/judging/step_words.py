"""The words of a step of some scale, as an answer begins with them: "Delvis", "Ej uppfyllt"."""

import re

_DEGREE = r"(?:mån|utsträckning|grad|omfattning)"
_WELL = (
    r"(?:uppfyll(?:t|d|da)|uppnå(?:tt|dd|tts)|tillgodose(?:tt|dd)|godkän\w+|tillfredsställande"
    r"|tillräcklig[at]?"
    r"|ändamålsenlig[at]?|godtagbar[at]?|acceptab(?:el|elt|la)|betryggande)"
)
_HELD = (
    r"(?:helt|fullt|delvis|i (?:allt )?(?:huvudsak|väsentligt|stort)|till (?:viss|stor) del"
    r"|mindre|inte|ej|icke"
    r"|inte (?:helt|fullt ut)|ej (?:helt|fullt ut))"
)
_STEP = (
    r"(?:ja|nej|delvis|i huvudsak|huvudsakligen|i stort|i allt väsentligt"
    r"|till (?:viss|stor|övervägande|största|liten) del"
    rf"|i (?:viss|stor|hög|låg|liten|ringa|begränsad|tillräcklig|otillräcklig) {_DEGREE}"
    r"|inte (?:fullt ut|helt|i (?:alla|tillräcklig|full)\b.{0,20})"
    rf"|(?:endast|bara) (?:delvis|undantagsvis|sporadiskt|(?:i|till) (?:viss|liten|ringa"
    rf"|begränsad)\s(?:{_DEGREE}|del))"
    r"|(?:(?:ej|inte|helt|delvis|i huvudsak)\s)?"
    r"(?:uppfyll\w+|godkän\w+|grön\w*|gul\w*|rö(?:d|tt)|bedöm(?:t|bart?)))\b"
)
_ON_SCALE = (
    rf"(?:(?:{_HELD}\s)?{_WELL}|o(?:tillfredsställande|tillräcklig[at]?|acceptabelt?"
    rf"|ändamålsenlig[at]?)"
    r"|(?:inga|mindre|vissa|enstaka|större|väsentliga|allvarliga|stora) (?:brister|avvikelser"
    r"|anmärkningar)"
    r"|bristfällig[at]?|(?:utan|med) (?:anmärkning|avvikelse)|(?:går|kan) (?:ej"
    r"|inte) (?:att )?bedömas?)"
    r"(?=\W*$|\s?[.:,;]\s|\s[–-]\s)"
)
"""What is a step only where it stands alone: "Otillräckligt", "Mindre avvikelser."."""
STEP = rf"(?:{_STEP}|{_ON_SCALE})"
IS_STEP = re.compile(rf"^{STEP}", re.IGNORECASE)
"""How an answer begins that says its step."""
STEP_FIRST = re.compile(rf"\W*(?:{STEP}|inte i\b)", re.IGNORECASE)
STEP_PARAGRAPH = re.compile(rf"^{STEP}(?:[,.:;]|\s[–-])\s+\S", re.IGNORECASE)
"""A paragraph that begins with its step, where a chapter ends with it."""
