"""The elected auditors' own papers: before their meeting, before a committee, for the next plan."""
