# The card of a project
project-code = 🔖 Code: <code>{ $code }</code>
project-candidate = 🌱 A candidate: so far only officials can see it.
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
project-capacity = ⚙️ Capacity: { $capacity }
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
project-why = Why: { $reason }
project-by = Recorded by: { $name }
project-story = 📰 { $title } · { $source } · { $date }
project-checked = ✅ Confirmed: { $date }
project-checked-by = ✅ Confirmed: { $date }, { $name }
project-stale = ⚠️ Not confirmed for a while: { $date } ({ $days ->
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
project-button-proposals = 📥 Awaiting a decision: { $count }
project-button-settle = 🌱 Decide on the candidate
project-button-internal = 🔐 Internal card
story-project = 🏗 Project: { $name }
project-button-card = ‹ To the project

# Pages behind the card
project-title-history = <b>History</b> · { $name }
project-title-stories = <b>News about the project</b> · { $name }
project-title-milestones = <b>Milestones</b> · { $name }
project-title-amounts = <b>Reported amounts</b> · { $name }
project-title-documents = <b>Documents and photos</b> · { $name }
history-none = No entries yet.
history-day = <b>{ $date }</b>
history-added = <b>{ $date }</b> · entered in the registry
history-entry = { $mark } { $field }: { $what }
history-undone = { $mark } ↩️ undone · { $field }: { $what }
history-confirmed = confirmed by { $name }
history-undo = ↩️ Undo: { $number }
stories-none = There is no news about this project yet.
stories-unlink = ✕ Not about it: { $number }
stories-doubt = Is the story “{ $title }” not about the project “{ $name }”? It will stay in the news but leave the project’s card.
stories-doubt-yes = ✕ Not about it: remove
milestone-met = ✅ { $what }
milestone-late = ⚠️ { $what } – overdue
milestone-to-come = ▫️ { $what }
amount-current = ✅ { $what } – on the card
amount-other = ▫️ { $what }
documents-none = There are no documents yet.
document-public = { $number }. { $sign } { $title } · { $date }
document-internal = { $number }. { $sign } { $title } · { $date } · internal
document-not-sent = This document can’t be sent right now. Please try again later.
map-none = The registry doesn’t give this project’s exact location.
map-about = approximate
qr-caption = { $name }
    Code: { $code }. Opens the project’s card in Telegram.
value-operator = operator

# Walking through the registry: /projects
menu-projects = Projects in the region
walk-none = There are no projects in the registry yet.
walk-how = How would you like to look?
walk-empty = There are no projects here.
walk-title = <b>{ $what }</b> · { $count ->
    [one] { $count } project
   *[other] { $count } projects
}
walk-at = <b>{ $what }</b>
walk-word-all = Projects in the region
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
walk-candidates = 🌱 Candidates: { $count }
walk-narrower = 🔎 Narrow down
walk-start = ⌂ To the start
walk-line = <b>{ $number }. { $name }</b>
    { $facts }
walk-suspended = { " " }· ⏸ suspended
walk-late = { " " }· ⏰ { $delay }

# Errors of the registry
error-no-project = There is no such project in the registry.
error-needs-own-project = This project is outside your scope: its curator or an official for its district can change it.
error-planned-date-stands = Construction has begun, so planned dates no longer change. Record the actual date instead.
error-wrong-code = A code may have only Latin letters, digits and hyphens, up to 40 characters.
error-code-taken = Another project has the code { $code }.
error-no-name = A project needs a name.
error-no-such-claim = There is no such amount among those recorded.
error-wrong-point = These coordinates are not possible.
error-wrong-jobs = The number of jobs must be a whole number, 0 or more.
error-wrong-percent = The percentage must be a whole number from 0 to 100.
error-finish-before-start = The finish date is before the start date.
error-no-reason = Please write why this has changed.
