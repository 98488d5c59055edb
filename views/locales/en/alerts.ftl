# Instant alerts: a story comes at once, ahead of the digest
alert-why = You asked to be told at once: { $what }
alert-story = Read more
alert-settings = ⚙️ Alerts
alert-off = 🔕 Turn off

# Choosing alerts
settings-alerts = 🔔 Instant alerts
alerts-title = <b>🔔 Instant alerts</b>
alerts-about = A story on a topic that matters to you comes at once, ahead of the digest, and is not repeated there. One match is enough: a sector, a district or a word.
alerts-state-on = Alerts are on.
alerts-state-off = Alerts are off.
alerts-state-empty = Nothing is chosen yet: pick sectors, districts or words.
alerts-line-sectors = Sectors: { $chosen }
alerts-line-districts = Districts and cities: { $chosen }
alerts-line-words = Words: { $chosen }
alerts-line-quiet = Quiet hours: { $hours }
alerts-line-most = At most a day: { $count }
alerts-none = none
alerts-hours = { $start } to { $end }
alerts-never-quiet = no quiet hours
alerts-preview = { $count ->
    [one] Last week would have brought { $count } alert.
   *[other] Last week would have brought { $count } alerts.
}
alerts-preview-none = There was no such news last week.
alerts-filtered = A story must also fit what you chose under “What to send”.
alerts-ask-sectors =
    <b>Which sectors shall I tell you of at once?</b>

    Chosen: { $chosen }
alerts-ask-districts =
    <b>Which districts and cities shall I tell you of at once?</b>

    Chosen: { $chosen }
alerts-ask-words =
    <b>Which words shall I tell you of at once?</b>

    Chosen: { $chosen }
alerts-ask-quiet =
    <b>When shall I leave you in peace?</b>

    What comes in quiet hours reaches you when they end, or with the digest if that comes within an hour.
alerts-ask-most =
    <b>How many alerts a day, at most?</b>

    The rest comes with the digest.
alerts-sectors = 🏷 Sectors
alerts-districts = 📍 Districts
alerts-words = 🔎 Words
alerts-quiet = 🌙 Quiet hours
alerts-most = 🔢 How many a day
alerts-turn-on = 🔔 Turn on
alerts-turn-off = 🔕 Turn off
alerts-back = ‹ Back to alerts
alerts-turned-off = Alerts are off, news will come with the digest. To turn them on again: /settings
