"""Families of words by which committees object: in part, to what is needless, after a grant."""

NO = r"(?:inte|ej|icke)"
PARTLY_SO = (
    r"(?:delvis|till (?:viss|en) del|i (?:viss|någon) (?:mån|utsträckning|omfattning)"
    r"|i vissa (?:delar|avseenden)"
    r"|i delar|till hälften|i (?:ett|några) avseende\w*|bara delvis|endast delvis)"
)
WHO = rf"(?:\s+(?!(?:{NO}|delvis|men|att|i|som|eftersom)\b)[\w-]+){{0,4}}?"

PARTLY = (
    (
        r"\b(?:instäm\w+|delar|håller|godtar|accepterar|tillstyrker)\b[^.]{0,40}\bmed (?:viss"
        r"|vissa|en viss)"
        r" (?:tvek|tveksam)\w*|\bpositiv\w* till (?:vissa |en del |delar )"
        r"|\bhalvvägs (?:till mötes|med)\b"
        rf"|\b(?:instäm\w+|delar|håller|godtar|accepterar|tillstyrker)\b[^.]{{0,80}}[,]?\smen {NO}"
        r" (?!bara|endast|enbart)(?:[\w-]+ ){0,3}[\w-]+\W*$"
        rf"|^(?:för|i|på|vid) [^.,]{{3,40}} (?:instämmer|håller"
        rf"|delar)\b[^.]{{0,60}},\s(?:men )?(?:för|i|på|vid)"
        rf" [^.,]{{3,40}} {NO}\W*$"
    ),
    (
        r"\b(?:klok|riktig|rätt|bra|rimlig|god|instämm|enig|ense|delar)\w* i (?:sak|princip"
        r"|grunden)\b"
        r"[^.]{0,20}\bmen\b|\bsympatiserar (?:\w+ )?(?:delvis|till (?:viss|en) del)\b"
    ),
    (
        r"\bdelvis till mötes\b|\btill mötes (?:\w+ )?(?:i (?:en|vissa|några) del|delvis|till viss)"
        r"|\b(?:biträds|tillstyrks|godtas|delas|bifalls) (?:i fråga om|såvitt|vad gäller"
        r"|när det gäller|beträffande|endast|bara|enbart)\b"
    ),
    (
        rf"\b(?:instämm\w+|delar|håller|samtycker|ställer sig|ansluter (?:sig|oss)|tycker|följa"
        rf"|godtar|accepterar|biträder|tillstyrker|godkänner){WHO}\s+{PARTLY_SO}\b"
        rf"|\b{PARTLY_SO} (?:instäm|följa|ansluta|biträda|godta|dela|hålla|ställa)\w*"
        r"|\b(?:accepterar|godtar|biträder|tillstyrker|bejakar) (?:en del|delar) av\b"
    ),
    (
        rf"\b(?:instämm\w+|delar|håller|samtycker|ställer sig){WHO}\s+(?:delvis|till viss del"
        r"|i huvudsak|i stora delar|till (?:stor|största|stora) del(?:en|ar)?|i allt väsentligt"
        r"|i stort|i stora drag|i allt väsentligt|i princip|i sak|bara delvis|i vissa delar"
        r"|till (?:en )?del)\b"
        r"|\b(?:tillstyrk|bifall|godta|accepter|dela)\w*s (?:\w+ ){0,2}?delvis\b"
        r"|\b(?:följ|tillgodose|tillstyrk|bifall|godta)\w*s (?:till|i) (?:den|de) del\w*\b"
    ),
    (
        r"\b(?:delvis|till viss del|till stor del|i stora delar|i huvudsak|i princip|i vissa delar"
        r"|med (?:viss(?:a)? )?(?:reservation\w*|förbehåll\w*|tveka\w*))\b"
        r"[^.]{0,60}\b(?:instäm|delar|medhåll|enig|ense|positiv|överens|bakom|godta|accept|samma)"
        r"|\bdelvis (?:\w+ ){0,2}?(?:rimlig|befoga|riktig|motivera|berättiga|välgrunda)\w*"
    ),
    (
        rf"\b(?:instämm\w+|positiv\w*|ställer sig|delar|håller med|förståelse"
        rf"|sympatiser\w*){WHO}[^.]{{0,70}}"
        r"\b(?:men|dock|samtidigt|däremot) (?:\w+ ){0,3}?(?:anser|menar|bedömer|vill inte"
        r"|har invändning|ser inte|tvekar|väljer|föredrar|undantar|vill (?:att|begränsa|undanta"
        rf"|behålla|hellre|avvakta)|saknar|tveksam\w*|{NO} (?:i|om|att|när|vad|för|till|den|det"
        rf"|de|med"
        rf"|hur|på|av|hela|alla|fullt)\b"
        r"|kan inte|ser svårigheter|ifrågasätter|avstyrker)"
    ),
    (
        r"\b(?:först|bara|endast) om\b[^.]{0,60}\b(?:tillförs|medel|resurser|anslag)\b|"
        r"\b(?:instäm|delar|håller|bered|positiv|godta|tillstyrk|accept|rekommendation|stödj"
        r"|bakom)\w*"
        r"\b[^.]*\b(?:under förutsättning|förutsatt att)\b"
        r"|\b(?:med undantag (?:för|av)|med reservation"
        r"|med förbehåll|med den inskränkningen)\b"
    ),
    (
        r"\b(?:instämm\w+|delar|håller med|positiv\w*|bakom|godtar|accepterar|tillstyrker)\b"
        r"[^.]{0,60}\bmed (?:viss|vissa|en|ett|några|den|det|följande)? ?(?:\w+ )?"
        r"(?:reservation|förbehåll|invändning|undantag|inskränkning|tillägg|förtydligande"
        r"|ändring|förändring|skillnad|avvikelse|justering)\w*"
    ),
    (
        r"\bpositiv\w* till \w+ men tveksam\w*"
        r"|\btveksam\w*\b[^.]{0,80}\bmen (?:\w+ ){0,2}?(?:kommer|ska|avser|kan tänka|är bered)"
        r"|\binte (?:\w+ )?(?:möjligt|rimligt|aktuellt)\b[^.]{0,100}\bmen (?:\w+ ){0,3}?"
        r"(?:förståelse|instämmer|håller med|delar|kan tänka sig)"
    ),
    (
        r"^(?:delvis|till viss del|ja, delvis|instämmer delvis|både och)\b"
        r"(?! (?:klar|genomför|inför|åtgärd|på plats|påbörja|färdig|avsluta|implementera))"
    ),
)
NEEDS_NOTHING = (
    (
        rf"\b(?:någon|något|några) [^.]{{0,40}}\bkan (?:\w+ ){{0,2}}?{NO} (?:inrättas|införas"
        r"|genomföras|anställas|avsättas|prioriteras|finansieras|åstadkommas)\b"
        r"|\banser [^.]{0,40}\batt [^.]{0,40}\bräcker\b"
        r"|\bär (?:redan )?(?:väl avväg[dt]a?|lagom|fullt tillräcklig\w*)\b"
    ),
    (
        rf"\bser (?:\w+ ){{0,2}}?(?:för (?:sin|vår|egen) del )?(?:{NO} (?:något |några "
        rf"|att det finns )?|inget |ingen |inga )"
        r"(?:\w+ )?(?:behov|skäl|anledning|vits|nytta|mening|fördel|vinst|poäng|värde|mervärde)"
    ),
    (
        rf"\b(?:finner|har|finns) (?:\w+ ){{0,2}}?(?:{NO} (?:något |några )?|inget |ingen |inga "
        rf"|varken )"
        r"(?:skäl|anledning|behov|grund)(?! att (?:ifrågasätta|invända|motsätta|bestrida|betvivla"
        r"|tvivla))"
    ),
    (
        rf"\b(?:anser|bedömer|menar|tycker|finner)\b[^.]{{0,110}}\b{NO} (?:är |vara |finns "
        rf"|\w+ )?(?:att )?(?:nödvändig\w*|behöv\w*|motivera[dt]"
        r"|lämplig\w*|rimlig\w*|meningsfull\w*|försvarbar\w*|realistisk\w*|ändamålsenlig\w*"
        r"|proportionerlig\w*|möjlig\w*|befoga[dt]|skäl|behov"
        r"|effektiv\w*|aktuell\w*|krävs)"
    ),
    rf"\b(?:anser|bedömer|menar|tycker) (?:\w+ ){{0,2}}?{NO} att\b",
    (
        r"(?<!inte )\b(?:bedöms|anses) (?:vara )?(?:fullt )?(?:tillräcklig\w*|räcka)\b"
        r"|\b(?:orimlig|alltför stor|alltför hög)\w* kostnad"
        rf"|\b(?:mening|uppfattning|bedömning) att (?:detta|det) {NO} (?:behövs|krävs|är nödvändig)"
    ),
    (
        r"^att [^.]{10,150}\b(?:är|vore|blir) (?:(?!inte\b|ej\b|men\b)[\w-]+ ){0,4}?"
        rf"{NO} (?:\w+ )?(?:meningsfull|motivera|försvarbar|rimlig|lämplig|nödvändig|befoga"
        r"|ändamålsenlig|realistisk|genomförbar|möjlig|aktuell)\w*"
    ),
    (
        rf"\b{NO} (?:\w+ )?i (?:\w+ )?(?:proportion|relation|paritet)\b|\bnyttan (?:\w+ )?{NO} "
        rf"(?:motsvarar|uppväger|överväger|står)|\b(?:motsvarar|uppväger|överväger) {NO}\b"
        r"|\bkostnad\w* (?:för [^.,]{3,50} )?(?:\w+ )?över(?:stiger|väger)\b"
        r"|\bfel (?:väg|ordning|lösning|metod)\b"
    ),
    (
        rf"\bkan (?:\w+ ){{0,2}}?{NO} (?:\w+ )?(?:lova|utlova)\b"
        rf"|\b{NO} (?:något|någonting) (?:som )?(?:vi|[\w-]*(?:nämnden|styrelsen|bolaget)) (?:kan"
        rf"|vill)\b"
    ),
    r"\bsvårt att (?:se|förstå)\b|\b(?:ser|kan) (?:\w+ )?inte (?:se )?att\b|\bkosta\w* mer än\b",
    (
        r"\b(?:kritik|slutsats|bedömning|rekommendation|iakttagelse|påstående|bild"
        r"|förslag)\w* (?:är|var|vara) (?:[\w]+ ){0,3}?"
        r"(?:felaktig|obefog|omotivera|orättvis|missvisande|överdriv|onödig|obehövlig|ogrunda)\w*"
    ),
    (
        r"\bgår för långt\b|\b(?:onödig\w*|obehövlig\w*|omotivera[dt]\w*|orealistisk\w*"
        r"|oproportionerlig\w*"
        r"|(?:det|detta) (?:är|vore) (?:[\w-]+ ){0,4}?(?:olämplig|orimlig|oklok)\w*"
        r"|olämplig\w* att|orimlig\w* att|överflödig\w*|inte proportionerlig\w*)\b"
        r"|\bkan (?:\w+ )?inte se (?:att|hur|värdet|nyttan|behovet|vitsen|poängen|skäl)\w*"
    ),
    (
        r"\b(?:alltför|onödigt|orimligt|för) (?:långtgående|kostsam|dyr|omfattande|resurskrävande"
        r"|betungande|tidskrävande|administrativ)\w*(?= (?:att|för|i|med|och)\b|[.,;]|$)"
    ),
)
CONCEDES = (
    (
        r"\b(?:i sak|i princip|i grunden|till viss del|delvis)\b|\bmed på\b"
        r"|\b(?:god|bra|riktig|vällovlig) (?:tanke|ambition|idé)\b"
        r"|\b(?:tanken|ambitionen|idén) är (?:god|bra|riktig|vällovlig)\b"
        r"|\b(?:behovet|nyttan) finns\b|\bdelar (?:\w+ ){0,3}?(?:intention|ambition|syfte|avsikt"
        r"|tanke)\w*"
    ),
)
"""What is granted before an objection."""
EXCEPTS = (
    (
        rf"^(?:dock )?{NO} (?:för|i|när|såvitt|beträffande|vad|till|att|om|på|av)\b"
        rf"|\b{NO} (?:behövs|nödvändig\w*|krävs|möjligt|genomförbart)\b"
        r"|\b(?:pengar|medel|resurser|utrymme|finansiering)\w* (?:\w+ )?saknas\b"
        r"|\bsaknar (?:\w+ )?(?:medel|resurser|pengar|utrymme)\b"
    ),
)
"""How an objection goes on after "men"."""
