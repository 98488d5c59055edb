"""demo: a local Bot API with a chat page, sample feeds and the bot together. No token needed."""


async def demo(*, port: int = 0, interval: int = 45) -> None:
    """Start the bot with a chat page and sample feeds; nothing leaves this machine.

    Parameters
    ----------
    port: int
        Of the chat page; any free one if left out.
    interval: int
        Seconds between two new items of the sample feeds.
    """
    from functools import partial

    from bot.demo import run

    await run(port=port, interval=interval, say=partial(print, flush=True))
