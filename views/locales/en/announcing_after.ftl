# Results of an announcement and what to do about them
result-title = 📊 <b>Results of announcement no. { $number }</b>
result-said = “{ $excerpt }”
result-state = State: { $state }
result-started = Begun: { $at }
result-finished = Finished: { $at }
result-withdrawn = Taken back: { $at }
result-sent = ✅ Delivered: <b>{ NUMBER($count) }</b> of { NUMBER($all) }
result-left = ⏳ Still going out: { NUMBER($count) }
result-failed = ❌ Not delivered: { NUMBER($count) }
result-uncertain = ❓ Not known whether it arrived: { NUMBER($count) }
result-cancelled = 🚫 Cancelled: { NUMBER($count) }
result-partly = ✂️ Arrived in part: { NUMBER($count) }
result-blocked-since = 🔇 Unreachable since they got it: { NUMBER($count) }
result-reason = {"  "}· { $why }: { NUMBER($count) }
result-languages = <b>By language</b>
result-language = { $name }: { NUMBER($count) } of { NUMBER($all) }
result-presses = <b>Pressed a button</b>
result-pressed = { $label }: { NUMBER($count) }
result-links = Telegram does not tell who followed a link.

result-why-refused = Telegram refused it: { $words }
result-why-stopped = sending was stopped
result-why-forgotten = their data was deleted at their request
result-why-late = its time was over
result-why-withdrawn = the announcement was taken back

result-refresh = 🔄 Refresh
result-file = 📄 XLSX table
result-again = ❓ Arrived or not, unknown: { NUMBER($count) }
result-resend = 📤 Send to those who did not get it
result-follow = 💬 Write to those who pressed
result-list = ‹ All announcements
result-back = ‹ Back to the results
result-making = Making the table…
result-made = ✅ The table is ready
result-not-made = The table could not be made. Please try again.
result-caption = Results of announcement no. { $number }. Recipients: { NUMBER($count) }
result-again-ask =
    Telegram did not say whether the announcement arrived. Recipients: <b>{ NUMBER($count) }</b>.

    Sent again, some may get it twice. Left as it is, some may never get it.
result-again-yes = 📤 Send again to { NUMBER($count) }
result-leave = Leave as it is
result-again-done = 📤 Being sent again. Recipients: { NUMBER($count) }
result-follow-ask = Whom do you want to write to? It will be a new draft for those who pressed the button.
result-pressed-button = { $label } · { NUMBER($count) }

announced-state-draft = draft
announced-state-awaiting = waiting for a second person
announced-state-scheduled = scheduled
announced-state-sending = being sent
announced-state-paused = paused
announced-state-sent = sent
announced-state-cancelled = cancelled
announced-state-withdrawn = taken back

error-results-failed = The table could not be made. Please try again.
error-nobody-in-doubt = Nobody is left in doubt: it is known of everyone by now.
error-not-over = The announcement is still being sent. Wait for the end or stop it first.
error-already-withdrawn = The announcement was taken back already.

act-announcement-again = Announcement sent again to those in doubt
act-announcement-resend = Draft for those who did not get an announcement
act-announcement-follow-up = Draft for those who pressed a button of an announcement

book-title = Results of announcement no. { $number }
book-sheet-summary = Summary
book-sheet-recipients = Recipients
book-sheet-presses = Presses
book-made = Made: { $at }
book-what = Figure
book-count = Count
book-all = Recipients in all
book-sent = Delivered
book-left = Still going out
book-failed = Not delivered
book-uncertain = Not known whether it arrived
book-cancelled = Cancelled
book-partly = Arrived in part
book-blocked-since = Unreachable since they got it
book-reasons = Why not delivered
book-why = Reason
book-by-language = By language
book-language = Language
book-delivered = Delivered
book-chat = Chat number
book-name = Group or channel
book-kind = Chat
book-kind-private = person
book-kind-group = group
book-kind-channel = channel
book-state = State
book-when = When
book-button = Button
book-people = People who pressed
book-leads = Leads to
book-not-told = no data: Telegram does not tell
book-forgotten = data deleted
book-state-waiting = waiting
book-state-under-way = being sent
book-state-sent = delivered
book-state-failed = not delivered
book-state-uncertain = not known whether it arrived
book-state-cancelled = cancelled
book-state-part = arrived in part

# Correcting or taking back for everyone
result-correct = ✏️ Correct
result-withdraw = 🗑 Take back
result-edit = ✏️ Corrected on { $at }: { NUMBER($count) }
result-edit-going = ✏️ Correction of { $at }. Corrected: { NUMBER($count) }, left: { NUMBER($left) }
result-edit-replaced = ✏️ Correction of { $at }, replaced by the next one. Corrected: { NUMBER($count) }
result-withdrawal = 🗑 Deleted: { NUMBER($count) }
result-withdrawal-going = 🗑 Being deleted. Deleted: { NUMBER($count) }, left: { NUMBER($left) }
result-amend-failed = Did not work: { NUMBER($count) }
result-amend-beyond = Out of reach by now: { NUMBER($count) }

correction-title = ✏️ <b>Correction of announcement no. { $of }</b>
correction-apply = ✅ Correct for everyone…
correct-ask = ✏️ <b>Correct announcement no. { $of } for everyone?</b>
correct-versions = Versions that change: { $versions }
correct-within = Will be corrected for: <b>{ NUMBER($count) }</b>
correct-waiting = Will get it corrected: { NUMBER($count) }
correct-under-way = Will be corrected once it has arrived: { NUMBER($count) }
correct-old = sent more than 30 days ago
correct-yes = ✏️ Correct for { NUMBER($count) }
correct-back = ‹ Back to the correction
correct-needs-another = The two-person rule is on: somebody else has to correct it. The correction waits in /announce.
correct-done = ✏️ Being corrected. You can refresh this screen.
withdraw-ask = 🗑 <b>Take back announcement no. { $number }?</b>
withdraw-within = Will be deleted for: <b>{ NUMBER($count) }</b>
withdraw-waiting = Have not got it and will not: { NUMBER($count) }
withdraw-under-way = Will be deleted once it has arrived: { NUMBER($count) }
withdraw-old = sent more than 48 hours ago, Telegram lets no bot delete it
withdraw-yes = 🗑 Take back and delete for { NUMBER($count) }
withdraw-done = 🗑 Being taken back. You can refresh this screen.
reach-beyond = Out of reach by now:
reach-gone = the bot is blocked, or the chat is gone
reach-doubt = not known whether it arrived

error-amend-nothing = The correction changes nothing: change a version or the buttons.
error-amend-versions = It was sent in other languages. A correction has to have the same versions.
error-amend-shape = The new version has another number of messages, and Telegram only edits those there are. Keep as many.
error-amend-kind = Telegram does not let such a message become that one. Text can become text; photos, videos and files one another; polls, places, voice messages, stickers and forwards do not change.

act-announcement-correct = Announcement corrected for everyone
act-announcement-withdraw = Announcement taken back
audit-field-draft = draft
audit-field-button = button
audit-field-kk = in Kazakh
audit-field-ru = in Russian
audit-field-en = in English
audit-field-zh = in Chinese
