"""Writes all templates beside this folder."""

from pathlib import Path

from templates.design import TEMPLATES, built

for name in TEMPLATES:
    (Path(__file__).parents[1] / name).write_bytes(built(name))
