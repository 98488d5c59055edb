"""run: the bot itself."""

from bot.commands.context import begin


async def run() -> None:
    """Run the bot: polling or webhook, scheduler and sender in one process. Ctrl-C stops it."""
    settings = begin()
    settings.token()  # said before anything heavy is loaded

    from bot.program import run as run_program

    await run_program(settings)
