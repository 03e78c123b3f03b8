"""The tabs of Granskning, one a file: what each shows of an audit."""
