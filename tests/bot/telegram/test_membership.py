from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from telegram.error import BadRequest, Forbidden

from bot.telegram.membership import Membership

CLASS, IDA, ANN, HIDDEN, GONE = -100, 1, 2, 3, 4


@dataclass
class Telegram:
    """The two methods of the Bot API that tell who is who."""

    statuses: dict[int, str] = field(
        default_factory=lambda: {IDA: "creator", ANN: "member", HIDDEN: "administrator"}
    )
    listed: tuple[int, ...] = (IDA,)
    error: Exception | None = None
    asked: int = 0

    async def get_chat_administrators(self, _):
        self.asked += 1
        return [SimpleNamespace(user=SimpleNamespace(id=user)) for user in self.listed]

    async def get_chat_member(self, _, user):
        self.asked += 1
        if self.error:
            raise self.error
        if user not in self.statuses:
            raise BadRequest("user not found")
        return SimpleNamespace(status=self.statuses[user])


@pytest.fixture
def telegram():
    return Telegram()


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def members(telegram, now):
    return Membership(telegram, lambda: now[0])


async def test_administrators_are_known_listed_or_not(members):
    assert await members.is_administrator(CLASS, IDA)
    assert await members.is_administrator(CLASS, HIDDEN)
    assert not await members.is_administrator(CLASS, ANN)
    assert not await members.is_administrator(CLASS, GONE)


async def test_who_is_not_there_is_no_member(members):
    assert await members.is_member(CLASS, ANN)
    assert not await members.is_member(CLASS, GONE)


async def test_an_answer_is_kept_for_half_a_minute_and_no_longer(members, telegram, now):
    telegram.listed = ()
    assert await members.is_administrator(CLASS, HIDDEN)
    asked = telegram.asked
    telegram.statuses[HIDDEN] = "member"
    now[0] = 29.0
    assert await members.is_administrator(CLASS, HIDDEN)
    assert telegram.asked == asked
    now[0] = 31.0
    assert not await members.is_administrator(CLASS, HIDDEN)


async def test_where_telegram_hides_the_members_administrators_still_rule(members, telegram):
    telegram.error = BadRequest("member list is inaccessible")
    assert await members.is_administrator(CLASS, IDA)
    assert not await members.is_administrator(CLASS, ANN)
    assert await members.is_member(CLASS, ANN)


async def test_in_a_group_without_the_bot_nobody_is_anything(members, telegram):
    telegram.error = Forbidden("bot was kicked from the group chat")
    assert not await members.is_administrator(CLASS, HIDDEN)
    assert not await members.is_member(CLASS, HIDDEN)
