"""A bot with a line for everything that the browser tests say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import aiohttp

    from bot.playground.server import Playground

Json = dict[str, Any]

QUOTE = "The minister said that the talks went on until the evening and would be resumed. " * 6
SHORT_QUOTE = "They talked for five hours."
EXPLANATION = "The talks were held in Beijing."


class ScriptedBot:
    """The other end of the Bot API, with a line for everything the tests say to it."""

    def __init__(self, playground: Playground, session: aiohttp.ClientSession) -> None:
        self._address = f"{playground.url}/bot{playground.token}"
        self._session = session

    async def call(self, method: str, **parameters: Any) -> Any:
        async with self._session.post(f"{self._address}/{method}", json=parameters) as response:
            reply = await response.json()
        assert reply["ok"], reply
        return reply["result"]

    async def publish_commands(self) -> None:
        names = {"start": "What I can do", "quiz": "One question", "score": "How you are doing"}
        commands = [{"command": name, "description": text} for name, text in names.items()]
        await self.call("setMyCommands", commands=commands)

    async def listen(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                await self._react(update)

    async def _react(self, update: Json) -> None:
        if message := update.get("message"):
            await self._answer(message["chat"]["id"], message.get("text", ""))
        if query := update.get("callback_query"):
            loud = query["data"] == "loud"
            text = f"You pressed {query['data']}"
            await self.call(
                "answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=loud
            )

    async def _answer(self, chat: int, text: str) -> None:
        match text.split("@", maxsplit=1)[0]:
            case "/start":
                await self.greet(chat)
            case "/quiz":
                await self.ask_quiz(chat)
            case "How long?":
                await self.cite(chat)

    async def greet(self, chat: int) -> None:
        rows = [
            [{"text": "Soft", "callback_data": "soft"}, {"text": "Loud", "callback_data": "loud"}]
        ]
        keyboard = {"inline_keyboard": rows}
        await self.call("sendMessage", chat_id=chat, text="Hello there.", reply_markup=keyboard)

    async def ask_quiz(self, chat: int, **details: Any) -> Json:
        options = [{"text": city} for city in ("Geneva", "Beijing", "Vienna")]
        question: Json = {"question": "Where did they meet?", "options": options, "type": "quiz"}
        question |= {"correct_option_ids": [1], "is_anonymous": False, "explanation": EXPLANATION}
        sent: Json = await self.call("sendPoll", chat_id=chat, **(question | details))
        return sent

    async def cite(self, chat: int) -> None:
        text = (
            f"<b>Five hours.</b>\n<blockquote expandable>{QUOTE}</blockquote>\n"
            f"<i>Herald</i>\n<blockquote expandable>{SHORT_QUOTE}</blockquote>"
        )
        await self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML")
