# Instant alerts: a story comes at once, ahead of the digest
alert-why = You asked to be told at once: { $what }
alert-word = “{ $word }”
alert-story = Read more
alert-settings = ⚙️ Alerts
alert-off = 🔕 Turn off
