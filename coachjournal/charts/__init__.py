"""Charts: frozen data in, a matplotlib Figure out; the window, the PDF and the command line share them."""
