# Shared by all areas
language-name = English
weekdays-all = every day
weekdays-work = on weekdays
button-home = ‹ Settings

# Errors: what happened and what to do
error-unexpected = Something went wrong, and we know about it. Please try again a little later.
error-storage = This cannot be saved right now. Please try again in a minute.
error-forgotten = Your settings are no longer here. To begin again: /start
error-old-button = This button no longer works. Open what you need again: /help
error-file-large = The file is too large: { $megabytes } MB is the limit.
error-file-not-fetched = Telegram can’t deliver this file right now. Please send it again.
error-needs-group-admin = Only the group’s admins can change its settings.
error-needs-official = Only officials can do this.
error-needs-admin = Only admins can do this.
done-unseen = Done. There are too many messages here right now; the screen will catch up at your next press.

# When it comes
at-today = today at { $time }
at-tomorrow = tomorrow at { $time }
at-date = on { $date } at { $time }
