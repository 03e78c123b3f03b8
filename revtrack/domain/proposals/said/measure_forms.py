"""What a Swedish word may be as the form of a verb, by its ending: "har införts", "infördes".

Verbs that tell of no measure ("har konstaterat") and other words with such endings are left out;
all other verbs count, so that none has to be known beforehand.
"""

import re
from functools import lru_cache

_NO_MEASURE = re.compile(
    r"^(?:(?:in|om|upp|ut|på|fram|till|över|av|för|be|an|er)?"
    r"(?:haf|vari|fåt|kunna|vela|bor|behöv|blivi|funni|bidragi|inneburi|berot|orsakat|föranletts"
    r"|hängt|räckt|dröjt|tagit tid|saknats|let|ske|kommi|varnat"
    r"|stått|legat|gällt|hållit med|visa|visat|sett ut|tyckt|trott|menat|ansett|uppfattat)(?:t"
    r"|ts|s)?"
    r"|meddela\w*|konstatera\w*|notera\w*|påpeka\w*|framför\w*|framhål\w*|framgå\w*|framkom\w*"
    r"|angiv\w*"
    r"|angett\w*"
    r"|uppge\w*|uppgiv\w*|ange\w*|granska\w*|rekommender\w*|bedöm\w*|anse\w*|ansåg\w*|begär\w*"
    r"|yttra\w*"
    r"|bere(?:tts|tt|ddes)|(?:för|tre|fler)dubbl\w*|halvera\w*|försämra\w*|sjunkit|stigit|växt"
    r"|öka[rt]|ökade|minska[rt]|minskade|pågått|förekom\w*|påverka\w*"
    r"|mottag\w*|emottag\w*"
    r"|erhåll\w*|överlämna\w*|lämna\w*|inkom\w*|översän\w*|skickat\w*|intervju\w*|uppmärksam\w*"
    r"|identifiera\w*|svara\w*|besvara\w*|uppfatta\w*|framställ\w*|använ[dt]\w*|bedriv\w*"
    r"|bedrev\w*"
    r"|drabba\w*|varit|funnits|fanns|försvåra\w*|upplev\w*|ombe\w*|anmod\w*|avsett|avsågs|förvånat"
    r"|förstått|sagts?|sades|kallats?|vuxit|lett|behövt|avrått|avstyrkt|ansvarat|behandlat"
    r"|medfört|saknat\w*"
    r"|brustit|arbetat|deltagit"
    r"|diskutera\w*"
    r"|övervägt\w*|önskat\w*|planera\w*|tänkt|avvakta\w*|försök\w*|kunnat|velat|skett|hänt"
    r"|inträffa\w*"
    r"|ställt|lyft(?:s|es)?|väckt\w*|förutsatt\w*|utsatt\w*|tackat|konstatera\w*"
    r"|betona\w*"
    r"|bifog\w*"
    r"|beskriv\w*|beskrev\w*|redogjort?\w*|syfta\w*|handla\w*|gått|tagits upp|läst|hört"
    r"|förfluti\w*"
    r"|pekat|berört\w*|omfatta\w*|ingått|utgjort|bestått|präglat\w*|visat|riktat\w*|ökat)$"
)
_ENDS_AS_SUPINE = re.compile(
    r"^\w{2,}(?:ats?|its?|[^aeiouyåäöst]ts|tts|[bcdfghjklmnprtvxåäöy]t|st)$"
)
_OTHER_WORDS = re.compile(
    r"^(?:.*(?:[ae]nt|igt|ellt|fullt|ft|samt|bart|iskt|ivt|abilt|mandat|riat|fritt|kret|exakt|rekt"
    r"|strikt|resultat|kvittat)"
    r"|att|ett|ert|vårt|sitt|ditt|mitt|rätt|sätt|\w+sätt|lätt|nytt|gott|brett|helt|svårt|stort"
    r"|kort"
    r"|start|art|part|\w*port|klart|snart|underlätt|enkelt|fullt|allt|särskilt|centralt|lokalt"
    r"|totalt|socialt|digitalt|annat|klimat|format|privat|citat|apparat|inte|bort|fort|fart|gjut"
    r"|\w*sikt|först|minst|mest|bäst|sist|höst|fast|oftast|\w+ast|tjänst|brist|post|frist|plats"
    r"|insats"
    r"|kredit|hit|dit|\w+enhet|tydligt|ut|in|sort|allt|snällt|tat|starkt|punkt|\w+punkt|aspekt"
    r"|projekt|objekt|effekt|takt"
    r"|kontakt|akt|fakt|exakt|varsamt|långt|tungt|ungt|lågt|högt|viktigt|snabbt|djupt|skarpt|öppet"
    r"|gemensamt|tekniskt|praktiskt|politiskt|strategiskt|drygt|tryggt|juridiskt|sent|sakta|stöt"
    r"|måt"
    r"|svart|vitt|ny|extra|mitts|sats|nets|kompetent|oförändrat|obegränsat|oklart|osäkert|säkert"
    r"|\w+vert|expert|\w*rent|stöd\w*|behov\w*|nåt|något|samråd\w*|bland|givits?|gett|getts"
    r"|gåvts)$"
)
_PRETERITE = re.compile(
    r"^(?:\w{2,}(?:ades|rdes|ldes|ndes|gdes|ddes|vdes|jdes|mdes|ktes|ptes|stes|ttes)"
    r"|(?:an|upp|ut|fram|över|av|in|fast|kart|till|om|be)?(?:togs|sågs|skrevs|slöts|slogs"
    r"|höll?s)"
    r"|\w{3,}(?:ädde|ydde)|antogs?|antog|lades|utsåg|beslöts?|beslutade|införde|fastställde"
    r"|inrättade|anställde"
    r"|tillsatte)$"
)
_ACTIVE = re.compile(
    r"^(?:\w{3,}ade|(?:in|genom|ut|till|över)förde|(?:fast|an|åter)ställde|köpte|bytte|byggde"
    r"|tillsatte|avsatte|utsåg|antog|beslöt|skrev)$"
)
_PARTICIPLE = re.compile(
    r"^(?:(?:genom|slut|in|till|ut|över|åter)?för[dt]a?|(?:fast|färdig|an|åter|be)ställ[dt]a?"
    r"|\w{3,}er(?:ad|at|ade)"
    r"|(?:upp|in|be|av|om|ut)?rätta(?:d|t|de)|(?:an|fram|vid|om\w*|över|under|upp)tag(?:en|et|na)"
    r"|beslutad|beslutat|beslutade|åtgärda(?:d|t|de)|avsluta(?:d|t|de)|avklara(?:d|t|de)"
    r"|utse(?:dd|tt|dda)"
    r"|tillsatta?"
    r"|avsatta?|klar[ta]?|färdiga?|färdigt|utarbeta(?:d|t|de)|kartlag[dt]a?|inlag[dt]a?"
    r"|(?:för)?stärkta?"
    r"|skärpta?|utbilda(?:d|t|de)|ändra(?:d|t|de)|utöka(?:d|t|de)|upphandla(?:d|t|de)|tecknad"
    r"|tecknat"
    r"|tecknade|tydliggjor[dt]a?|löst|lösta|ersatta?|ut?bytta?|inköpta?|tillrättad?|driftsatta?"
    r"|uppsag(?:d|t|da)|rätta(?:d|t|de)|\w*gjor[dt]a?|avhjälpt?a?|ordna(?:d|t|de)"
    r"|säkerställ[dt]a?|verkställ[dt]a?|(?:samman|iord\w+)ställ[dt]a?"
    r"|förtydliga(?:d|t|de)|(?:be|ned|om|in)?skriv(?:en|et|na)|(?:ut|om|upp)?bygg[dt]a?"
    r"|skapa(?:d|t|de)|stäng[dt]a?|uppnå(?:dd|tt|dda)"
    r"|tillgodose(?:dd|tt|dda)|(?:under)?teckna(?:d|t|de)|(?:fast|in|upp|ned|ut)?lag[dt]a?"
    r"|borttag(?:en|et|na)"
    r"|höj[dt]a?|sänkta?|(?:över)?flytta(?:d|t|de)|samla(?:d|t|de)|samordna(?:d|t|de)"
    r"|utveckla(?:d|t|de)|anpassa(?:d|t|de)"
    r"|(?:kvalitets)?säkra(?:d|t|de)|anlita(?:d|t|de)|(?:be|ut|in)?köpt|utdela(?:d|t|de)"
    r"|utse(?:dd|tt)|informera(?:d|t|de)"
    r"|avarbeta(?:d|t|de)|avveckla(?:d|t|de)|inrätta(?:d|t|de)|utsänd[ta]?|spri(?:dd|tt|dda)"
    r"|avtala(?:d|t|de)"
    r"|renovera(?:d|t|de)|omhändertag(?:en|et|na))$"
)
_NO_DEED = re.compile(
    r"^(?:(?:in)?planer|noter|motiver|baser|relater|orienter|involver|dimensioner|engager|komplicer"
    r"|placer"
    r"|garanter|adresser|inspirer|intresser|koncentrer|definier|integrer|regler|orkestrer|accepter"
    r"|bekymr|isoler|granskning|överlämna|prioriter|avser|refer|begräns|etabler(?:ad|ade) att)\w*$"
)
_INFINITIVE = re.compile(r"^(?:\w+as?|\w*(?:få|gå|ge|se|stå|nå|ta|slå|dra|bli)s?|ske|ha|be)$")
_NO_VERB = re.compile(
    r"^(?:sida|vecka|skola|förskola|numera|ofta|enstaka|fasta|enda|gemensamma|externa|interna"
    r"|aktuella|digitala|alla|andra"
    r"|båda|lika|enskilda|överallt|borta|deras|fullmäktiges?|kompletta|klara|färdiga|\w+hälsa"
    r"|bra|denna|dessa|sina|våra|era|vilka|några|olika|extra|samma|första|hela"
    r"|stora|nya|kommunala|sista|ökade|egna|gamla|övriga|sådana|sådana|detta|ja|flera|mera|här"
    r"|\w+(?:erna|arna|orna)|\w*liga|\w+ska|\w*mycka|deras|våras|respektive|förra|nästa|tredje"
    r"|bara)$"
)


@lru_cache(maxsize=20_000)
def is_supine(word: str) -> bool:
    """Tell whether a word beside "har" may say that something was done: "infört", "utsetts"."""
    if _NO_MEASURE.match(word) or _OTHER_WORDS.match(word):
        return False
    return _ENDS_AS_SUPINE.match(word) is not None


@lru_cache(maxsize=20_000)
def is_untold(word: str) -> bool:
    """Tell whether a word beside "har" tells of no measure: "ökat", "konstaterat"."""
    return _NO_MEASURE.match(word) is not None


@lru_cache(maxsize=20_000)
def is_past(word: str) -> bool:
    """Tell whether a word by itself says that something was done: "infördes", "antogs"."""
    return _PRETERITE.match(word) is not None and _NO_MEASURE.match(word) is None


@lru_cache(maxsize=20_000)
def is_active_past(word: str) -> bool:
    """Tell whether a word beside its subject may say what somebody did: "reviderade"."""
    is_form = _ACTIVE.match(word) is not None
    return is_form and not (_NO_MEASURE.match(word) or _NO_DEED.match(word))


@lru_cache(maxsize=20_000)
def is_participle(word: str) -> bool:
    """Tell whether a word beside "är" says that something is done: "infört", "klar"."""
    return _PARTICIPLE.match(word) is not None and _NO_DEED.match(word) is None


@lru_cache(maxsize=20_000)
def is_infinitive(word: str) -> bool:
    """Tell whether a word beside "kommer" or "ska" may say what is to be done: "införas"."""
    return _INFINITIVE.match(word) is not None and _NO_VERB.match(word) is None
