"""What a report or letter says of itself: title, whose it is, by whom, its number, days and year."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.outline import Passage, TablePassage, is_usual_heading
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.sentences import sentences
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Table
from revtrack.domain.texts.prose import name_key

FIRST_LINES = 30
"""Among so many lines a paper gives its head."""
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"


@dataclass(frozen=True)
class Head:
    """A paper with its lines at hand."""

    paper: Paper
    passages: Sequence[Passage | TablePassage]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines outside the tables, those that pages repeat last."""
        return (*self.body, *getattr(self.paper, "furniture", ()), *self._headers)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines outside the tables, and the cells of tables at the beginning."""
        found: list[Line] = []
        for block in self.paper.blocks:
            if isinstance(block, Table):
                if len(found) < FIRST_LINES:
                    found += [
                        Line(LineKind.PARAGRAPH, cell.text, row.place)
                        for row in block.rows
                        for cell in row.cells
                        if cell.text and not cell.is_merged
                    ]
            elif block.kind is not LineKind.CONTENTS:
                found.append(block)
        return tuple(found)

    @property
    def first(self) -> tuple[Line, ...]:
        """The lines of the beginning."""
        return self.body[:FIRST_LINES]

    @cached_property
    def _headers(self) -> tuple[Line, ...]:
        return tuple(
            Line(LineKind.PARAGRAPH, text, Place(text[:60])) for text in self.paper.headers
        )


# ---- whose ---------------------------------------------------------------------------------------

_TOWN = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÅÄÖ][\wé-]+\s){1,2}?)(?P<kind>[kK]ommun|[sS]tad)"
    r"(?P<of>s|en|ens)?(?![\w-])"
)
_REGION = re.compile(
    r"(?<![\w-])(?P<kind>Region)\s(?P<name>[A-ZÅÄÖ][\w-]+(?:\s(?:och\s)?[A-ZÅÄÖ][\w-]+|\slän)?)(?![\w-])"
)
_FEDERATION = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÅÄÖ][\w-]+\s){1,3})(?P<kind>kommunalförbund)(?:et)?s?(?![\w-])"
)
_NO_TOWN = frozenset(
    (
        *("i", "av", "för", "till", "från", "inom", "på", "med", "vår", "denna", "varje", "en"),
        *("sveriges", "revisorerna", "den", "och", "hos", "vid", "som", "din", "hela", "annan"),
        *("granskning", "rapport", "er", "samma", "om", "kommunrevisionen", "revisionen", "att"),
    )
)
_UPPER = re.compile(r"\b([A-ZÅÄÖ]{3,}(?:\s[A-ZÅÄÖ]{3,})?)\s(KOMMUN|STAD)S?\b")


def municipality_in(head: Head) -> Found[str] | None:
    """Return the municipality, region or federation that a paper is of; None where it says none."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for number, line in enumerate(head.lines):
        text = _UPPER.sub(lambda each: each[0].title(), line.text)
        for name, is_strong in _owners(text):
            counts[name] += 1 + 3 * is_strong + 2 * (number < FIRST_LINES // 2)
            places.setdefault(name, line.place)
    for name in [each for each in counts if each.endswith("s")]:
        if name[:-1] in counts:
            counts[name[:-1]] += counts.pop(name)
    if not counts:
        return None
    best, votes = counts.most_common(1)[0]
    share = votes / sum(counts.values())
    return Found(best, places[best], round(min(0.97, 0.5 + share / 2), 2))


def _owners(text: str) -> Iterator[tuple[str, bool]]:
    for match in _TOWN.finditer(text):
        words = [word for word in match["name"].split() if name_key(word) not in _NO_TOWN]
        if words and not (match["of"] or "").startswith("en"):
            after = text[match.end() : match.end() + 40]
            is_strong = re.match(r"\s+(?:förtroendevalda\s+)?revis", after) is not None
            kind = match["kind"].casefold()
            yield f"{' '.join(words)} {kind}", is_strong
    for match in _REGION.finditer(text):
        after = text[match.end() : match.end() + 40]
        yield (
            f"Region {match['name']}",
            re.match(r"s?\s+(?:förtroendevalda\s+)?revis", after) is not None,
        )
    for match in _FEDERATION.finditer(text):
        words = [word for word in match["name"].split() if name_key(word) not in _NO_TOWN]
        if words:
            yield f"{' '.join(words)} kommunalförbund", False


# ---- by whom -------------------------------------------------------------------------------------

_FIRM = r"(?P<firm>[A-ZÅÄÖ][\w.-]*(?:\s(?:(?:&|och|i)\s)?[A-ZÅÄÖ][\w.&-]*){0,4})"
_BY_FIRM = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?:med\s(?:stöd|hjälp|biträde)\s(?:av|från)|biträtts\sav|bistås\sav|biträde\sfrån)\s"
        rf"(?:sakkunniga?\s(?:biträden?\s)?(?:från|vid|på|hos)\s)?{_FIRM}",
        rf"\b[Pp]å\s(?:vårt\s)?uppdrag(?:\s[^.]{{0,90}}?)?\shar\s{_FIRM}\s(?:under|genomfört|granskat|gjort"
        r"|utfört|fått|tagit|utrett|kartlagt|undersökt|har|i|följt|översiktligt)",
        rf"{_FIRM}\s(?:har|fick|fått)\s(?:av|på\suppdrag|fått|på\svårt)\b",
        rf"\b(?:gett|givit|gav|lämnat)\s{_FIRM}\si\suppdrag",
        rf"\b(?:uppdragit\såt|anlitat|anlitade)\s{_FIRM}",
        rf"\bsakkunniga?\s(?:biträden?\s)?(?:från|vid|på|hos|av)\s{_FIRM}",
        rf"\bav\s(?:sakkunniga\s(?:från|vid)\s)?{_FIRM}\s(?:på\suppdrag)",
        rf"\b(?:[Gg]ranskningen|[Rr]apporten)\shar\s(?:genomförts|utförts|gjorts|skrivits|upprättats)\sav\s"
        rf"(?:[^.]{{0,60}}?\s(?:från|vid|på|hos)\s)?{_FIRM}",
        rf"©\s*(?:\d{{4}}\s*)?{_FIRM}",
        rf"^{_FIRM}(?<=\s[AKH]B)$",
    )
)
_NOT_FIRM = re.compile(
    r"kommun$|stad$|^region|nämnd|styrelse|^revisor|^revision(?:en)?$|kommunrevisionen$|^vi$|^ordförande"
    r"|fullmäktige|förvaltning|^granskning|^rapport|^sverige|^[A-ZÅÄÖ]\.?$|^den$|^det$|^syftet|^skr$"
    r"|^(?:kommun|regions?|stads)revisorerna|^av\b|^i\b",
    re.IGNORECASE,
)
_OFFICE_WORDS = re.compile(r"\b(?:revision|kommunrevision|consulting|advisory|rådgivning)\w*", re.I)


def firm_in(head: Head, towns: Iterable[str] = ()) -> Found[str] | None:
    """Return the firm that has helped the auditors; None where the paper names none."""
    no_firm = {name_key(each) for each in towns}
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for number, line in enumerate(head.lines):
        if line.kind is LineKind.HEADING and number > FIRST_LINES:
            continue
        for name in _firms(line.text):
            if name_key(name) in no_firm or _NOT_FIRM.search(name):
                continue
            counts[name] += 1
            places.setdefault(name, line.place)
    if not counts:
        return None
    best = max(counts, key=lambda name: (counts[name], len(name)))
    longer = [name for name in counts if name.startswith(f"{best} ") and name.endswith(" AB")]
    chosen = max(longer, key=lambda name: counts[name], default=best)
    sure = 0.9 if counts[chosen] > 1 or chosen.endswith(" AB") else 0.75
    return Found(chosen, places[chosen], sure)


def _firms(text: str) -> Iterator[str]:
    for shape in _BY_FIRM:
        for match in shape.finditer(text):
            words = match["firm"].strip(" .,-").split()
            while words and name_key(words[-1]) in {"i", "och", "&", "har"}:
                words.pop()
            ending = next((word for word in words if word in {"AB", "KB", "HB"}), None)
            if ending:
                words = words[: words.index(ending) + 1]
            if words:
                yield " ".join(words)


# ---- title ---------------------------------------------------------------------------------------

_IS_TITLE = re.compile(
    r"\b(?:fördjupad\s|uppföljande\s|grundläggande\s|förstudie|granskning(?:en|ar)?\b|uppföljning\b"
    r"|revision\sav\b|\w+granskning\b|översyn\b)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:revisions?rapport|rapport|granskningsrapport|missiv|följebrev|revisionsskrivelse"
    r"|skrivelse|innehåll(?:sförteckning)?|till\b.*|för kännedom.*|bilag\w*.*|dnr.*|datum.*"
    r"|resultat av granskningen|syftet?\b.*|antal sidor.*|sida \d.*|granskningens (?:syfte|resultat)"
    r"|granskningsresultat|uppdraget|granskningen|.*\brekommendation(?:er)?)$",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"^(?:(?:missiv|följebrev|revisionsrapport|granskningsrapport|rapport|skrivelse|revisionsskrivelse"
    r"|ang(?:ående|\.)?|avseende|ärende|ämne|gäller|titel|rubrik)\s*(?:nr\s?\d+)?\s*(?::|[–-]\s|\s(?=[Gg]ranskning))\s*)+",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    r"\b(?:genomfört|gjort|låtit genomföra|utfört)\s(?:en\s)?(?P<kind>(?:fördjupad\s|uppföljande\s)?"
    r"(?:granskning|förstudie))\s(?P<rest>(?:av|om|avseende|rörande)\s[^.]{5,120}?)"
    r"(?=\.|,\s|\s(?:Syftet|i syfte|med syfte|under|enligt)\b|$)"
)
_QUOTED = re.compile('[”“"»](?P<title>[^”“"»«]{8,140})[”“"«]')
LONGEST_TITLE = 140


def title_in(head: Head, others: Iterable[str] = ()) -> Found[str] | None:
    """Return the audit's title; None where the paper gives none; ``others``: town and firm."""
    found = _title_in(head, tuple(others))
    if found is None:
        return None
    text = found.value
    for other in others:
        if name_key(text).endswith(f" {name_key(other)}") and " i " not in text[-len(other) - 4 :]:
            text = text[: -len(other)].rstrip(" ,–-")
    return Found(text, found.place, found.confidence)


def _title_in(head: Head, others: Sequence[str]) -> Found[str] | None:
    before = _before_chapters(head)
    for lines in (before, head.first):
        for line in lines:
            text = _bare_title(line.text)
            if _may_be_title(line, text) and _IS_TITLE.search(text):
                return Found(text, line.place, 0.9)
        if plain := _plain_title(before[:10], others):
            return plain
    for line in [*head.lines[len(head.body) :]]:
        text = _bare_title(line.text)
        if _may_be_title(line, text) and _IS_TITLE.search(text):
            return Found(text, line.place, 0.75)
    for line in head.body:
        match = _CARRIED_OUT.search(line.text)
        if match:
            text = f"{match['kind']} {match['rest']}".strip()
            return Found(text[:1].upper() + text[1:], line.place, 0.7)
    for line in head.first:
        if line.kind is LineKind.HEADING and not _NO_TITLE.match(line.text.strip()):
            return Found(line.text.strip(), line.place, 0.5)
    return None


def _before_chapters(head: Head) -> list[Line]:
    """Return the lines before the first chapter."""
    found: list[Line] = []
    for line in head.first:
        if is_usual_heading(line.text):
            break
        found.append(line)
    return found


def _plain_title(before: Sequence[Line], others: Sequence[str]) -> Found[str] | None:
    """Return the first line that is a title though it does not say so, before any chapter."""
    keys = [name_key(each) for each in others]
    for line in sorted(before, key=lambda each: each.kind is not LineKind.HEADING):
        text = _bare_title(line.text)
        is_other = any(key in name_key(text) or name_key(text) in key for key in keys)
        if is_other or any(days_in(text)) or re.search(r"\d|revis|^till\b|kopia|nämnd", text, re.I):
            continue
        if _may_be_title(line, text) and len(text.split()) > len("ab"):
            return Found(text, line.place, 0.7)
    return None


def _bare_title(text: str) -> str:
    said = " ".join(text.split()).strip('*”“" ')
    return _TITLE_LABEL.sub("", said).strip(' :*”“"')


def _may_be_title(line: Line, text: str) -> bool:
    is_text = text.endswith((".", ":", "?", ",", ";")) or not text[:1].isupper()
    if is_text or not 8 <= len(text) <= LONGEST_TITLE or _NO_TITLE.match(text):
        return False
    is_sentence = re.search(r"\b(?:har|är|vi|ska|bör|finns)\b", text, re.IGNORECASE) is not None
    return not is_sentence and not re.match(r"^\d", line.text.strip()) and line.marker is None


# ---- diary number --------------------------------------------------------------------------------

_NUMBER = (
    r"(?P<number>[A-ZÅÄÖ]{1,6}[ /:-]?\s?\d{2,4}[:/-]\d{1,6}(?:\.\d{1,4})?"
    r"|\d{4}[:/-]\d{1,6}(?:[.-]\d{1,4})?|\d{1,3}(?:\.\d{1,3})*-\d+/\d{4}|\d{1,6}/\d{2,4})"
)
_LABELLED = re.compile(
    rf"\b(?:dnr|diarienr|diarienummer|d\.nr|diarie-?nr|ärendenr|ärendenummer|vårt? dnr|vår beteckning"
    rf"|beteckning)\b\.?\s*:?\s*{_NUMBER}",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^{_NUMBER}$")
_HAS_LETTERS = re.compile(r"^[A-ZÅÄÖ]{1,6}[ /:-]")


def diary_number_in(head: Head) -> Found[str] | None:
    """Return the number that the paper has in its head; None where it has none."""
    for line in (*head.first, *head.lines[len(head.body) :]):
        match = _LABELLED.search(line.text) if line.kind is not LineKind.FOOTNOTE else None
        is_in_head = match is not None and (match.start() == 0 or len(line.text) < 80)
        if match and is_in_head and not re.search(r"[.!?]\s", line.text[: match.start()]):
            return Found(" ".join(match["number"].split()), line.place, 0.9)
    firsts = list(head.first)
    for line, after in zip(firsts, firsts[1:], strict=False):
        is_label = re.fullmatch(r"(?:dnr|diarienummer|diarienr)\.?:?", line.text.strip(), re.I)
        match = _ALONE.match(after.text.strip())
        if is_label and match:
            return Found(match["number"], after.place, 0.9)
    for line in firsts[: FIRST_LINES // 2]:
        match = _ALONE.match(line.text.strip())
        if match and _HAS_LETTERS.match(match["number"]):
            return Found(match["number"], line.place, 0.7)
    return None


# ---- days ----------------------------------------------------------------------------------------

_PLACE = re.compile(
    r"^(?!(?:Beslut|Juster|Uppdater|Version|Framställ|Antag|Senast|Svar|Träff|Möte|Sammanträ)\w*)"
    r"[A-ZÅÄÖ][\w-]+(?:\s[\w-]+){0,2},?\s*(?:den)?\s*$"
)
_DATE_LABEL = re.compile(
    r"^(?:datum|dag|daterad|rapportdatum|utgivningsdatum|fastställd|\W)*\s*(?:den)?\s*:?\s*$",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(
    r"\brapport\w*\s*(?:\(|,)?\s*(?:är\s|av\s|från\s|som är\s)*(?:daterad|den|dagtecknad|,|\()?\s*"
    r"(?:den\s)?$",
    re.IGNORECASE,
)


def own_day_in(head: Head, *, is_letter: bool) -> Found[date] | None:
    """Return the day that a paper gives as its own; None where it gives none."""
    signed = [each for each in _alone(head.body, _PLACE)]
    if is_letter and signed:
        return Found(signed[-1][0], signed[-1][1].place, 0.95)
    for day, line in _alone(head.first, _DATE_LABEL):
        return Found(day, line.place, 0.95)
    if signed:
        return Found(signed[-1][0], signed[-1][1].place, 0.9)
    repeated = head.lines[len(head.body) :]
    for line in repeated:
        for each in days_in(line.text):
            return Found(each.day, line.place, 0.8)
    for day, line in _alone(head.body, _DATE_LABEL):
        return Found(day, line.place, 0.7)
    for line in head.first:
        for each in days_in(line.text):
            before, after = line.text[: each.start], line.text[each.end :]
            if re.search(r"\bdatum\b\s*:?\s*$|\bdaterad\b\s*(?:den)?\s*$", before, re.I):
                return Found(each.day, line.place, 0.85)
            if (
                len(line.text) < 80
                and not after.strip(" .")
                and not re.search(r"\bsenast\b|§", line.text)
                and not re.search(r"[.:]", before)
            ):
                return Found(each.day, line.place, 0.6)
    return None


def _alone(lines: Iterable[Line], before: re.Pattern[str]) -> Iterator[tuple[date, Line]]:
    """Give the days that stand with nothing but a place or a label before them."""
    for line in lines:
        text = line.text.strip().strip("*")
        if len(text) > 60:
            continue
        for each in days_in(text):
            if not text[each.end :].strip(" .,") and before.match(text[: each.start]):
                yield each.day, line


def report_day_in(head: Head) -> Found[date] | None:
    """Return the day of the report that a letter speaks of; None where it gives none."""
    for line in head.body:
        for each in days_in(line.text):
            if _OF_REPORT.search(line.text[: each.start]):
                return Found(each.day, line.place, 0.8)
    return None


_LATEST = re.compile(r"\b(?:senast|före|till och med|t\.o\.m\.)\b", re.IGNORECASE)
_REPLY = re.compile(
    r"\bsvar|\byttra|\bsynpunkt|\bkommentar|\binkom|\binlämn|\bskrivelse|\båterkomm|\bbesvara"
    r"|\bredovisa|\bstatus|\bbemöt|\bställningstag|\bhandlingsplan",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r"\bförläng|\banstånd|\brespit|\bytterligare tid|\bny svarsdag", re.I)


def due_days_in(head: Head) -> tuple[Found[date], ...]:
    """Return the days by which a letter asks for replies, in its order, each once."""
    found: dict[date, Found[date]] = {}
    for text, place in _texts(head.paper):
        for sentence in sentences(text):
            for each in days_in(sentence):
                before = sentence[: each.start]
                is_reply = _REPLY.search(sentence) is not None
                if _LATEST.search(before) and is_reply and not _EXTENDED.search(sentence):
                    found.setdefault(each.day, Found(each.day, place, 0.95))
    return tuple(found.values())


def _texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Give the lines of a paper; a table's rows as one line, with their headings before them."""
    for block in paper.blocks:
        if isinstance(block, Line):
            if block.kind is not LineKind.CONTENTS:
                yield block.text, block.place
            continue
        heads = [cell.text for cell in block.rows[0].cells] if block.rows else []
        for row in block.rows:
            for place, cell in enumerate(row.cells):
                if not cell.is_merged:
                    head = heads[place] if place < len(heads) else ""
                    is_dated = any(True for _ in days_in(cell.text))
                    yield (f"{head} {cell.text}" if is_dated else cell.text), row.place


# ---- year and purpose ----------------------------------------------------------------------------

_YEARS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"\brevisionsår(?:et)?\s*:?\s*(?P<year>(?:19|20)\d{2})\b",
        r"\brevisionsplan(?:en)?,?\s*(?:för\s)?(?:år(?:et)?\s)?(?P<year>(?:19|20)\d{2})\b",
        r"\b(?P<year>(?:19|20)\d{2})\sårs\s(?:revisionsplan|revision|granskning|granskningsplan)",
        r"\b(?:granskningsår|verksamhetsår|räkenskapsår)(?:et)?\s*:?\s*(?P<year>(?:19|20)\d{2})\b",
        r"\brevision(?:en)?\s(?:av|för)\s(?:verksamhets)?år(?:et)?\s(?P<year>(?:19|20)\d{2})\b",
        r"\bgranskningsplan(?:en)?\s(?:för\s)?(?:år\s)?(?P<year>(?:19|20)\d{2})\b",
        r"\b(?:är|som)\s(?:en\s)?del\sav\srevision(?:en)?\s(?:för\s)?(?:år\s)?(?P<year>(?:19|20)\d{2})\b",
        r"^[^.]{0,60},\s(?:år|verksamhetsår|revisionsår)\s(?P<year>(?:19|20)\d{2})$",
        r"\bgranskningen\s(?:avser|har avsett|gäller)\s(?:[åa]r(?:et)?\s)?(?P<year>(?:19|20)\d{2})\b",
        r"\brevisionsplan(?:en)?\b[^.]{0,60}\b(?:för|år)\s(?:år\s)?(?P<year>(?:19|20)\d{2})\b",
        r"\brisk-?\s?(?:och väsentlighets)?(?:analys|bedömning)(?:en)?\s(?:för|inför)\s(?:år\s)?"
        r"(?P<year>(?:19|20)\d{2})\b",
    )
)
_PURPOSE = re.compile(
    r"\bsyftet?\b[^.]{0,80}?\b(?:är|var|varit|att)\b|\bsyftar\b|\bsyftat\b|\bsyftade\b"
    r"|\bgranskningens syfte\b|\bi syfte att (?:bedöma|pröva|granska|undersöka)\b"
    r"|\bmålet med granskningen\b",
    re.IGNORECASE,
)
_OF_AUDIT = re.compile(r"\bgranskning|\brevision|\bförstudi|\bbedöm|\bpröva|\bgranska", re.I)
_BEGINS_PURPOSE = re.compile(r"^(?:det övergripande |det |granskningens )?syfte", re.IGNORECASE)


def audit_year_in(head: Head) -> Found[int] | None:
    """Return the year that is audited; None where the paper does not say."""
    for shape in _YEARS:
        for line in head.lines:
            match = shape.search(line.text)
            if match:
                return Found(int(match["year"]), line.place, 0.9)
    return None


def purpose_in(head: Head) -> Found[str] | None:
    """Return the sentence that says what the audit is for; None where none does."""
    for line in head.body:
        if line.kind is LineKind.HEADING:
            continue
        for sentence in sentences(line.text):
            is_own = _BEGINS_PURPOSE.match(sentence) or _OF_AUDIT.search(sentence)
            if _PURPOSE.search(sentence) and is_own and not sentence.endswith((":", "?")):
                return Found(sentence, line.place, 0.9)
    for passage in head.passages:
        is_under = isinstance(passage, Passage) and not passage.is_heading
        if is_under and isinstance(passage, Passage) and _BEGINS_PURPOSE.match(passage.heading):
            said = next(sentences(passage.text), "")
            if _OF_AUDIT.search(said) and not said.endswith((":", "?")):
                return Found(said, passage.place, 0.6)
    return None
