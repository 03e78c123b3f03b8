"""The public page of a municipality's audits: plain HTML that anybody can read, print and keep."""

from collections.abc import Iterable, Sequence
from html import escape

from revtrack.documents.public.rows import PublicRow, by_audit

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
td { overflow-wrap: anywhere; }
@page { size: A4 landscape; margin: 15mm; }
@media print {
  body { font-size: 9pt; max-width: none; padding: 0; }
  nav, .skip { display: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  .wide { overflow: visible; }
}
"""
_ABOUT = (
    "Här redovisas vad revisorerna har rekommenderat, hur nämnderna har svarat och vad som har "
    "hänt sedan dess. Läget är hämtat ur revisorernas register."
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_COLUMNS = (
    *("Nr", "Rekommendation", "Nämnd", "Ställningstagande", "Beslut", "Åtgärd", "Läge"),
    *("Bedömning vid uppföljning", "Avslutad, utfall"),
)


def year_page(municipality: str, year: int, rows: Sequence[PublicRow], note: str) -> bytes:
    """Return the page of one audit year; ``note`` tells when and from what it was made."""
    audits = by_audit(rows)
    title = f"Revisorernas granskningar {year}, {municipality}"
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{_ABOUT}</p>",
        f'<p><a href="{year}.csv">Samma uppgifter som öppna data (CSV)</a></p>',
    ]
    if not audits:
        body.append("<p>Ingen granskning har överlämnats för det här revisionsåret.</p>")
    for of_audit in audits.values():
        body += _section(of_audit)
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


def _section(rows: Sequence[PublicRow]) -> list[str]:
    first = rows[0]
    headings = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    return [
        f"<h2>{escape(first.audit)}</h2>",
        f"<p>Beteckning {escape(first.reference)}. Överlämnad {escape(first.handed_over)}.</p>",
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(first.audit)}">',
        "<table>",
        f"<caption>Rekommendationer, svar och läge: {escape(first.audit)}</caption>",
        f"<thead><tr>{headings}</tr></thead>",
        "<tbody>",
        *(_row(row) for row in rows),
        "</tbody>",
        "</table>",
        "</div>",
    ]


def _row(row: PublicRow) -> str:
    cells = (
        *(row.recommendation, row.committee, row.position),
        *(row.decision, row.action, row.standing, row.verdict, row.outcome),
    )
    told = "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(row.number)}</th>{told}</tr>'


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
