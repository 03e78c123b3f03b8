"""What was recommended, as a reply gives it again before it answers: labelled, listed, in prose.

``put_to`` chooses between the ways to read it, which ``restated`` tells. A reply answers below what
it gives again, beside it, in pairs, in fields or by number, or tells of it in sentences: ``prose``.
"""
