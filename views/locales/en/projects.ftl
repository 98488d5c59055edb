# The card of a project
project-code = 🔖 Code: <code>{ $code }</code>
project-candidate = 🕶 A candidate: only officials see it so far.
project-progress = { $line } { $stage }
project-suspended = ⏸ Suspended: { $why }
project-lapsed = ⌛️ The memorandum has lapsed
project-built = 🧱 Built: { $percent }%
project-spent = 💳 Funds spent: { $percent }%
project-plan = 📅 Plan: { $dates }
project-fact = 🗓 Actual: { $dates }
project-starts = start { $date }
project-finishes = finish { $date }
project-delay = ⏰ { $delay }
project-next = 🎯 Next milestone: { $what }
project-next-late = ⚠️ Overdue milestone: { $what }
project-amount = 💰 Amount: { $amount }
project-printed = “{ $words }”
project-aside = { $what } ({ $aside })
project-other-claims = 🧾 Other reported amounts: { $count }
project-jobs = 👷 Jobs: { $jobs }
project-jobs-planned = { $count } planned
project-jobs-created = { $count } created
project-capacity = 🏭 Capacity: { $capacity }
project-memorandum = 📝 Memorandum: { $what }
project-investors = 🏢 Investor: { $names }
project-sectors = 🏷 Sector: { $names }
project-places = 📍 Where: { $names }
project-curator = 👤 Curator: { $name }
project-no-curator = 👤 Curator: not appointed
project-blocker = ⛔️ Blocker: { $what } ({ $date })
project-more-blockers = ⛔️ Other blockers: { $count }
project-notes = 🗒 Notes: { $notes }
project-last = 🕓 Last change: { $date }
project-became = • { $field }: { $what }
project-added = 🕓 Entered in the registry: { $date }
project-more-changes = • other changes: { $count }
project-why = Basis: { $reason }
project-by = Recorded by: { $name }
project-story = 📰 { $title } · { $source } · { $date }
project-checked = ✅ Checked: { $date }
project-checked-by = ✅ Checked: { $date }, { $name }
project-stale = ⚠️ Not checked for a while: { $date } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} ago)
project-more-lines = More: { $count }

# Buttons under the card
project-button-history = 📜 History
project-button-stories = 📰 News: { $count }
project-button-milestones = 🎯 Milestones: { $count }
project-button-documents = 📎 Documents: { $count }
project-button-amounts = 💰 All amounts: { $count }
project-button-map = 🗺 On the map
project-button-follow = 🔔 Follow
project-button-qr = 🔳 QR code
project-button-update = ✏️ Update
project-button-proposals = 📨 Awaiting a decision: { $count }
project-button-settle = 🕶 Settle the candidate
project-button-internal = 🔐 Internal card
story-project = 🏗 Project: { $name }
project-button-card = ‹ To the project

# Pages behind the card
project-title-history = <b>History</b> · { $name }
project-title-stories = <b>News of the project</b> · { $name }
project-title-milestones = <b>Milestones</b> · { $name }
project-title-amounts = <b>What was said of the amount</b> · { $name }
project-title-documents = <b>Documents and photos</b> · { $name }
history-none = Nothing has been recorded yet.
history-day = <b>{ $date }</b>
history-added = <b>{ $date }</b> · entered in the registry
history-entry = { $mark } { $field }: { $what }
history-undone = { $mark } ↩️ undone · { $field }: { $what }
history-confirmed = confirmed by { $name }
history-undo = ↩️ Undo { $number }
stories-none = There is no news of this project yet.
stories-unlink = ✕ Not about it: { $number }
stories-doubt = Is the story “{ $title }” not about the project “{ $name }”? It stays in the news, but not on the project’s card.
stories-doubt-yes = ✕ Not about it: take it off
milestone-met = ✅ { $what }
milestone-late = ⚠️ { $what } — overdue
milestone-to-come = ▫️ { $what }
amount-current = ✅ { $what } — on the card
amount-other = ▫️ { $what }
documents-none = There are no documents yet.
document-public = { $number }. { $sign } { $title } · { $date }
document-internal = { $number }. { $sign } { $title } · { $date } · internal
document-not-sent = This document cannot be sent just now. Please try again later.
map-none = The registry does not say where exactly this project is.
map-about = approximate
qr-caption = { $name }
    Code: { $code }. Opens the project’s card in Telegram.
value-operator = operator

# Walking through the registry: /projects
menu-projects = Projects of the region
walk-none = There are no projects in the registry yet.
walk-how = How would you like to go on?
walk-empty = There are no projects here.
walk-title = <b>{ $what }</b> · { $count ->
    [one] { $count } project
   *[other] { $count } projects
}
walk-at = <b>{ $what }</b>
walk-word-all = Projects of the region
walk-word-mine = My projects
walk-word-candidates = Candidates
walk-by-sector = 🏷 By sector
walk-by-district = 📍 By district
walk-by-stage = 🚦 By stage
walk-by-zone = 🏭 By zone
walk-by-country = 🌍 By country
walk-title-sector = Choose a sector.
walk-title-district = Choose a district or a city.
walk-title-stage = Choose a stage.
walk-title-zone = Choose a zone.
walk-title-country = Choose the investor’s country.
walk-sign = { $name } · { $count }
walk-all = 📋 Show all: { $count }
walk-mine = 👤 My projects: { $count }
walk-candidates = 🕶 Candidates: { $count }
walk-narrower = 🔎 Narrow down
walk-start = ⌂ To the start
walk-line = <b>{ $number }. { $name }</b>
    { $facts }
walk-suspended = { " " }· ⏸ suspended
walk-late = { " " }· ⏰ { $delay }

# Errors of the registry
error-no-project = There is no such project in the registry.
error-needs-own-project = This project is not in your charge: its curator or an official of its district can change it.
error-planned-date-stands = Building has begun, so planned dates stay as they were. Record the actual date beside them.
error-wrong-code = A code has Latin letters, digits and hyphens only, 40 characters at most.
error-code-taken = Another project has the code { $code }.
error-no-name = A project needs a name.
error-no-such-claim = No such amount has been recorded.
error-wrong-point = There are no such coordinates.
error-wrong-jobs = The number of jobs is a whole number, zero or more.
error-wrong-percent = A percentage is a whole number from 0 to 100.
error-finish-before-start = It would finish before it starts.
error-no-reason = Please say why this has changed.
