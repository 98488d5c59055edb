# Instant alerts: a story comes at once, ahead of the digest
alert-why = You asked for alerts on: { $what }
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
alerts-line-most = Daily limit: { $count }
alerts-none = none
alerts-nothing = nothing yet
alerts-hours = { $start } to { $end }
alerts-never-quiet = none
alerts-never-quiet-button = No quiet hours
alerts-preview = { $count ->
    [one] The last week would have brought { $count } alert.
   *[other] The last week would have brought { $count } alerts.
}
alerts-preview-none = There was no such news in the last week.
alerts-filtered = A story must also fit what you chose under “What to send”.
alerts-ask-sectors =
    <b>Which sectors should I alert you about?</b>

    Chosen: { $chosen }
alerts-ask-districts =
    <b>Which districts and cities should I alert you about?</b>

    Chosen: { $chosen }
alerts-ask-words =
    <b>Which words should I alert you about?</b>

    Chosen: { $chosen }
alerts-ask-quiet =
    <b>When should I keep quiet?</b>

    News from quiet hours comes when they end, or with the digest if that is less than an hour away.
alerts-ask-most =
    <b>How many alerts a day may I send?</b>

    The rest comes with the digest.
alerts-sectors = 🏷 Sectors
alerts-districts = 📍 Districts
alerts-words = 🔎 Words
alerts-quiet = 🌙 Quiet hours
alerts-most = 🔢 Daily limit
alerts-turn-on = 🔔 Turn on
alerts-turn-off = 🔕 Turn off
alerts-back = ‹ Back to alerts
alerts-turned-off = Alerts are off, news will come with the digest. To turn them on again: /settings
