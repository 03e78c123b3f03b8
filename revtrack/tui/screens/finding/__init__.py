"""Lists over the whole register: search, statistics, problems, history."""
