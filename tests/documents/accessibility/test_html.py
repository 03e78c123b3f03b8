import pytest

from revtrack.documents.accessibility.html import check_html

PAGE = """<!DOCTYPE html>
<html lang="sv">
<head><meta charset="utf-8"><title>Rekommendationer 2024</title>
<style>
:root { --ink: #1f3a4d; --paper: #fff }
body { color: var(--ink); background: var(--paper) }
th { background-color: #e6ecf0 }
a { color: #0b5394 }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #111 } th { background: #333 }
 a { color: #9cc9f5 } }
</style></head>
<body><main><h1>Rekommendationer 2024</h1><h2>Socialnämnden</h2>
<table><caption>Svar på två rekommendationer</caption>
<thead><tr><th scope="col">Nr</th><th scope="col">Svar</th></tr></thead>
<tbody><tr><th scope="row">R1</th><td>Instämmer</td></tr></tbody></table>
<p><a href="tabell.csv">Tabellen som öppna data (CSV)</a></p>
</main></body></html>
"""


def test_a_sound_page_is_clean() -> None:
    assert check_html(PAGE.encode()) == ()


@pytest.mark.parametrize(
    ("code", "sound", "faulty"),
    [
        ("no_language", ' lang="sv"', ""),
        ("no_title", "<title>Rekommendationer 2024</title>", "<title> </title>"),
        ("no_main", "<main>", "<div>"),
        ("several_document_titles", "<p>", "<h1>Mer</h1><p>"),
        ("heading_gap", "<p>", "<h4>Mer</h4><p>"),
        ("empty_heading", "<p>", "<h3></h3><p>"),
        ("no_caption", "<caption>Svar på två rekommendationer</caption>", ""),
        ("no_scope", ' scope="row"', ""),
        ("empty_cell", "Instämmer", ""),
        ("merged_cells", "<td>", '<td colspan="2">'),
        ("no_alternative_text", "<p>", '<p><img src="vapen.png">'),
        ("vague_link", "Tabellen som öppna data (CSV)", "Läs mer här"),
        ("low_contrast", "a { color: #0b5394 }", "a { color: #7fb2e5 }"),
        ("low_contrast", "a { color: #9cc9f5 }", "a { color: #0b5394 }"),
        ("low_contrast", "--ink: #eee", "--ink: #555"),
        ("low_contrast", "<p>", '<p style="color: rgb(200, 200, 200)">'),
    ],
)
def test_a_planted_fault_is_found_and_nothing_else(code: str, sound: str, faulty: str) -> None:
    assert PAGE.count(sound) >= 1
    found = check_html(PAGE.replace(sound, faulty, 1).encode())
    assert {each.code for each in found} == {code}


def test_a_page_without_a_heading_of_level_1_is_told_of_as_such() -> None:
    faulty = PAGE.replace("h1>", "p>").replace("h2>", "p>")
    assert [each.sentence for each in check_html(faulty.encode())] == [
        "Sidan saknar rubrik på nivå 1. Låt sidans titel vara en sådan."
    ]
