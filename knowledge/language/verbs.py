"""Base forms and past tenses of English verbs, from lemminflect's dictionary and rules."""

from __future__ import annotations

from lemminflect import getAllLemmas, getInflection


def base_of_past(past: str, lemma: str) -> str | None:
    """The base form whose past tense is ``past``: the lemma given when it can be it; else None.

    ``base_of_past("failed", "fail")`` is ``"fail"``; so it is for a lemma cut wrongly ("fai").
    """
    past, lemma = past.lower(), lemma.lower()
    bases = [base for base in _bases(past) if past in getInflection(base, "VBD")]
    if not bases:
        return None
    return lemma if lemma in bases else bases[0]


def past_of_participle(participle: str, lemma: str) -> str | None:
    """The past tense of the verb whose participle is given; None where it is not certain.

    ``past_of_participle("written", "write")`` is ``"wrote"``.
    """
    participle, lemma = participle.lower(), lemma.lower()
    bases = _bases(participle)
    base = lemma if lemma in bases else next(iter(bases), None)
    return next(iter(getInflection(base, "VBD")), None) if base else None


def _bases(form: str) -> tuple[str, ...]:
    found: dict[str, tuple[str, ...]] = getAllLemmas(form, upos="VERB")
    return found.get("VERB", ()) if form.isalpha() else ()
