"""The papers of an invented audit and of the one that follows it up, as texts."""

from pathlib import Path

_LISTED = """Vi rekommenderar socialnämnden att:
1. Se över larmrutinerna vid hembesök
2. Säkerställa att alla tillbud rapporteras

Vi rekommenderar barn- och utbildningsnämnden att:
3. Upprätta en rutin mot hot och våld för grundskolan
"""
REPORT = f"""Ekby kommun
Revisorerna
Granskning av arbetet mot hot och våld i tjänsten
Revisionsrapport
2024-03-12

Rekommendationer

{_LISTED}"""
LETTER = f"""Ekby kommun
Revisorerna
MISSIV
2024-03-20

Till socialnämnden
Till barn- och utbildningsnämnden

Granskning av arbetet mot hot och våld i tjänsten

Vi har granskat arbetet mot hot och våld i tjänsten.

{_LISTED}
Vi önskar svar senast den 30 juni 2024.

För kommunens revisorer
"""
FOLLOW_UP = """Ekby kommun
Revisorerna
Uppföljande granskning av arbetet mot hot och våld i tjänsten
Revisionsrapport, 2026-03-10

Bakgrund
År 2024 granskade revisorerna arbetet mot hot och våld.
Denna rapport följer upp de rekommendationer som då lämnades.

Socialnämnden

Rekommendation 1: Se över larmrutinerna vid hembesök
Iakttagelser: Personlarm infördes i december 2024 men saknas ännu i en av tre enheter.
Bedömning: Delvis genomförd.

Rekommendation 2: Säkerställa att alla tillbud rapporteras
Iakttagelser: Nämnden har inte vidtagit någon åtgärd.
Bedömning: Ej åtgärdad. Rekommendationen kvarstår.

Barn- och utbildningsnämnden

Rekommendation 3: Upprätta en rutin mot hot och våld för grundskolan
Iakttagelser: Rutin finns sedan augusti 2024 och är känd.
Bedömning: Genomförd.
"""
BODIES = ("Kommunstyrelsen", "Socialnämnden", "Barn- och utbildningsnämnden")


def written(folder: Path, text: str) -> Path:
    """Return the file of a paper."""
    path = folder / f"paper{len(list(folder.iterdir()))}.txt"
    path.write_text(text, encoding="utf-8")
    return path
