"""How people and the bot come and go: join and leave, block, bring in, throw out, migrate."""

from __future__ import annotations

from bot.playground.chats import Chat
from bot.playground.errors import Refused
from bot.playground.users import User
from bot.playground.world import FIRST_SUPERGROUP_ID, World


def join(world: World, user: User, chat_id: int) -> None:
    """Enter a group."""
    chat = _group(world, chat_id)
    if chat.has(user.id):
        raise Refused(f"{user.name} is in {chat.title} already.")
    chat.statuses[user.id] = "member"
    world.post(chat, user, {"new_chat_members": [user.as_json()]})


def leave(world: World, user: User, chat_id: int) -> None:
    """Leave a group."""
    chat = _group(world, chat_id)
    if not chat.has(user.id):
        raise Refused(f"{user.name} is not in {chat.title}.")
    world.post(chat, user, {"left_chat_member": user.as_json()})
    chat.statuses[user.id] = "left"


def block(world: World, user: User) -> None:
    """Stop the bot from writing to this person; writing to it again lifts the block."""
    world.set_bot_status(world.chats[user.id], "kicked", user)


def add_bot(world: World, user: User, chat_id: int, *, as_administrator: bool = False) -> None:
    """Bring the bot into a group, or make it an administrator there."""
    chat = _group(world, chat_id)
    was_here = chat.has(world.bot.id)
    world.set_bot_status(chat, "administrator" if as_administrator else "member", user)
    if not was_here:
        world.post(chat, user, {"new_chat_members": [world.bot.as_json()]})


def remove_bot(world: World, user: User, chat_id: int) -> None:
    """Throw the bot out of a group."""
    world.set_bot_status(_group(world, chat_id), "kicked", user)


def migrate(world: World, user: User, chat_id: int) -> Chat:
    """Turn a group into a supergroup: a new id, the same people, no old messages."""
    old = _group(world, chat_id)
    number = sum(1 for chat in world.chats.values() if chat.type == "supergroup")
    new = Chat(FIRST_SUPERGROUP_ID - number, "supergroup", title=old.title)
    new.statuses = dict(old.statuses)
    world.add_chat(new)
    world.post(old, user, {"migrate_to_chat_id": new.id})
    old.migrated_to = new.id
    world.post(new, user, {"migrate_from_chat_id": old.id})
    return new


def _group(world: World, chat_id: int) -> Chat:
    chat = world.chats.get(chat_id)
    if chat is None or chat.person:
        raise Refused(f"There is no group {chat_id}.")
    return chat
