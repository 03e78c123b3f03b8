"""When something was done, in the words of Swedish papers, and where a clause ends."""

import re

YEAR = (
    r"(?<!\d[–/-])(?<![–/-]\s)(?<!\d\soch\s)(?P<year>(?:19|20)\d{2})"
    r"(?!\s?[–/-]\s?\d|:|\soch\s(?:19|20)\d|\d)\b"
)
MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars|april|maj|juni|juli|aug(?:usti)?|sep(?:tember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
SEASON = (
    r"(?:sen|för)?(?:vår|sommar|höst|vinter)(?:en|n)?|våren\soch\s\w+"
    r"|(?:senare|första|andra|mitten)\s(?:delen\s)?av|början\sav|slutet\sav"
    r"|(?:första|andra|tredje|fjärde)\s(?:halvåret|kvartalet|tertialet)"
)
WHEN = (
    rf"(?<!\d\s)\b(?:(?:under|år|året|perioden|tiden|mellan|från|i|{SEASON}|{MONTH}(?:\s?[–-]\s?{MONTH}"
    rf"|\s(?:och|till|till\soch\smed|t\.?o\.?m\.?)\s{MONTH})?)\s){{1,4}}\(?{YEAR}"
)
"""When something was done: "under 2024", "mars till juni 2024"."""
OTHERS = re.compile(
    r",?\s(?:vilket|men|medan|där|varav)\s|;|,\ssom\s|\s(?:och|samt)\s(?:ber\b|vill|önska|begär|förvänta)"
    r"|\bsenast\b"
)
"""Where another clause begins, which tells of something else."""
