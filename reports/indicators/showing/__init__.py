"""Figures as people read them: words, sentences, tables and charts, made ready for page and paper."""
