"""How the relations between people, places, works and their names are asked for.

One template a kind of fact; its slots are the fact's arguments, persons by their usual names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from knowledge.models import Fact
from knowledge.questions.candidates import Candidate

TEMPLATES: Mapping[str, str] = {
    "birth_place": "{asked} was {who} born?",
    "death_place": "{asked} did {who} die?",
    "death_cause": "What was the cause of {whose} death?",
    "death_age": "At what age did {who} die?",
    "grave": "Where is {who} buried?",
    "kin": "Who was {whose} {kin}?",
    "appointment": "To what position was {who} {verb} in {when}?",
    "new_post": "What did {who} become in {when}?",
    "joining": "Which {asked} did {who} join {when}?",
    "work": "Which {asked} did {who} {verb} {when}?",
    "marriage": "Whom did {who} marry{when}?",
    "parents_trade": "What did {whose} {kin} do for a living?",
    "children": "How many children did {who} have?",
    "siblings": "How many children did {whose} parents have?",
    "schooling": "{form}?",
    "maker": "{asking} {verb} {work}?",
    "namesake": "After whom or what was {what} named?",
    "former_name": "What was {what} originally called?",
    "new_name": "What was {what} renamed?",
    "pen_name": "Under what {sort} did {who} write or perform?",
    "birth_name": "What was {whose} name at birth?",
    "abbreviation": "What is the full form of the abbreviation {what}?",
    "name_origin": "From which language does the word “{what}” come?",
    "capital": "What is the {rank} of {whole}?",
    "capital_of": "Of which {asked} is {part} the {rank}?",
    "within": "{Asked} does {part} lie?",
    "mouth": "Into which body of water does {part} flow?",
    "family": "To which biological {rank} does {part} belong?",
    "award": "Which honour did {who} receive {when}?",
    "move": "To which {asked} did {who} {verb} in {when}?",
    "office_held": "Which office did {who} hold {when}?",
    "successor": "Who succeeded {who}{post}?",
    "predecessor": "Whom did {who} {verb}{post}?",
    "feature": "What is {asked}?",
    "journal": "In which journal {asked} published?",
    "nickname": "By what nickname is {asked} known?",
    "superlative": "What is the {rank} {noun} {where}?",
    "channel": "On which television network did {part} {verb}?",
    "model": "On whose {noun} is {part} based?",
    "sort": "What {verb} {what}?",
    "seat": "In which city does {part} have its headquarters?",
}

STANDING_ALONE = frozenset({"capital", "superlative", "maker", "meaning"})
"""Kinds whose stems name enough to be asked without the article's title."""


def candidates(fact: Fact, display: Callable[[str], str]) -> Iterator[Candidate]:
    """The question about a relation; ``display`` gives a person's usual name."""
    told = dict(fact.arguments)
    kind = told.pop("answer_kind", "name")
    if fact.kind == "parts":
        yield Candidate(fact, "how_many", _how_many(told), fact.value, kind)
    template = TEMPLATES.get(fact.kind)
    if template is None:
        return
    if "who" in told:
        told["who"] = display(told["who"])
        told["whose"] = f"{told['who']}'" if told["who"].endswith("s") else f"{told['who']}'s"
    if "form" in told:
        told["form"] = told["form"].format(**told)
    if told.get("part") == "first name":
        template = "What was the first name of {whose} {kin}?"
    told["asking"] = kind.capitalize() if kind.startswith("which ") else _ASKING.get(kind, "Who")
    asked = told.get("asked", "")
    stem = template.format(**told, Asked=asked[:1].upper() + asked[1:])
    yield Candidate(fact, fact.kind, stem, fact.value, kind)


_ASKING = {"country": "Which country"}


def _how_many(told: Mapping[str, str]) -> str:
    parts, whole = told["parts"], told["whole"]
    if told["verb"] == "divided":
        return (
            f"Into how many {parts} {'was' if told['tense'] == 'past' else 'is'} {whole} divided?"
        )
    return f"How many {parts} {'did' if told['tense'] == 'past' else 'does'} {whole} have?"
