"""The child process that runs spaCy: texts come in on stdin, trees go out on stdout.

It is started by path and imports nothing of this project. One line of JSON holds a list of texts;
one line answers each of them. The process ends when its stdin does, and runs under limits.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
from collections.abc import Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span, Token

_LONGEST_PARAGRAPH: Final = 8_000
"""Characters. A longer one is cut, because a parse takes memory in proportion."""

_BREAK: Final = re.compile(r"\n\s*\n|\r\n?\s*\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+|\n")
_ENDS_SENTENCE: Final = re.compile(r"[.!?:;][\"'\u2019\u201d)\]]*\s*$")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
"""Halves of characters, left by a wrong decoding: spaCy cannot hash them."""

_WRAPPED_LINE: Final = 60
"""Characters. A shorter line that ends no sentence is a heading or an item, not a wrapped line."""

_SUBJECTS: Final = ("nsubj", "csubj", "expl")
_MAY_BE_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
"""Tags of a verb behind a subject; what is tagged as a participle is often a past tense."""
_FINITE: Final = _MAY_BE_FINITE - {"VBN"}
_JOINS: Final = frozenset({",", "CC"})
"""What follows a comma that sets nothing apart: another item, "and …"."""
_MOST_READINGS: Final = 2
"""So often a sentence is read anew: each reading costs as much as the first."""

_CPU_SECONDS: Final = 1.0
_CPU_SECONDS_PER_CHARACTER: Final = 0.01


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the text's paragraphs start and end: none holds a blank line or a finished line."""
    start = 0
    for match in _BREAK.finditer(text):
        if not _is_wrap(text, start, match):
            yield from _cut(text, start, match.start())
            start = match.end()
    yield from _cut(text, start, len(text))


def _is_wrap(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the line break stands inside a sentence, as in texts of fixed width."""
    line = text[max(start, text.rfind("\n", 0, match.start()) + 1) : match.start()]
    following = text[match.end() : match.end() + 1]
    if match[0] != "\n" or _ENDS_SENTENCE.search(line):
        return False
    return following.islower() or len(line) >= _WRAPPED_LINE


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_PARAGRAPH:
        limit = start + _LONGEST_PARAGRAPH
        cut = max(text.rfind(". ", start, limit) + 1, 0) or text.rfind(" ", start, limit)
        cut = cut if cut > start else limit
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def single_spaced(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The paragraph with every run of space as one, and where each character stood in ``text``."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset in range(start, end):
        character = _SURROGATES.sub("\ufffd", text[offset])
        if not character.isspace():
            characters.append(character)
        elif characters and characters[-1] != " ":
            characters.append(" ")
        else:
            continue
        offsets.append(offset)
    if characters and characters[-1] == " ":
        characters.pop()
    return "".join(characters), offsets


def analyse(nlp: Language, texts: list[str]) -> Iterator[list[Any]]:
    """For each text its sentences; a sentence is a list of tokens, each a list of its fields."""
    pieces = [
        (number, *single_spaced(text, *span))
        for number, text in enumerate(texts)
        for span in paragraphs(text)
    ]
    found: list[list[Any]] = [[] for _ in texts]
    docs = nlp.pipe(
        ((paragraph, (number, offsets)) for number, paragraph, offsets in pieces), as_tuples=True
    )
    for doc, (number, offsets) in docs:
        for sentence in doc.sents:
            found[number].append(_shortened(nlp, sentence, offsets) or _rows(sentence, offsets))
    yield from found


def _rows(sentence: Span, offsets: list[int]) -> list[list[Any]]:
    tokens = [token for token in sentence if not token.is_space]
    positions = {token.i: position for position, token in enumerate(tokens)}
    return [_token(token, sentence, positions, offsets) for token in tokens]


def _shortened(nlp: Language, sentence: Span, offsets: list[int]) -> list[list[Any]] | None:
    """The sentence without the remark that kept its subject from its verb, read anew.

    "Niels Bohr, who …, explained the formula": the parser loses many a subject behind a remark.
    None where it found one, or finds none without the remark either.
    """
    if _has_subject(sentence):
        return None
    first = sentence.start_char
    for start, end in islice(_remarks(sentence), _MOST_READINGS):
        text = sentence.doc.text[first:start] + sentence.doc.text[end : sentence.end_char]
        again = list(nlp(text).sents)
        if len(again) == 1 and _has_subject(again[0]):
            return _rows(again[0], offsets[first:start] + offsets[end : sentence.end_char])
    return None


def _has_subject(sentence: Span) -> bool:
    return any(token.dep_.startswith(_SUBJECTS) for token in sentence.root.children)


def _remarks(sentence: Span) -> Iterator[tuple[int, int]]:
    """Where a remark between commas may start and end: behind a noun, before a finite verb."""
    tokens = list(sentence)
    commas = [place for place, token in enumerate(tokens) if token.text == ","]
    for place, comma in enumerate(commas):
        is_behind_a_noun = comma > 0 and tokens[comma - 1].tag_.startswith("NN")
        is_last = comma + 1 == len(tokens)
        begin = commas[place - 1] + 1 if place else 0
        has_its_verb = any(token.tag_ in _FINITE for token in tokens[begin:comma])
        if is_last or has_its_verb or not is_behind_a_noun or tokens[comma + 1].tag_ in _JOINS:
            continue
        for other in commas[place + 1 :]:
            if _is_before_a_verb(tokens, other):
                yield tokens[comma].idx, tokens[other].idx + 1


def _is_before_a_verb(tokens: list[Token], comma: int) -> bool:
    behind = comma + 1
    while behind < len(tokens) and tokens[behind].tag_ == "RB":
        behind += 1
    return behind < len(tokens) and tokens[behind].tag_ in _MAY_BE_FINITE


def _token(
    token: Token, sentence: Span, positions: dict[int, int], offsets: list[int]
) -> list[Any]:
    head = positions.get(token.head.i, positions.get(sentence.root.i, 0))
    return [
        offsets[token.idx],
        offsets[token.idx + len(token) - 1] + 1,
        token.lemma_,
        token.tag_,
        token.pos_,
        token.dep_,
        head,
        token.ent_type_,
        token.ent_iob_,
    ]


def _load(pipeline: str) -> Language:
    import spacy  # noqa: PLC0415  # slow, and missing where nobody analyses

    return spacy.load(pipeline)


def _failure(error: Exception) -> dict[str, str]:
    if isinstance(error, ModuleNotFoundError) and error.name == "spacy":
        return {"failed": "spacy", "detail": _first_line(error)}
    kind = "pipeline" if isinstance(error, OSError) else "start"
    return {"failed": kind, "detail": _first_line(error)}


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0] or type(error).__name__


def _allow_cpu(characters: int) -> None:
    """Lets the next texts use so much CPU time; the kernel ends the process beyond it."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    allowed = usage.ru_utime + usage.ru_stime + _CPU_SECONDS * 60
    allowed += characters * _CPU_SECONDS_PER_CHARACTER
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(allowed), hard))


def _limit_memory(mebibytes: int) -> None:
    if mebibytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, hard))


def _private_stdout() -> IO[str]:
    """The real stdout for answers alone; whatever else is printed goes to stderr."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def main(pipeline: str, memory_mebibytes: str) -> None:
    """Serve until stdin ends."""
    answers = _private_stdout()
    _limit_memory(int(memory_mebibytes))

    def answer(value: object) -> None:
        answers.write(json.dumps(value, separators=(",", ":")) + "\n")
        answers.flush()

    try:
        nlp = _load(pipeline)
    except Exception as error:  # noqa: BLE001  # whatever stops it is for the parent to tell
        answer(_failure(error))
        return
    answer({"ready": pipeline})
    for line in sys.stdin:
        texts = json.loads(line)
        _allow_cpu(sum(map(len, texts)))
        for sentences in analyse(nlp, texts):
            answer(sentences)


if __name__ == "__main__":
    main(*sys.argv[1:])
