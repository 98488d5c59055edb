"""A local Bot API with a chat page. Nothing in the product imports it.

A bot talks to it over real HTTP as it would to Telegram; people are played from Python
(`async with Sandbox() as sandbox: sandbox.say(…)`), over the control API under /sandbox/, or on the
chat page at /. How a call goes:

    record | token | scheduled fault | parameters, text, keyboard | chat | message | limits | effect

What Telegram keeps to itself is ours: the flood limits (limits.py), file ids, the order of ids.
Left out: the Markdown parse modes, which are refused, and the three seconds that Telegram makes a
bot wait when it asks for the same updates again and again.
"""
