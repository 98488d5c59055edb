"""What people say to the bot, by audience. A handler asks a use case and shows a view."""
