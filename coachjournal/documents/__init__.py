"""Print: frozen data and a template become an archivable PDF. Words are data; the look is in resources/documents."""
