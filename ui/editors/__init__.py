"""Small windows over a page, in which something is written down. `editor.py` is what they have in common."""
