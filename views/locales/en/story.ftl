# A story in full
story-gone = This story is no longer here.
story-amount = 💰 Amount: { $values }
story-stage = 🏗 Stage: { $values }
story-countries = 🌍 Partner countries: { $values }
story-jobs = 👷 Jobs: { $values }
story-capacity = 📐 Scale: { $values }
story-companies = 🏢 Involved: { $values }
story-places = 📍 Where: { $values }
story-sectors = 🏷 Sectors: { $values }
story-told = <b>{ $count ->
    [one] { $count } source
   *[other] { $count } sources
}</b>
story-told-one = • { $date } · { $source }
story-told-withdrawn = • { $date } · { $source } (taken down)
story-related = <b>Read also</b>
story-related-one = { $number }. { $title } · { $date }

# Stages
stage-planned = planned
stage-memorandum = memorandum
stage-preparation = preparation
stage-construction = under construction
stage-commissioning = commissioning
stage-launched = launched
stage-stopped = stopped
stage-closing = closing
stage-closed = closed

# Units of capacity
unit-ha = { $number } ha
unit-MW = { $number } MW
unit-GW = { $number } GW
unit-m2 = { $number } m²
unit-m3 = { $number } m³
unit-t = { $number } t
unit-l = { $number } l
unit-m = { $number } m
unit-head = { $count ->
   *[other] { $number } head
}
unit-units = { $count ->
    [one] { $number } piece
   *[other] { $number } pieces
}
unit-places = { $count ->
    [one] { $number } place
   *[other] { $number } places
}
per-year = { $measured } a year
per-day = { $measured } a day

# Corrections
story-withdrawn = 🚫 The source has taken this report down.
story-corrected = ✏️ Corrected: { $changes }
story-retitled = ✏️ The source has changed the headline.
story-not-said = not given

# Under a story
story-more = 👍 More like this
story-less = 👎 Less like this
story-mute = 🔕 Mute: { $source }
story-hear = 🔔 Bring back: { $source }
story-why = ❔ Why am I getting this
story-said-more = Stories like this will stand higher in the digest.
story-said-less = Stories like this will stand lower in the digest.
story-said-mute = What only this source reports will not come any more.
story-said-hear = This source’s news will come again.

# Why am I getting this
why-found = This is news about investment in the region.
why-found-by = This is news about investment in the region, going by the words { $words }.
why-all-wanted = You have left nothing out, so you get all such news.
why-chosen = It matches what you chose: { $what }.
why-not-wanted = It does not match your filters: such stories stay out of your digest.
why-muted = You have muted its source, so it stays out of your digest.
why-higher = It stands higher because you asked for more like it: { $what }.
why-lower = It stands lower because you asked for less like it: { $what }.
why-amount = an amount is named
why-filters = 📰 What to send
