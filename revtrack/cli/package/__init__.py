"""The commands of case packages: each reads its words, calls one service, prints the answer."""
