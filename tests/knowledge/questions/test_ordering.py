from knowledge.models import Citation, Question
from knowledge.questions.ordering import ease, gives_away, marks


def question(number, kind="gap", stem="", answer="", article="one", start=None):
    citation = Citation(article, "T", "S", "quote", number if start is None else start, 99)
    text = stem or f"Stem number {number}?"
    return Question(
        str(number), kind, "safe", "T", text, ("a", "b"), 0, answer, (), "", (citation,)
    )


def test_names_that_are_recognised_are_easier_than_dates():
    kinds = ("event_time", "gap", "deed", "office")
    assert min((question(1, kind) for kind in kinds), key=ease).kind == "office"
    assert ease(question(1, "event_time")) > ease(question(1, "gap"))


def test_a_stem_that_shows_the_key_of_another_gives_it_away():
    when = question(1, "event_time", "In what year did Karen Holm paint the harbour?", "1921")
    who = question(
        2, "deed", "Who painted the harbour of Bergen, Karen Holm asked in 1921?", "Lund"
    )
    assert gives_away(when, who)
    assert gives_away(who, when)


def test_two_questions_from_one_sentence_give_each_other_away():
    assert gives_away(question(1, answer="x"), question(3, answer="y", start=1))
    assert not gives_away(question(1, answer="x"), question(3, answer="y"))


def test_questions_of_one_article_share_a_mark():
    one, other = marks(question(1, "gap", answer="x")), marks(question(2, "deed", answer="y"))
    assert set(one) & set(other) == {"article one"}


def test_a_name_shown_beside_another_subject_gives_nothing_away():
    walk = question(1, "gap", "Where did Lund walk the dog?", "Oslo")
    harbour = question(2, "deed", "Who painted the harbour of Bergen?", "Lund")
    assert not gives_away(walk, harbour)


def test_the_year_of_a_day_gives_the_day_away():
    day = question(1, "event_time", "When did Lund paint the harbour?", "3 May 1921")
    who = question(2, "deed", "Who asked Lund to paint the harbour in 1921?", "Holm")
    assert gives_away(who, day)
