import pytest
from telegram import Update

from bot.telegram.older_shapes import completed

ANN = {"id": 1, "is_bot": False, "first_name": "Ann"}
OLD_VOTE = {"update_id": 1, "poll_answer": {"poll_id": "7", "user": ANN, "option_ids": [2]}}
OLD_POLL = {
    "id": "7",
    "question": "Which?",
    "options": [{"text": "a", "voter_count": 0}, {"text": "b", "voter_count": 1}],
    "total_voter_count": 1,
    "is_closed": True,
    "is_anonymous": False,
    "type": "quiz",
    "allows_multiple_answers": False,
    "correct_option_id": 1,
}
CHAT = {"id": 1, "type": "private"}


@pytest.mark.parametrize(
    "update",
    [
        OLD_VOTE,
        {"update_id": 2, "poll": OLD_POLL},
        {
            "update_id": 3,
            "message": {"message_id": 1, "date": 1, "chat": CHAT, "from": ANN, "poll": OLD_POLL},
        },
    ],
)
def test_an_update_of_an_older_server_is_understood(update):
    assert Update.de_json(completed(update), None).update_id == update["update_id"]


def test_the_vote_is_what_it_was():
    vote = Update.de_json(completed(OLD_VOTE), None).poll_answer
    assert (vote.option_ids, vote.user.id) == ((2,), 1)


def test_what_a_newer_server_says_stays_as_it_is():
    newer = {
        "update_id": 1,
        "poll_answer": OLD_VOTE["poll_answer"] | {"option_persistent_ids": ["x"]},
    }
    assert completed(newer) == newer
