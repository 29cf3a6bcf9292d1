"""The kit the screens are made of. Each widget draws with the tokens of ui/theme.py and speaks to screen readers."""
