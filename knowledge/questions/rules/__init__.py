"""The single rules of the gate, by concept; ``rulebook`` says which refuse and which doubt.

They only judge: how wrong options are made stands in ``knowledge.questions.options``.
"""
