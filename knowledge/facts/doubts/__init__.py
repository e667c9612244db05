"""Reasons for which the wording of a statement may not stand alone."""
