"""Spelling in notes: what stands wrong is underlined, F7 goes there, Ctrl+. says what may have been meant."""
