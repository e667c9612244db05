"""The kinds of facts, one module each: what a sentence must hold, and what it must not."""
