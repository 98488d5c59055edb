"""demo: a local Bot API with a chat page, sample feeds and the bot together. No token needed."""


async def demo(*, port: int | None = None, interval: int = 45) -> None:
    """Start the bot with a chat page and sample feeds; nothing leaves this machine.

    Parameters
    ----------
    port: int
        Of the chat page; 8765 if left out, or any free one where that is taken.
    interval: int
        Seconds between two new items of the sample feeds.
    """
    print("  Starting the demo…", flush=True)  # before the imports, which take their time

    from functools import partial

    from bot.demo import run

    await run(port=port, interval=interval, say=partial(print, flush=True))
