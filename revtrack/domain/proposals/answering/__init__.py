"""Which words of a reply answer which recommendation.

``answers`` gives the answers of one reply, ``tied`` those of a whole file. ``gathering`` takes
what is ``spoken``, through which ``walk`` goes line by line; ``decided_points`` and ``orders``
read what is decided.
"""
