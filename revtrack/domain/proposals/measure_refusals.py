"""Fixed words of what is not begun yet, and of what a committee will not do."""

import re

NOT_STARTED = re.compile(
    r"\b(?:fått|får) vänta\b|\b(?:skjutits|skjuts|skjutas) (?:upp|fram)\b|\bsenarelag\w+\b"
    r"|\blegat nere\b|"
    r"\b(?:inte|ej) (?:\w+ ){0,2}?(?:påbörja|starta|startat|startats|inlett|inletts"
    r"|kommit i ?gång|börjat"
    r"|igångsatt|hunnit)\w*"
    r"|\b(?:inget|ingenting|ingen åtgärd|inga åtgärder) (?:har )?(?:\w+ )?(?:ännu|hittills)\b"
    r"|\b(?:ännu|hittills) (?:har )?(?:inget|ingenting|inga)\b"
    r"|\b(?:ännu|hittills) (?:inte|ej) (?:\w+ )?(?!tagit|beslutat|fattat)\w+(?:[aitr]ts?|tts)\b",
    re.IGNORECASE,
)
YET = re.compile(r"\b(?:ännu|hittills|än)\b", re.IGNORECASE)
WILL_NOT = re.compile(
    r"\bfortsätter som (?:hittills|förut|tidigare|i dag|idag|nu)\b|\bfortsätter i samma\b"
    r"|^(?:vidtas|införs|görs|åtgärdas|planeras|genomförs) (?:ej|inte)\b"
    r"|\b(?:gör|vidtar|genomför|planerar|inför) (?:\w+ ){0,2}?(?:ingen|inga"
    r"|inget) (?:\w+ )?(?:för)?(?:ändring|åtgärd|insats)\w*|"
    r"\b(?:ingen|inga) (?!åtgärd\w* har (?:ännu|hittills))(?:\w+ ){0,2}?åtgärd\w*(?! som\b)"
    r"|\binte (?:\w+ ){0,2}?(?:någon|några) (?:\w+ )?"
    r"åtgärd\w*|\bnågon åtgärd (?:\w+ ){0,3}?inte\b"
    r"|\b(?:kommer|avser|ska|skall|tänker|planerar|ämnar|vill) (?:\w+ ){0,3}?(?:inte|ej) (?:att )?"
    r"(?:\w+ ){0,2}?(?:genomför|åtgärd|vidta|inför|följ|ändra|upprätta|tas? fram|revidera"
    r"|komplettera|inrätta"
    r"|anta|utse|tillsätt|bygga?|anställ|gå vidare|arbeta vidare)"
    r"|\b(?:genomför|inför|vidtar|åtgärdar|ändrar) (?:därför |alltså |dock )?inte\b"
    r"|\bväljer (?:\w+ )?att inte\b|\bnågra (?:\w+ )?åtgärder (?:\w+ )?(?:inte|ej)\b"
    r"|\båtgärd(?:er)? (?:planeras|vidtas) (?:\w+ )?(?:inte|ej)\b"
    r"|\b(?:inga|inte några|inte någon|saknar) planer på (?:att)?\b"
    r"|\bavstår (?:därför )?från att (?!kommentera|yttra|svara|lämna|ta ställning)"
    r"|\b(?:kommer|ska|skall) (?:alltså |därför )?(?:inte|ej) (?:att )?(?:genomföras|göras|ske"
    r"|tas|införas"
    r"|åtgärdas"
    r"|vidtas|följas|efterlevas)"
    r"|\b(?:kommer|avser|tänker|ämnar|planerar) (?:[\w-]+ ){0,3}?(?:inte"
    r"|ej) (?:att )?(?:[\w-]+ ){0,3}?"
    r"(?!(?:hinna|kunna|vara|behöva|påverka|innebära|medföra|räcka|bli|finnas|upprepas|upprepa"
    r"|få|ha"
    r"|krävas|längre|nöja|dröja|\w+ka|alla|hela)\b)[a-zåäö]{3,}(?:as?|gå|se|ge|stå"
    r"|bli)\b(?! (?:igen|längre|förrän"
    r"|innan))(?![^.]{0,200}\bförrän\b)"
    r"|\b(?:valt|valde|väljer|beslutat|beslutade|beslutar|bestämt|bestämde"
    r"|bestämmer) (?:\w+ ){0,2}?att inte\b"
    r"|\b(?:någon|något|några) (?:\w+ ){1,3}?(?:kommer|ska|skall|avses|planeras|görs|tas|införs"
    r"|upprättas"
    r"|genomförs|inrättas|behövs) (?:\w+ ){0,2}?(?:inte|ej)\b|\bgår (?:\w+ ){0,2}?inte vidare\b"
    r"|\b(?:rekommendationen|förslaget|åtgärden|punkten) (?:\w+ ){0,2}?(?:genomförs|prioriteras"
    r"|följs|införs"
    r"|verkställs|hörsammas|tillgodoses|efterkoms|vidtas|antas) (?:\w+ ){0,2}?(?:inte|ej)\b"
    r"|^(?:ingen|inget|inga) (?:\w+ ){1,3}?(?:görs|planeras|införs|tas|genomförs|vidtas"
    r"|inrättas|upprättas"
    r"|är aktuell\w*|kommer)\b|\bplanerar (?:\w+ )?(?:inga|ingen|inget|inte någon|inte några)\b"
    r"|\b(?:behåll(?:er|s)|bibehåll(?:er|s)|vidhåll(?:er|s)|står fast vid)\b(?! (?:kompetens"
    r"|personal))"
    r"|\b(?:lämna(?:r|s)|förblir|kvarstår) (?:\w+ ){0,2}?oförändra\w+\b|\boförändrad ordning\b"
    r"|\b(?:är|blir) (?:\w+ )?(?:inte|ej) (?:längre )?aktuellt att\b"
    r"|\bprövas inte\b|\ben (?:egen|särskild|sådan) [^.]{0,200}\b(?:blir"
    r"|kommer) (?:\w+ ){0,2}?inte\b",
    re.IGNORECASE,
)
