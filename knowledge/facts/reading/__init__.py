"""What a sentence says: clauses, names as marks, terms, and its parts worded for a question."""
