"""The journal's schema, one numbered step after another."""
