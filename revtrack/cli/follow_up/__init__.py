"""The commands of follow-up: each reads its words, calls one service and prints the answer."""
