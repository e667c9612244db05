"""Who did what a passive says: "X was founded by Y" is asked as "Who founded X?".

Requires a known doer behind "by" and a participle whose past tense is certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import asking, moving, wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.language.verbs import past_of_participle
from knowledge.models import Expected


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """Who did what the clause says in the passive."""
    tree = clause.tree
    if clause.tree.child(clause.head, "aux:pass") != clause.finite or clause.is_left_open:
        return
    if tree.word(clause.finite) not in {"was", "were"}:
        return
    past = past_of_participle(tree.tokens[clause.head].text, tree.tokens[clause.head].lemma)
    agent = _agent(clause, clause.head)
    asked = _asked(clause, agent, names) if agent is not None and past else None
    if agent is None or past is None or asked is None:
        return
    gone = {*tree.subtree(agent), clause.finite, clause.head}
    rest = [i for i in clause.rest if i not in gone]
    particles = [i for i in tree.children(clause.head, "compound:prt") if i in rest]
    before = [i for i in rest if i < clause.head]
    after = [i for i in rest if i > clause.head and i not in particles]
    instead = wording.named(clause, names)
    deed = wording.join(
        tree.text(before, instead),
        past,
        tree.text(particles),
        wording.subject_text(clause, names),
        tree.text(after, instead),
        wording.lowered(clause, clause.fronted, instead),
    )
    used = {*clause.words, *clause.subject_words} - set(tree.subtree(agent))
    doubts = (*grounding.doubts(clause, used), *moving.doubts(clause))
    yield _statement(clause, asked, deed, doubts, names)


def _agent(clause: Clause, verb: int) -> int | None:
    agents = clause.tree.children(verb, "obl:agent")
    return agents[0] if len(agents) == 1 else None


def _asked(clause: Clause, agent: int, names: Names) -> asking.Asked | None:
    """How the doer is asked for, when the phrase names nobody else beside."""
    tree = clause.tree
    if tree.children(agent, "conj", "acl", "acl:relcl"):
        return None
    phrase = tuple(i for i in tree.subtree(agent) if tree.dep(i) not in {"case", "punct"})
    return asking.asked(clause.parsed, agent, phrase, names)


def _statement(
    clause: Clause, asked: asking.Asked, deed: str, doubts: tuple[str, ...], names: Names
) -> Statement:
    return Statement(
        "deed",
        {"asked": asked.question, "deed": deed, "answer_kind": asked.kind},
        ("deed", deed.lower()),
        asked.value,
        Expected("name", names=asked.spellings(names)),
        clause.parsed.line.citation,
        doubts=doubts,
    )
