"""What a question wants is told from its words."""

import pytest

from knowledge.answers.kinds import wanted


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How long did the talks last?", "duration"),
        ("For how many hours did they talk?", "duration"),
        ("how long ago was it built", "date"),
        ("When was the treaty signed?", "date"),
        ("In which year did she die?", "date"),
        ("How many bees live in a hive?", "count"),
        ("How old is the queen?", "count"),
        ("What is the population of Malta?", "count"),
        ("How much did the bridge cost?", "money"),
        ("Who is the foreign minister?", "person"),
        ("Whom did he meet?", "person"),
        ("Which president signed it?", "person"),
        ("Where is Haidian?", "place"),
        ("In which district is it?", "place"),
        ("Which newspaper reported it?", "organisation"),
        ("What post does she hold?", "office"),
        ("In which area is the airport?", "place"),
        ("What is the area of Malta?", "count"),
        ("Why did the price rise?", "reason"),
        ("Why was the trip postponed?", "reason"),
        ("What caused the delay?", "reason"),
        ("Did they meet?", "yes/no"),
        ("When two rivers meet, what is the place called?", "definition"),
        ("What do you see when it rains?", "other"),
        ("People who eat no meat are called what?", "other"),
        ("The bridge was opened in which year?", "date"),
        ("What was the name of the king who built it?", "person"),
        ("How much grain does the valley grow?", "count"),
        ("What makes the day so long?", "other"),
        ("What is APEC?", "definition"),
        ("Tell me about bees", "other"),
        ("", "other"),
    ],
)
def test_a_question_wants(question: str, kind: str):
    assert wanted(question) == kind
