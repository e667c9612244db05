"""The short answer: which words of the chosen sentence say what is asked."""
