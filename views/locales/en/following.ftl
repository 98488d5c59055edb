# Following projects: /follow and /following
following-button = 🔔 What you follow
follow-title = <b>What you follow</b>
follow-nothing = Nothing yet. Follow a project, a district, a sector or a country, and any change there will come first in your digest, or at once.
follow-private = <i>This list is visible only in this chat.</i>
follow-more = ➕ Follow more
follow-first = ➕ Follow something
follow-choose = <b>What would you like to follow?</b>
follow-about = I’ll tell you about every change: what it was, what it is now, why, and how we know. Changes come first in your digest, or at once if you ask.
follow-choose-back = ‹ Another choice
follow-back = ‹ To the project
follow-found = Which of these did you mean?
follow-not-found = No such project, district or sector was found. Try other words or choose from the list.
follow-none-there = There is nothing to choose from here yet.
follow-gone = this project is no longer in the registry

follow-kind-project = 🏗
follow-kind-district = 📍
follow-kind-sector = 🏷
follow-kind-country = 🌍
follow-kind-curator = 👤
follow-all-district = 📍 District or city
follow-all-sector = 🏷 Sector
follow-all-country = 🌍 Investor’s country
follow-all-curator = 👤 Curator
follow-ask-district =
    <b>Districts and cities</b>
    Press one to follow all its projects, and again to stop.
follow-ask-sector =
    <b>Sectors</b>
    Press one to follow all its projects, and again to stop.
follow-ask-country =
    <b>Investors’ countries</b>
    Press one to follow all projects it takes part in, and again to stop.
follow-ask-curator =
    <b>Curators</b>
    Press one to follow all their projects, and again to stop.

follow-is-digest = with the digest
follow-is-now = at once
follow-to-digest = 🗞 With the digest
follow-to-now = ⚡ At once
follow-to-stop = ✕ Stop following
follow-said-digest = ✅ Changes will come first in your digest.
follow-said-now = ✅ Changes will come at once, except in quiet hours. Quiet hours and the daily limit are the same as for alerts.
follow-said-stop = You no longer follow this.
follow-toast-digest = Changes will come with the digest.
follow-toast-now = Changes will come at once.
follow-toast-stop = You no longer follow this.

error-follow-subscribe = To hear about changes, please subscribe first: /start
error-follow-many = You already follow { $most }, and that is the limit. Remove some: /following
