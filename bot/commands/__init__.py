"""The commands of `keruen`, a module each. What is heavy is imported inside them.

stdout carries only the answer, logs go to stderr. Exit 0: done; 1: could not; 2: wrong use.
"""

import sys
from importlib.metadata import version

from cyclopts import App, CycloptsError

from bot.commands import database, demo, digest, doctor, news, projects, run, sources
from common.errors import KeruenError


def app() -> App:
    """Every command, under its name."""
    keruen = App(
        name="keruen",
        help="Carries a region's investment news to the people who follow them, in Telegram.",
        version=version("keruen"),
        help_format="plaintext",
        result_action="return_value",
    )
    keruen.command(run.run)
    keruen.command(demo.demo)
    keruen.command(database.migrate)
    keruen.command(doctor.doctor)
    keruen.command(sources.app)
    keruen.command(news.app)
    keruen.command(projects.app)
    keruen.command(digest.app)
    keruen.command(database.backup)
    keruen.command(database.restore)
    return keruen


def main() -> None:
    """Run what the command line asks for, and end with its exit code."""
    try:
        code = app()(exit_on_error=False)
    except CycloptsError:
        sys.exit(2)  # cyclopts has said on stderr what was wrong
    except KeruenError as error:
        print(f"keruen: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our answer has left; Python would complain at exit
        sys.exit(1)
    sys.exit(code or 0)
