"""The bot itself, its webhook, and what getUpdates takes.

The playground keeps a webhook's address but never calls it: bots fetch their updates here.
"""

from __future__ import annotations

from bot.playground.errors import BadRequest, Conflict
from bot.playground.methods.parameters import FromJson, Parameters
from bot.playground.wire import Json
from bot.playground.world import World

LONGEST_WAIT_SECONDS = 50


class GetMe(Parameters):
    """Tells the bot who it is."""

    def act(self, world: World) -> Json:
        """The User."""
        can = {"can_join_groups": True, "can_read_all_group_messages": False}
        cannot = dict.fromkeys(
            (
                "can_connect_to_business",
                "has_main_web_app",
                "has_topics_enabled",
                "allows_users_to_create_topics",
                "can_manage_bots",
                "supports_guest_queries",
                "supports_join_request_queries",
            ),
            False,
        )
        return world.bot.as_json() | can | {"supports_inline_queries": True} | cannot


class GetUpdates(Parameters):
    """Fetches updates; the waiting for them is done by the server."""

    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed_updates: FromJson[list[str]] | None = None

    @property
    def wait_seconds(self) -> int:
        """How long to wait for something to happen."""
        return max(0, min(self.timeout, LONGEST_WAIT_SECONDS))

    def act(self, world: World) -> list[Json]:
        """The updates that wait; what lies before the offset is confirmed."""
        if world.webhook:
            raise Conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        if self.allowed_updates is not None:
            world.updates.allow(self.allowed_updates)
        return world.updates.fetch(self.offset, self.limit)


class SetWebhook(Parameters):
    """Keeps a webhook's address, or deletes it when the address is empty."""

    url: str
    ip_address: str | None = None
    max_connections: int = 40
    allowed_updates: FromJson[list[str]] | None = None
    drop_pending_updates: bool = False
    secret_token: str | None = None

    def act(self, world: World) -> bool:
        """Keep it; returns True."""
        if self.url and not self.url.startswith("https://"):
            raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
        world.webhook = self.url
        if self.allowed_updates is not None:
            world.updates.allow(self.allowed_updates)
        if self.drop_pending_updates:
            world.updates.clear()
        return True


class DeleteWebhook(Parameters):
    """Forgets the webhook's address."""

    drop_pending_updates: bool = False

    def act(self, world: World) -> bool:
        """Forget it; returns True."""
        world.webhook = ""
        if self.drop_pending_updates:
            world.updates.clear()
        return True


class GetWebhookInfo(Parameters):
    """Tells whether there is a webhook and how many updates wait."""

    def act(self, world: World) -> Json:
        """The WebhookInfo."""
        info: Json = {
            "url": world.webhook,
            "has_custom_certificate": False,
            "pending_update_count": len(world.updates),
        }
        allowed = world.updates.allowed
        return info | ({"allowed_updates": allowed} if allowed else {})
