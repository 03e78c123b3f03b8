"""Facts on their way between registers: their shape in files, and how two versions are merged."""
