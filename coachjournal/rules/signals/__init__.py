"""Signals: rules over the data, with a minimum sample, that propose something to coach. Pure functions."""
