"""Which words of a reply answer which recommendation.

``answers`` gives the answers of one reply, ``tied`` those of a whole file. ``gathering`` goes
through what is ``spoken`` line by line; ``decided_points`` and ``orders`` read what is decided.
"""
