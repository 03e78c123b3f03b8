"""How the papers of the corpus are made from their sources; never run by the tests.

``PYTHONPATH=. python -m tests.corpus.making [NAME …]`` makes ``paper.*`` and ``expected.json``
beside each ``source.txt``. It needs reportlab (``pip install reportlab``) for the PDFs, a tool
for whoever adds a paper and no dependency of the program or of its tests: what the tests read
are the files that were made once and lie beside the sources.
"""
