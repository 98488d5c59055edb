# The digest: the regular message with news
digest-title =
    <b>Investment news of { $region }</b>
    { $date }
digest-count = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
digest-more = { $count } more ›
digest-back = ‹ Back
digest-settings = ⚙️ Settings
digest-pause = ⏸ Pause
digest-share = ↗️ Share
digest-share-text = Investment news of { $region }
digest-own = Get your own digest
digest-nothing-new = No news today: nothing has come out since your last digest.
digest-nothing-yet = There was no news for you today.
digest-gone = This digest is no longer here.

story-sources = { $source } and { $more } more

# Answers to /digest
asked-nothing = Nothing new for you yet.
asked-next = The next digest comes { $at }.
asked-paused = Your digest is paused. To resume it: /resume
asked-paused-until = Your digest is paused until { $date }. To resume it earlier: /resume
asked-unsubscribed = To get the digest regularly, subscribe: /start
asked-under-way = Your digest is on its way. If it is not here in a couple of minutes, send /digest again.

# The list of /news
news-title = <b>Latest news</b>
news-none = No news yet. Please check back later.
news-none-chosen = There is no news that fits your choice yet.
news-newer = ‹ Newer
news-older = Older ›
