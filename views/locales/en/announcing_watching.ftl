watch-sending = 📤 <b>Announcement no. { $number } is being sent</b>
watch-paused = ⏸ <b>Announcement no. { $number } is paused</b>
watch-sent = ✅ <b>Announcement no. { $number } is sent</b>
watch-sent-nobody = ⚠️ <b>Announcement no. { $number } reached nobody</b>
watch-cancelled = 🚫 <b>Sending announcement no. { $number } was cancelled</b>
watch-not-begun = 🕒 <b>Announcement no. { $number } is not being sent yet</b>
watch-stopped = ⚠️ <b>Announcement no. { $number } paused itself</b>

watch-bar = { $bar } { $percent }%
watch-sent-of = Delivered: <b>{ $sent }</b> of { $total }
watch-left = Left: { $left }
watch-asleep = Waiting for the morning or their own time: { $asleep } of them, the first get it { $at }
watch-failed = Not delivered: { $failed }
watch-reason = · { $reason }: { $chats }
watch-uncertain = Unknown whether it arrived: { $uncertain }
watch-not-sent = Not sent because it was cancelled: { $cancelled }
watch-speed = Speed: { $speed } a second
watch-time-left = Time left, about: { $time }
watch-moment = less than a minute
watch-minutes = { $minutes } min
watch-hours = { $hours } h { $minutes } min
watch-stuck = ⏳ Telegram is not taking messages now. Nobody is lost: they wait and will go by themselves.

failure-blocked = the bot is blocked
failure-deleted = the account is deleted
failure-gone = no such chat, or the bot is not in it
failure-no-rights = no right to write in the chat
failure-other = other

watch-why-refused = Telegram refuses this message again and again. Something in the message itself seems to be wrong. Telegram said:
watch-why-refused-version = Telegram refuses the version “{ $version }” again and again. Something in it seems to be wrong. Telegram said:
watch-why-nobody = It reaches nobody, one after another. Telegram said:
watch-why-many = It does not reach more than half of the latest recipients. Telegram mostly says:

watch-pause = ⏸ Pause
watch-resume = ▶️ Resume
watch-cancel = ✖️ Cancel
watch-cancel-ask =
    ✖️ <b>Cancel sending announcement no. { $number }?</b>

    Do not have it yet: { $left }. They will not get it. Those who have it keep it.
watch-cancel-yes = ✖️ Yes, cancel it
watch-cancel-no = ‹ No, go back
watch-results = 📊 Results
watch-open = Open
watch-all = ‹ Being sent
watch-here = Show it here
watch-moved = 📤 Announcement no. { $number } is now followed in the message below.

watch-list =
    📤 <b>Being sent</b>

    On their way, paused, or waiting for their time:
watch-list-empty =
    📤 <b>Being sent</b>

    Nothing is being sent now.
watch-list-more = And more: { $more }
watch-drafts = ‹ Drafts
watch-list-open = 📤 Being sent

watch-did-pause = Paused
watch-did-resume = Resumed
watch-did-cancel = Cancelled
watch-was-otherwise = Things have changed since; this is how it stands now

act-announcement-pause = Announcement paused
act-announcement-resume = Announcement resumed
act-announcement-cancel = Announcement cancelled
audit-field-said = Telegram said
audit-field-cancelled = do not get it
