"""The pages of the window, one file each. `screen.py` is what they have in common."""
