"""A local Telegram: a strict Bot API server and a chat page, for demos and tests.

``async with serve() as playground:`` and the bot finds its server at ``playground.url``.
"""
