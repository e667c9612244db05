import io
import logging
import sys
from collections.abc import Iterator

import pytest

from bot import redaction
from bot.redaction import Redaction

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
PASSWORD = "correct horse battery staple"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    factory, hook = logging.getLogRecordFactory(), sys.excepthook
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logger = logging.getLogger("a library")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    redaction.install([PASSWORD])
    yield written
    logger.removeHandler(handler)
    logging.setLogRecordFactory(factory)
    sys.excepthook = hook


def raised(message: str) -> ValueError:
    try:
        int(message)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_token_in_a_message_is_hidden(log):
    logging.getLogger("a library").info("POST https://api.telegram.org/bot%s/getMe", TOKEN)

    assert log.getvalue() == "POST https://api.telegram.org/bot[secret]/getMe\n"


def test_a_token_in_an_address_is_hidden_also_when_its_colon_is_escaped(log):
    logging.getLogger("a library").info("/bot%s/", TOKEN.replace(":", "%3A"))

    assert log.getvalue() == "/bot[secret]/\n"


def test_a_given_secret_is_hidden_whatever_it_looks_like(log):
    logging.getLogger("a library").debug({"password": PASSWORD})

    assert log.getvalue() == "{'password': '[secret]'}\n"


def test_a_traceback_is_shown_without_secrets(log):
    error = raised(f"cannot reach /bot{TOKEN}/")
    logging.getLogger("a library").error("failed", exc_info=error)

    assert "cannot reach /bot[secret]/" in log.getvalue()
    assert "Traceback" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_a_stack_is_shown_without_secrets(log):
    logging.getLogger("a library").info("here", stack_info=True)

    assert "Stack (most recent call last)" in log.getvalue()


def test_arguments_that_do_not_fit_stop_nobody_and_hide_nothing_less(log):
    message = "%d " + TOKEN
    logging.getLogger("a library").info(message, "x")

    assert "[secret]" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_what_the_process_dies_of_is_told_without_secrets(log, capsys):
    error = raised(f"token {TOKEN}")
    sys.excepthook(type(error), error, error.__traceback__)

    assert "token [secret]" in capsys.readouterr().err


def test_installing_twice_hides_both_secrets_of_the_last_time(log):
    redaction.install(["open sesame"])
    logging.getLogger("a library").info("open sesame %s", TOKEN)

    assert log.getvalue() == "[secret] [secret]\n"


def test_a_secret_within_another_leaves_no_remains():
    assert Redaction(["key", "key to the house"])("my key to the house") == "my [secret]"


def test_a_secret_in_an_address_is_hidden_with_its_signs_escaped():
    assert Redaction(["42:short"])("/bot42%3Ashort/getMe") == "/bot[secret]/getMe"


def test_times_and_ids_are_not_taken_for_tokens():
    text = "update 870000001 at 12:30:05 in chat -1001234567890"

    assert Redaction()(text) == text
