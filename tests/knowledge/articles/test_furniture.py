"""Pages of many kinds: what people came for stays, what stood around it goes."""

import pytest

from knowledge.articles.cleaning import cleaned
from knowledge.articles.lines import classed
from knowledge.models import Article, Mark

BODY = (
    "A queen bee lives for several years, while her workers live for a few weeks only.",
    "Drones have no sting, and in autumn the workers drive them out of the hive.",
    "In winter the bees sit close together and warm each other with their wings.",
)

FIXTURES = {
    "menu in one line": (
        ["Home | News | Sport | Weather", *BODY],
        ["Home | News | Sport | Weather"],
    ),
    "menu line by line": (
        ["News", "Opinion", "Sport", "Culture", "Contact", "How bees live through winter", *BODY],
        ["News", "Opinion", "Sport", "Culture", "Contact"],
    ),
    "bread crumbs": (
        ["Home \u203a Science \u203a Insects \u203a Bees", *BODY],
        ["Home \u203a Science \u203a Insects \u203a Bees"],
    ),
    "links to other articles": (
        [
            BODY[0],
            "See also: Wasps invade a small town",
            BODY[1],
            "READ MORE » Ants on the march",
            BODY[2],
        ],
        ["See also: Wasps invade a small town", "READ MORE » Ants on the march"],
    ),
    "another wording for links": (
        [
            BODY[0],
            "Also read: Why flowers smell",
            BODY[1],
            "Related: The year of the wasp",
            *BODY[2:],
        ],
        ["Also read: Why flowers smell", "Related: The year of the wasp"],
    ),
    "share buttons": (
        ["Share", "Tweet", "Print", "Email", *BODY, "Share this on Facebook and Twitter"],
        ["Share", "Tweet", "Print", "Email", "Share this on Facebook and Twitter"],
    ),
    "bylines": (
        ["By Ada Bee and Cy Drone, science reporters", "Updated 3 hours ago", "4 min read", *BODY],
        ["By Ada Bee and Cy Drone, science reporters", "Updated 3 hours ago", "4 min read"],
    ),
    "posted and filed": (
        ["Posted on May 1st by Ada Bee", *BODY, "Filed under: bees, hives", "Tags: honey, wax"],
        ["Posted on May 1st by Ada Bee", "Filed under: bees, hives", "Tags: honey, wax"],
    ),
    "cookies": (
        ["We use cookies to improve our website. Manage your cookie preferences.", *BODY],
        ["We use cookies to improve our website. Manage your cookie preferences."],
    ),
    "consent in other words": (
        [*BODY, "By continuing you consent to our privacy policy and terms."],
        ["By continuing you consent to our privacy policy and terms."],
    ),
    "newsletter": (
        [BODY[0], "Sign up for our weekly newsletter and get bees in your inbox", *BODY[1:]],
        ["Sign up for our weekly newsletter and get bees in your inbox"],
    ),
    "wall before the text": (
        ["Subscribe or login to your account to read on.", *BODY],
        ["Subscribe or login to your account to read on."],
    ),
    "comments with answers": (
        [
            *BODY,
            "Ada Bee",
            "2 days ago",
            "I have seen that too.",
            "Reply",
            "Cy Drone",
            "1 day ago",
            "In my hive nobody is driven out.",
            "Reply",
        ],
        [
            "Ada Bee",
            "2 days ago",
            "I have seen that too.",
            "Reply",
            "Cy Drone",
            "1 day ago",
            "In my hive nobody is driven out.",
        ],
    ),
    "comments after their heading": (
        [*BODY, "3 comments", "Ada: I have seen that too.", "Leave a reply"],
        ["3 comments", "Ada: I have seen that too.", "Leave a reply"],
    ),
    "closed comments": (
        [*BODY, "Comments are closed. Follow us on Facebook to comment."],
        ["Comments are closed. Follow us on Facebook to comment."],
    ),
    "copyright": (
        [*BODY, "© 2024 The Hive. All rights reserved.", "Terms of use", "www.hive.example"],
        ["© 2024 The Hive. All rights reserved.", "www.hive.example"],
    ),
    "advertisement thrice": (
        [
            BODY[0],
            "Our partner's offer",
            BODY[1],
            "Our partner's offer",
            BODY[2],
            "Our partner's offer",
        ],
        ["Our partner's offer"],
    ),
    "heads of printed pages": (
        [
            "The Bee Keeper's Year",
            BODY[0],
            "The Bee Keeper's Year",
            BODY[1],
            "The Bee Keeper's Year",
            BODY[2],
        ],
        ["The Bee Keeper's Year"],
    ),
    "footer of links": (
        [*BODY, "About us", "Careers", "Press room", "Site map", "Legal notice"],
        ["About us", "Careers", "Press room", "Site map", "Legal notice"],
    ),
    "mojibake": (
        [*BODY, "Ã¤Ã¶Ã¼ â€œbeesâ€ Ã©tÃ© nâ€™est pas"],
        ["Ã¤Ã¶Ã¼ â€œbeesâ€ Ã©tÃ© nâ€™est pas"],
    ),
    "glyph codes": (
        [BODY[0], "(cid:12)(cid:44) (cid:7)(cid:91) bees (cid:3)", *BODY[1:]],
        ["(cid:12)(cid:44) (cid:7)(cid:91) bees (cid:3)"],
    ),
    "letters set apart": (
        [BODY[0], "T h e q u e e n o f t h e h i v e", *BODY[1:]],
        ["T h e q u e e n o f t h e h i v e"],
    ),
    "figures without words": (
        [BODY[0], "12.4 33 8.1 – 99 / 1,204", *BODY[1:]],
        ["12.4 33 8.1 – 99 / 1,204"],
    ),
    "a picture's code": (
        [BODY[0], "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4AB3Xc", *BODY[1:]],
        ["iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4AB3Xc"],
    ),
    "hashtags": ([*BODY, "#bees #honey #hive"], ["#bees #honey #hive"]),
}


def article(lines: list[str], **fields: object) -> Article:
    return Article(id="a", title="Bees", text="\n\n".join(lines), **fields)


@pytest.mark.parametrize("kind", FIXTURES)
def test_furniture_goes_and_every_sentence_stays(kind: str):
    lines, furniture = FIXTURES[kind]
    left = cleaned(article(lines)).text.split("\n\n")
    assert [line for line in left if line in furniture] == []
    assert [line for line in left if line in BODY] == list(BODY)


PROSE = [
    "Facebook said on Monday that it would let users download their account data and comments.",
    "A cookie is a small file that a website stores in the browser, and any browser deletes it.",
    "You can follow a bee with your eyes for a minute, if the sun is behind you.",
    "By Monday the water had reached the town.",
    "Read aloud, the poem takes three minutes.",
    "In 2019 and 2020, 1,204 of 3,310 hives were lost.",
    "By 1990 Ada Bee had kept forty hives for ten years, and she sold the honey in town.",
    "Share prices of the company fell by 4 % after the news.",
    "The museum is open from 9 a.m. to 5 p.m. on weekdays.",
    "Related species live in Asia, Africa and on some islands of the south.",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_that_resembles_furniture_stays(sentence: str):
    text = article([BODY[0], sentence, *BODY[1:]])
    assert sentence in cleaned(text).text


def test_years_that_head_a_chronicle_and_refrains_of_a_poem_stay():
    lines = ["1914", BODY[0], "1918–19", *BODY[1:], "Fly, bee!", "Fly, bee!", "Fly, bee!"]
    assert cleaned(article(lines)).text.split("\n\n") == lines


def test_each_line_has_one_of_six_classes():
    lines = [
        "How bees live", "Monday, May 6th 2024 - 10:33 UTC", "Share", *BODY,
        "A queen among her workers. (Photo: Agency/A. Person)", "(cid:1)(cid:2)(cid:3)",
    ]  # fmt: skip
    assert [line.kind for line in classed(article(lines))] == [
        "headline", "dateline", "boilerplate", "body", "body", "body", "caption", "broken",
    ]  # fmt: skip


def test_marks_move_with_what_they_mark():
    lines = ["Share", "Winter", BODY[0], "Reply", BODY[1]]
    text = "\n\n".join(lines)
    marks = (
        Mark(0, "page", "1"),
        Mark(text.index("Winter"), "heading", "Winter"),
        Mark(text.index("Reply"), "page", "2"),
    )
    left = cleaned(article(lines, marks=marks))
    assert left.text == "\n\n".join(["Winter", BODY[0], BODY[1]])
    assert [left.text[mark.start :].split()[0] for mark in left.marks] == [
        "Winter",
        "Winter",
        "Drones",
    ]


def test_a_heading_that_is_dropped_takes_its_mark_along():
    lines = [*BODY, "Related articles", "Ants on the march"]
    text = "\n\n".join(lines)
    left = cleaned(
        article(lines, marks=(Mark(text.index("Related"), "heading", "Related articles"),))
    )
    assert left.marks == ()


def test_an_article_of_its_title_alone_keeps_it():
    assert cleaned(Article("a", "Bees", "Bees")).text == "Bees"


def test_lines_that_stood_below_each_other_still_do():
    listed = f"What bees need:\n- water\n- flowers\n- a dry hole\n\n\n\n{BODY[0]}"
    kept = f"What bees need:\n- water\n- flowers\n- a dry hole\n\n{BODY[0]}"
    assert cleaned(Article("a", "Hive", listed)).text == kept


def test_a_page_that_turns_at_the_end_of_a_line_begins_with_the_next():
    turned = Article("a", "Hive", "\n\n".join(BODY[:2]), marks=(Mark(len(BODY[0]), "page", "2"),))
    (mark,) = cleaned(turned).marks
    assert cleaned(turned).text[mark.start :] == BODY[1]
