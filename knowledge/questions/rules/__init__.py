"""The single rules of the gate, by concept; ``gate`` says which of them refuse and which doubt."""
