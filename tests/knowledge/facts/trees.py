"""Hand-made parses for tests: one word a token, ``text/TAG/relation/head`` with heads from 1."""

from datetime import date

from knowledge.facts.reading.clauses import clauses
from knowledge.facts.reading.lines import lines
from knowledge.facts.reading.parsed import parsed
from knowledge.language.names import Names
from knowledge.language.pipeline import ParsedSentence, Token
from knowledge.language.schemes import part_of_speech
from knowledge.models import Article

LEMMAS = {
    "was": "be",
    "is": "be",
    "were": "be",
    "has": "have",
    "had": "have",
    "wrote": "write",
    "drawn": "draw",
}


def sentence(text, words, start=0):
    """The parsed sentence of ``words``, whose texts stand in ``text`` in this order."""
    tokens, place = [], 0
    rows = [word.rsplit("/", 3) for word in words.split()]
    for number, (form, tag, relation, head) in enumerate(rows, 1):
        place = text.index(form, place)
        end = place + len(form)
        lemma = LEMMAS.get(form, form.removesuffix("ed") if tag == "VBD" else form)
        tokens.append(
            Token(
                form,
                start + place,
                start + end,
                lemma,
                tag,
                part_of_speech(form, tag, relation),
                relation,
                int(head) - 1 if int(head) else number - 1,
                "",
                "O",
            )
        )
        place = end
    return ParsedSentence(tokens[0].start, tokens[-1].end, tuple(tokens))


def read(*parts, title="Notes", known=""):
    """The clauses of consecutive sentences, each a pair of text and words, and the names.

    ``known`` is a sentence that only makes names known.
    """
    text = " ".join(part for part, _ in parts)
    article = Article("one", title, text, "The Courier", date(2021, 3, 15))
    names = Names.of([known, *(part for part, _ in parts)])
    trees, start = [], 0
    for part, words in parts:
        trees.append(sentence(part, words, start))
        start += len(part) + 1
    found = parsed(lines(article, names), trees, names)
    return [clause for each in found for clause in clauses(each)], names
