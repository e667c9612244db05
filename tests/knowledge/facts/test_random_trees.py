"""Whatever tree a parser gives, extraction ends without an error and cites what is there."""

import random
from datetime import date

import pytest

from knowledge.facts import extract
from knowledge.language.pipeline import ParsedSentence, Token
from knowledge.models import Article
from knowledge.questions import candidates

# fmt: off
WORDS = [
    "Karen", "Holm", "Per", "Dahl", "he", "she", "his", "it", "the", "city", "Oslo", "Norway",
    "in", "on", "1921", "May", "met", "was", "has", "painted", "who", ",", "(", ")", "founded",
    "first", "of", "and", "that", "said", "after", "not", "six", "Museum",
]
# fmt: on
TAGS = ("NNP", "NN", "NNS", "VBD", "VBN", "VBZ", "IN", "DT", "PRP", "PRP$", "CD", "JJ", ",", "CC")
# fmt: off
RELATIONS = [
    "nsubj", "nsubj:pass", "obj", "obl", "nmod", "amod", "det", "case", "advcl", "acl:relcl",
    "appos", "conj", "cc", "mark", "cop", "aux", "aux:pass", "xcomp", "ccomp", "nummod",
    "punct", "flat", "compound", "advmod",
]
# fmt: on
PARTS = ("NOUN", "PROPN", "VERB", "AUX", "PRON", "NUM", "ADJ", "ADP", "PUNCT", "ADV")


def jumble(chance, length):
    """A text of known words and a random tree over it."""
    forms = ["Karen", "Holm"] + [chance.choice(WORDS) for _ in range(length)] + ["."]
    text, tokens, root = " ".join(forms), [], chance.randrange(len(forms))
    place = 0
    for number, form in enumerate(forms):
        head = root if number == root else chance.choice([*range(number), root])
        relation = "root" if number == root else chance.choice(RELATIONS)
        tag, part = chance.choice(TAGS), chance.choice(PARTS)
        end = place + len(form)
        tokens.append(Token(form, place, end, form.lower(), tag, part, relation, head, "", "O"))
        place = end + 1
    return text, ParsedSentence(0, len(text), tuple(_without_circles(tokens, root)))


def _without_circles(tokens, root):
    """Every word behind the root hangs on an earlier one; those before it on the root."""
    for number, token in enumerate(tokens):
        head = token.head if number > root else root
        yield Token(
            token.text,
            token.start,
            token.end,
            token.lemma,
            token.tag,
            token.pos,
            token.dep,
            head if head < number or number <= root else root,
            "",
            "O",
        )


@pytest.mark.parametrize("seed", range(300))
def test_a_random_tree_never_breaks_extraction(seed):
    chance = random.Random(seed)
    text, tree = jumble(chance, chance.randrange(2, 25))
    one = Article("one", "Karen Holm", text, "The Courier", date(2021, 3, 15))
    facts = extract([one], parser=lambda texts: [[tree] for _ in texts])
    for fact in facts:
        for citation in fact.citations:
            assert one.text[citation.start : citation.end] == citation.quote
    assert all(candidate.stem for candidate in candidates(facts, [one]))
