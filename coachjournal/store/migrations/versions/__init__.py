"""The steps. A revision's number is its place in the line; it names tables literally and imports no model."""
