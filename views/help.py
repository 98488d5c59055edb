"""What the bot can do, and a hint for what it did not understand."""

from delivery.outgoing import Button, Outgoing
from model.people import Language, Role
from news.vocabulary import of_region
from views.texts import Texts
from views.welcome import LATEST


def help_page(language: Language, role: Role, *, is_private: bool = True) -> Outgoing:
    """In a group without what is for private chats only: it would be refused there."""
    text = Texts(language)
    if not is_private:
        return Outgoing(text("help-group", region=of_region(language)))
    said = text("help", region=of_region(language))
    if role.covers(Role.OFFICIAL):
        said += "\n\n" + text("help-official")
    if role is Role.ADMIN:
        said += "\n\n" + text("help-admin")
    return Outgoing(said)


def hint(language: Language) -> Outgoing:
    text = Texts(language)
    return Outgoing(text("hint"), buttons=((Button(text.plain("button-latest"), LATEST),),))
