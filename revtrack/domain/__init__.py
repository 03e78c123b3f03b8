"""The trade itself: facts, codes and rules, as values and functions of values."""
