"""The words that stand before whom something is for: "Riktas till", "Mottagare", "Ställd till"."""

PUT_TO = (
    r"(?:(?:är|var|har)\s)?(?:rikta(?:s|d|de|des|ts|t)|ställ(?:s|d|da|des|ts)|lämna(?:s|d|de|des|ts)"
    r"|adressera(?:s|d|de|des)|skicka(?:s|d|de|des)|av(?:sedd|sedda)|ges|given|givna|gavs|gick|går"
    r") (?:sig )?till"
)
"""How it is said that something was put to somebody."""
LABEL = (
    rf"(?:(?:rekommendation(?:en)?\s)?{PUT_TO}|mottagare|mottagande (?:nämnd|organ)|adressat(?:er)?"
    r"|(?:ansvarig|ansvarande|berörd|granskad)(?:t|a)?"
    r"(?: nämnd(?:er)?(?: ?/ ?styrelse)?| organ| styrelse| bolag| part)?"
    r"|organ|berör|avser|gäller|för vem|vem|nämnd(?:er)?(?: ?(?:/|och|eller) ?(?:styrelse|bolag))?"
    r"|styrelse(?: ?(?:/|och|eller) ?nämnd)?|bolag)"
)
"""A label before the names of those whom something is for; "till" alone needs a colon behind it."""
