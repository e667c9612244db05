"""What the bot can learn about a chat and its members, and leaving it."""

from __future__ import annotations

from bot.playground.errors import BadRequest
from bot.playground.members import member_view
from bot.playground.methods.parameters import ChatId, Parameters
from bot.playground.wire import Json
from bot.playground.world import World

_NO_GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)


class GetChat(Parameters):
    """Tells about a chat."""

    chat_id: ChatId

    def act(self, world: World) -> Json:
        """The ChatFullInfo."""
        chat = world.reach(self.chat_id)
        details = {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": _NO_GIFTS,
        }
        return chat.as_json() | details


class GetChatMember(Parameters):
    """Tells what somebody is in a chat."""

    chat_id: ChatId
    user_id: int

    def act(self, world: World) -> Json:
        """The ChatMember."""
        chat = world.reach(self.chat_id)
        user = world.users.get(self.user_id)
        if user is None:
            raise BadRequest("invalid user_id specified")
        return member_view(user, chat.status(user.id))


class GetChatAdministrators(Parameters):
    """Lists the administrators of a group; bots only where asked for."""

    chat_id: ChatId
    return_bots: bool = False

    def act(self, world: World) -> list[Json]:
        """The ChatMembers."""
        chat = world.reach(self.chat_id)
        if chat.person:
            raise BadRequest("there are no administrators in the private chat")
        rulers = [world.users[user_id] for user_id in chat.rulers()]
        return [
            member_view(user, chat.status(user.id))
            for user in rulers
            if self.return_bots or not user.is_bot
        ]


class GetChatMemberCount(Parameters):
    """Counts the members of a chat."""

    chat_id: ChatId

    def act(self, world: World) -> int:
        """How many there are, bots included."""
        return len(world.reach(self.chat_id).present())


class LeaveChat(Parameters):
    """Takes the bot out of a group."""

    chat_id: ChatId

    def act(self, world: World) -> bool:
        """Leave; returns True."""
        chat = world.reach(self.chat_id)
        if chat.person:
            raise BadRequest("chat member status can't be changed in private chats")
        world.set_bot_status(chat, "left", world.bot)
        return True
