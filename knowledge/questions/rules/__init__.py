"""The single rules of the gate, by concept; ``gate`` says which of them refuse and which doubt.

They only judge: how wrong options are made stands in ``knowledge.questions.options``.
"""
