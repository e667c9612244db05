"""How the Bot API shows what somebody is in a chat."""

from __future__ import annotations

from bot.playground.chats import Status
from bot.playground.users import User
from bot.playground.wire import Json

_ADMINISTRATOR_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)


def member_view(user: User, status: Status) -> Json:
    """The Bot API's ChatMember."""
    shown: Json = {"status": status, "user": user.as_json()}
    if status == "creator":
        shown["is_anonymous"] = False
    elif status == "administrator":
        shown |= dict.fromkeys(_ADMINISTRATOR_RIGHTS, True)
        shown |= {"is_anonymous": False, "can_be_edited": False}
    elif status == "kicked":
        shown["until_date"] = 0
    return shown
