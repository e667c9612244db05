from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.callbacks import (
    AskExample,
    DoubtKey,
    ForgetMe,
    More,
    ReportRound,
    RoundButton,
    SettleDoubt,
    ShowSources,
    ShowTop,
    StartQuiz,
    decoded,
    encoded,
)

LARGEST = st.integers(0, 2**52)
BUTTONS = st.one_of(
    st.builds(More, LARGEST, LARGEST),
    st.builds(StartQuiz, LARGEST),
    st.builds(ForgetMe, LARGEST),
    st.just(ShowSources()),
    st.just(AskExample()),
)

OF_ROUNDS = st.one_of(
    st.builds(kind, *[LARGEST] * len(fields(kind)))
    for kind in (*get_args(RoundButton), DoubtKey, SettleDoubt, ShowTop, ReportRound)
)


@given(BUTTONS | OF_ROUNDS)
def test_a_button_comes_back_as_it_was_made_within_64_bytes(button):
    assert len(encoded(button).encode()) <= 64
    assert decoded(encoded(button)) == button


@given(st.text(max_size=64))
def test_foreign_data_is_never_an_error(data):
    button = decoded(data)
    assert button is None or encoded(button).split(":")[:2] == data.split(":")[:2]


@pytest.mark.parametrize(
    "data", ["", "v1", "v1:", "v0:quiz:3", "v1:quiz", "v1:quiz:3:4", "v1:quiz:x", "v1:erase"]
)
def test_data_of_no_button_means_nothing(data):
    assert decoded(data) is None
