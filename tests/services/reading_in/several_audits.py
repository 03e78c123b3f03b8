"""A file as a council's office sends it: papers of three invented audits, one page each."""

from dataclasses import dataclass

BODIES = (
    "Socialnämnden SN\nKommunstyrelsen KS\nBarn- och utbildningsnämnden BUN\nKommunfullmäktige KF"
)
TOWN = "Björkånga kommun"


@dataclass(frozen=True)
class _Audit:
    matter: str
    body: str
    number: int
    recommended: tuple[str, str]

    @property
    def items(self) -> str:
        return "\n".join(f"- {each}" for each in self.recommended)

    @property
    def report(self) -> str:
        return f"""\
{TOWN}
Revisorerna

Revisionsrapport
Granskning av {self.matter}
2024-03-1{self.number}

Sammanfattning
Vi har på uppdrag av de förtroendevalda revisorerna i kommunen granskat {self.matter}.
Vår samlade bedömning är att {self.body} inte helt säkerställer en ändamålsenlig styrning.

Revisionsfrågor
- Finns det mål för {self.matter}?
- Sker uppföljning och återrapportering till nämnden?

Rekommendationer
Vi rekommenderar {self.body} att
{self.items}
"""

    @property
    def letter(self) -> str:
        return f"""\
{TOWN}
Revisorerna
2024-03-2{self.number}
Till {self.body}
För kännedom: kommunfullmäktige

Granskning av {self.matter}

De förtroendevalda revisorerna har granskat {self.matter}. Vi rekommenderar {self.body} att
{self.items}
Vi önskar svar från {self.body} senast den 30 juni 2024.

För revisorerna
N. N., ordförande
"""

    @property
    def decision(self) -> str:
        name = self.body[:1].upper() + self.body[1:]
        return f"""\
{name}
Protokollsutdrag
Sammanträdesdatum 2024-06-0{self.number}

§ 4{self.number}
Dnr 2024/1{self.number}

Svar på revisionens granskning av {self.matter}

Beslut
{name} antar svaret som sitt eget och överlämnar det till revisorerna.

Ärendebeskrivning
Kommunens revisorer har granskat {self.matter} och rekommenderar nämnden att
{self.items}
Nämnden instämmer i båda rekommendationerna. En plan tas fram under hösten 2024.
"""


AUDITS = (
    _Audit(
        "hemtjänstens bemanning",
        "socialnämnden",
        1,
        ("ta fram en bemanningsplan för sommaren", "följa upp kontinuiteten per brukare"),
    ),
    _Audit(
        "kommunens krisberedskap",
        "kommunstyrelsen",
        2,
        ("öva krisledningsnämnden varje år", "uppdatera risk- och sårbarhetsanalysen"),
    ),
    _Audit(
        "skolornas lokaler",
        "barn- och utbildningsnämnden",
        3,
        ("anta en lokalförsörjningsplan", "redovisa underhållsbehovet i varje delårsrapport"),
    ),
)


def file_of_several() -> bytes:
    """Return a text of nine pages: each audit's report and letter, then all three replies."""
    papers = [text for each in AUDITS for text in (each.report, each.letter)]
    return "\f".join((*papers, *(each.decision for each in AUDITS))).encode()


def reports_that_recommend_the_same() -> bytes:
    """Return the reports of ten audits, a page each, which all end in the same two items."""
    matters = ["taxor", "avtal", "bidrag", "arkiv", "fordon", "lokaler", "resor", "inköp"]
    matters += ["skydd", "vikarier"]
    same = ("göra rutinerna kända i verksamheten", "följa upp arbetet minst en gång per år")
    audits = (_Audit(each, "socialnämnden", 5, same) for each in matters)
    return "\f".join(each.report for each in audits).encode()
