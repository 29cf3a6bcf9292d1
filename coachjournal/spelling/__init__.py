"""Spelling: which words of a note are misspelt, and what may have been meant. Asked on a thread of its own."""
