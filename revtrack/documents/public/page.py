"""The public page of a municipality's audits: plain HTML that anybody can read, print and keep."""

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape

from revtrack.documents import phrases
from revtrack.documents.public.rows import PublicAudit, PublicPlace, PublicRow, PublicYear
from revtrack.wording.words import capitalise_first

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #1b1b1b; background: #ffffff;
  margin: 0 auto; padding: 1rem; max-width: 80rem; }
a { color: #0b4a75; }
a:focus { outline: 3px solid #0b4a75; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
caption { text-align: left; font-weight: bold; padding: 0.5rem 0; }
th, td { border: 1px solid #6b6b6b; padding: 0.4rem; text-align: left; vertical-align: top; }
thead th { background: #e8edf0; color: #1b1b1b; }
td { overflow-wrap: break-word; hyphens: auto; }
.whole { white-space: nowrap; }
@page { size: A4 landscape; margin: 15mm; }
@media print {
  body { font-size: 9pt; max-width: none; padding: 0; }
  nav, .skip { display: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  .wide { overflow: visible; }
  td { overflow-wrap: anywhere; }
}
"""
_ABOUT = (
    "Här redovisas vad revisorerna har rekommenderat eller frågat, hur nämnderna har svarat och "
    "vad som har hänt sedan dess. Läget är hämtat ur revisorernas register."
)
LEFT_OUT = "redovisas inte här"
_WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}|§ \d+")
_SECTION = re.compile(r'<h2 id="([^"]+)">')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def year_page(
    municipality: str, shown: PublicYear, note: str, places: Collection[str] = ()
) -> bytes:
    """Return the page of one audit year; ``note`` tells when and from what it was made.

    ``places`` are those on the pages beside it to which it may lead, as ``place_of`` names them.
    """
    title = f"Revisorernas granskningar {shown.year}, {municipality}"
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{_ABOUT}</p>",
        f'<p><a href="{shown.year}.csv">Samma uppgifter som öppna data (CSV)</a></p>',
    ]
    if not shown.audits and not shown.left_out:
        body.append("<p>Ingen granskning har överlämnats för det här revisionsåret.</p>")
    own = {place_of(shown.year, audit.reference) for audit in shown.audits}
    for audit in shown.audits:
        body += _section(audit, own.union(places))
    if shown.left_out:
        noun = "granskning" if shown.left_out == 1 else "granskningar"
        number = capitalise_first(phrases.counts(shown.left_out)[0])
        body.append(f"<p>{number} {noun} {LEFT_OUT}.</p>")
    nav = '<nav aria-label="Sidor"><p><a href="index.html">Alla år</a></p></nav>'
    return _page(title, nav, body, note)


def index_page(municipality: str, years: Iterable[int], note: str) -> bytes:
    """Return the page that leads to the years' own pages, the latest first."""
    title = f"Revisorernas granskningar, {municipality}"
    links = [
        f'<li><a href="{year}.html">Granskningar {year}</a></li>'
        for year in sorted(years, reverse=True)
    ]
    return _page(title, "", [f"<h1>{escape(title)}</h1>", "<ul>", *links, "</ul>"], note)


def _section(audit: PublicAudit, places: Collection[str]) -> list[str]:
    lines = [
        f'<h2 id="{_anchor(audit.reference)}">{escape(audit.title)}</h2>',
        f"<p>Beteckning {escape(audit.reference)}. Överlämnad {escape(audit.handed_over)}.</p>",
        *(f"<p>Uppföljning av {_link(place, places)}.</p>" for place in audit.follows),
    ]
    if audit.follows_left_out:
        lines.append(f"<p>En tidigare granskning som följs upp {LEFT_OUT}.</p>")
    if audit.rows:
        lines += _table(audit)
    elif not audit.left_out:
        lines.append("<p>Granskningen gav inte anledning till några rekommendationer.</p>")
    if audit.left_out:
        lines.append(f"<p>{capitalise_first(audit.left_out)} {LEFT_OUT}.</p>")
    return lines


def _anchor(reference: str) -> str:
    return re.sub(r"[^\w-]+", "-", reference.casefold())


def place_of(year: int, reference: str) -> str:
    """Return where an audit stands on the page of a year: "2022.html#esk-2022-1"."""
    return f"{year}.html#{_anchor(reference)}"


def places_on(year: int, page: str) -> set[str]:
    """Return the places of the audits that a page of a year holds, as ``place_of`` names them."""
    return {f"{year}.html#{anchor}" for anchor in _SECTION.findall(page)}


def _link(place: PublicPlace, places: Collection[str]) -> str:
    told = escape(f"”{place.title}” ({place.reference})")
    there = place_of(place.year, place.reference)
    return f'<a href="{there}">{told}</a>' if there in places else told


def _table(audit: PublicAudit) -> list[str]:
    are_questions = audit.term is phrases.QUESTION
    headings = _headings(audit.term)
    cells = "".join(f'<th scope="col">{name}</th>' for name in headings)
    name = escape(audit.title)
    what = capitalise_first(audit.term.several)
    return [
        f'<div class="wide" role="region" tabindex="0" aria-label="{name}">',
        "<table>",
        f"<caption>{what}, svar och läge: {name}</caption>",
        f"<thead><tr>{cells}</tr></thead>",
        "<tbody>",
        *(_row(row, are_questions=are_questions) for row in audit.rows),
        "</tbody>",
        "</table>",
        "</div>",
    ]


def _headings(term: phrases.Term) -> tuple[str, ...]:
    """Return the columns' names; of what is not asked of questions there is nothing to tell."""
    first = ("Nr", capitalise_first(term.one), "Nämnd")
    if term is phrases.QUESTION:
        return (*first, "Svar", "Beslut", "Läge")
    stance = "Ställningstagande eller svar" if term is phrases.BOTH else "Ställningstagande"
    return (
        *(*first, stance, "Beslut", "Åtgärd", "Klart senast", "Läge"),
        *("Bedömning vid uppföljning", "Avslutad, utfall"),
    )


def _row(row: PublicRow, *, are_questions: bool) -> str:
    first = (row.recommendation, row.committee, row.position, row.decision)
    rest = (row.action, row.due, row.standing, row.verdict, row.outcome)
    cells = (*first, row.standing) if are_questions else (*first, *rest)
    told = "".join(f"<td>{_text(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(row.number)}</th>{told}</tr>'


def _text(cell: str) -> str:
    """Return a cell's text, its days and paragraphs kept on one line."""
    shown = _WHOLE.sub(r'<span class="whole">\g<0></span>', escape(cell))
    return shown.replace("\n", "<br>")


def _page(title: str, nav: str, body: Sequence[str], note: str) -> bytes:
    lines = [
        "<!DOCTYPE html>",
        '<html lang="sv-SE">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#innehall">Hoppa till innehållet</a>',
        *filter(None, [nav]),
        '<main id="innehall">',
        *body,
        "</main>",
        f"<footer><p>{escape(note)}</p></footer>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()
