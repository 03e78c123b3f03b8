"""Words by which a sentence turns to one matter of several: "Vad gäller planen", "Om planen"."""

TURNS_TO = (
    r"(?:när det (?:\w+ ){0,2}?(?:gäller|kommer till)"
    r"|vad (?:till sist |till slut |å andra sidan |[a-zåäö]+ )?(?:gäller|avser|angår|rör|beträffar"
    r"|anbelangar)|i frågan? om|avseende|beträffande|såvitt (?:gäller|avser|rör)"
    r"|angående|rörande|gällande|med avseende på|i den del som)"
)
"""Before what a sentence turns to; to be read without regard to case."""
