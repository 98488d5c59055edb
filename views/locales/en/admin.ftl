# What the admins are told without asking
notice-source-gone =
    ⚠️ A source is gone: <b>{ $title }</b>
    { $url }

    The site says that this feed no longer exists. I have stopped asking for it.
notice-source-stopped =
    ⚠️ A source does not answer: <b>{ $title }</b>
    { $url }

    The last error: { $detail }
    I will try it once a day and tell you when it is back.
notice-source-back =
    ✅ A source works again: <b>{ $title }</b>
    { $url }
notice-source-silent =
    🔇 A source has gone quiet: <b>{ $title }</b>
    { $url }

    The feed opens, but there has been nothing new in it for far longer than usual.
notice-open-source = Open the source

# /stats
stats-title = <b>Statistics</b>
stats-all = Subscribers: { $active } active, { $paused } paused, { $unreachable } out of reach. Not subscribed: { $visitor }.
stats-language = { $language }: { $active } active, { $paused } paused, { $unreachable } out of reach, { $visitor } not subscribed
stats-week = Last 7 days: { $new } new, { $lost } lost
stats-kinds = Of these, groups: { $groups }, channels: { $channels }
stats-day = <b>Delivery yesterday, { $date }</b>
stats-today = <b>Delivery today so far</b>
stats-deliveries = Delivered: { $sent }. Failed: { $failed }. Cancelled: { $cancelled }. Uncertain: { $uncertain }.

# /sources
sources-title = <b>Sources</b>: { $count }, { $active } working
sources-none = There are no sources yet. Add the first one with the button below or with /sources add ADDRESS
sources-add = ➕ Add
sources-back = ‹ All sources
sources-previous = ‹ Back
sources-next = Next ›
sources-check = 🔄 Check now
sources-pause = ⏸ Pause
sources-resume = ▶️ Resume
sources-remove = 🗑 Remove
sources-remove-yes = Yes, remove it
sources-remove-no = No, keep it
sources-state-active = working
sources-state-failing = the last attempt failed
sources-state-new = not polled yet
sources-state-paused = paused by an admin
sources-state-stopped = not answering
sources-kind-feed = feed
sources-kind-sitemap = sitemap
sources-kind-page = section page
sources-full-text-on = 📄 Full text: on
sources-full-text-off = 📄 Full text: off
sources-review-on = 👁 Publish: after review
sources-review-off = 👁 Publish: at once
source-card =
    <b>{ $title }</b>
    { $url }

    Kind: { $kind }
    State: { $state }
    Polled: every { $minutes } min
    Last checked: { $checked }
    Last answered: { $succeeded }
    Last new item: { $newest }
source-error = Error: { $error }
source-never = not yet
source-add-ask =
    <b>A new source</b>

    Send the address of a feed (RSS, Atom or JSON Feed), for example https://example.kz/rss
source-added = The source has been added ✅
source-in-doubt =
    ⚠️ The source has been added, but it could not be read: { $error }.
    { $url }

    Keep it? I will go on trying.
sources-keep = Keep it anyway
source-known = This source is here already.
source-checked = Checked ✅ Entries: { $count }
source-lacks-title = Without a title: { $count }
source-lacks-link = Without a link: { $count }
source-lacks-date = Without a date: { $count }
source-lacks-lead = Without a lead: { $count }
source-check-failed = The check failed: { $error }
source-remove-ask = Remove the source “{ $title }”? The news it has already given will stay.
source-removed = The source “{ $title }” has been removed.
error-source-gone = This source is no longer here.
error-source-url = This does not look like the address of a feed. It has to be a full address, for example https://example.kz/rss
error-source-interval = The interval must be between 1 minute and 7 days.
error-source-timezone = There is no such time zone.
error-source-selector = “{ $selector }” is not a CSS selector.
error-source-rule = A section page needs CSS selectors; a feed or a sitemap has none.
