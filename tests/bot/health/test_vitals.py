import dataclasses

import pytest

from bot.health import vitals
from bot.health.vitals import Vitals, complaints, complaints_in, prometheus

WELL = Vitals(at=1000.0, fetched_ago=12.0, commits=5, commit_last=0.002)


def test_a_bot_that_is_well_is_not_complained_about():
    assert complaints(WELL) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"fetched_ago": None}, "Telegram has not been reached yet"),
        ({"fetched_ago": 91.0}, "Telegram has not answered for 91 s"),
        ({"has_rival": True}, "another process fetches updates with the same token"),
        ({"inbox_oldest": 75.0}, "an update waits since 75 s"),
        ({"outbox_oldest": 901.0}, "a message waits to be sent since 901 s"),
        ({"commit_last": 6.5}, "the last commit took 6.5 s"),
        ({"loop_lag": 7.0}, "the event loop stood still for 7.0 s"),
        ({"timers_overdue": 2}, "2 deadlines are overdue"),
    ],
)
def test_what_keeps_the_bot_from_its_work_is_said(change, words):
    assert complaints(dataclasses.replace(WELL, **change)) == [words]


def test_messages_that_wait_for_flood_control_are_no_illness():
    assert complaints(dataclasses.replace(WELL, outbox_pending=9, outbox_oldest=300.0)) == []


def test_prometheus_gets_every_number_and_each_call_by_method_and_code():
    text = prometheus(dataclasses.replace(WELL, calls={("sendPoll", "200"): 3}))

    assert "gobbet_inbox_waiting 0\n" in text
    assert "gobbet_commit_last 0.002\n" in text
    assert 'gobbet_api_calls_total{method="sendPoll",code="200"} 3\n' in text
    assert "None" not in text


def test_a_sign_of_life_is_read_as_it_was_written(tmp_path):
    file = tmp_path / "vitals.json"
    vitals.keep(dataclasses.replace(WELL, calls={("getUpdates", "200"): 7}), file)

    assert complaints_in(file, now=1030.0) == []
    assert [file] == list(tmp_path.iterdir())


def test_an_old_sign_of_life_means_that_the_bot_hangs(tmp_path):
    file = tmp_path / "vitals.json"
    vitals.keep(WELL, file)

    assert complaints_in(file, now=1090.0) == ["the bot has given no sign of life for 90 s"]


def test_a_bot_that_never_ran_has_no_sign_of_life(tmp_path):
    assert "has not run here yet" in complaints_in(tmp_path / "vitals.json", now=0.0)[0]
