"""An office's own templates, looked through before anything is filled in."""
