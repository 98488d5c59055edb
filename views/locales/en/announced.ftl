# /announcements: what was announced
menu-announcements = Announcements made so far
announced-title = 📢 <b>Announcements</b>
announced-line = <b>{ $place }.</b> { $date }. { $excerpt }
announced-none =
    📢 <b>Announcements</b>

    Nothing has been announced here yet.
announced-found = With the words “{ $words }”
announced-nothing = Nothing was found with the words “{ $words }”.
announced-search = Find by words: /announcements words
announced-newer = ‹ Newer
announced-older = Older ›
announced-everything = ✕ Without the search
announced-not-shown = It could not be shown: the message or its file is gone from Telegram.
announced-all = 📣 All announcements
announced-all-title = 📣 <b>All announcements</b>
announced-all-none =
    📣 <b>All announcements</b>

    Nothing here.
announced-all-line =
    <b>No. { $number }</b> · { $state } · { $date }
    { $excerpt }
    Delivered: { NUMBER($count) } of { NUMBER($all) }
announced-all-draft =
    <b>No. { $number }</b> · { $state } · { $date }
    { $excerpt }
announced-which-any = All
announced-which-draft = Drafts
announced-which-waiting = Waiting
announced-which-going = Going out
announced-which-sent = Sent
announced-which-cancelled = Cancelled
announced-which-withdrawn = Taken back
announced-mine = 📢 Announced to me
announced-drafts = ✍️ Drafts and new ones
