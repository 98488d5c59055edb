# Confirming
send-title = 📤 <b>Send announcement no. { $number }?</b>
send-is-awaiting = 👀 <b>Announcement no. { $number } waits for a second person</b>
send-is-begun = 📤 Announcement no. { $number } is on its way already.
send-is-scheduled = 🗓 <b>Announcement no. { $number } will be sent</b>
send-channels = Channels: { $channels }
send-channel-at = { $name } ({ $at })
send-when-now = When: at once
send-when-at = When: <b>{ $at }</b>, { $zone }
send-when-every = When: <b>{ $every }</b>, { $zone }. Next time: { $next }
send-every-week = every week, { $day }, { $at }
send-every-month = every month, on day { $day }, at { $at }
send-moment = { $weekday } { $day }, { $at }
send-quiet-on = Quiet hours: nothing arrives from 22:00 to 08:00 by the recipient’s clock
send-quiet-night = Quiet hours: it will be night for { $count } of them, they get it at 08:00 in the morning
send-quiet-off = No quiet hours: it arrives at night too
send-is-urgent = Urgent: ahead of everything else
send-warning = ⚠️ { $what }
send-warns-unread = Nobody gets this version: { $languages }.
send-warns-fallback = Without a version in their own language: { $count }. They get: { $language }.
send-warns-channel = Nothing can be posted here now: { $channels }.
send-warns-pin = No right to pin here: { $channels }.
send-warns-second = A second person will confirm the sending.

announce-go = 📤 Send: { $count }
send-go-later = 🗓 Schedule: { $count }
send-go-every = 🔁 Repeat: { $count }
send-go-second = 👀 Ask for agreement: { $count }
send-ask = 🙋 Ask to send it
send-when-button = 🕘 When
send-channels-button = 📢 Channels: { $count }
send-quiet-is-on = 🌙 Quiet hours: yes
send-quiet-is-off = 🌙 Quiet hours: no
send-urgent-is-on = ⚡️ Urgent: yes
send-urgent-is-off = ⚡️ Urgent: no
send-agree = ✅ Agree: { $count }
send-return = ↩️ Return
send-stop = ✏️ Do not send
send-stop-series = ⏹ Stop repeating
send-back = ‹ Back
send-look = 👀 Look
send-stopped = It will not be sent; the draft is kept.
send-asked = Your request to send it has been passed on.
send-asked-nobody = The request was passed on already, or there is nobody to pass it to: those who send cannot be written to now.
send-given-back = A draft again: whoever confirmed the sending has lost the right to.

# When
send-when-ask =
    <b>When should announcement no. { $number } be sent?</b>

    { $now }

    Press, or type a day and a time: “tomorrow 10:00”, “25.12 9:30”, “in 2 hours”. Time zone: { $zone }
send-now = At once
send-each-week = 🔁 Every week
send-each-month = 🔁 Every month
send-day-ask-week = On which day of the week?
send-day-ask-month = On which day of the month? In a shorter month it is the last day.
send-time-ask = At what time? Press, or type it, for example 08:45. Time zone: { $zone }
send-no-moment = This does not look like a day and a time. Type, for example, “tomorrow 10:00” or “25.12 9:30”.
send-moved = The clock changes on that day and skips this time. The first moment after it: { $at }.

# Channels
send-channels-ask = <b>In which channels should it be posted?</b> The version is that of the channel’s language.
send-own-time = 🕘 with the rest
send-own-ask = When should it be posted in { $name }? Press, or type a day and a time: “tomorrow 10:00”. Time zone: { $zone }
send-with-rest = With the rest
send-pins-is-on = 📌 Pin: yes
send-pins-is-off = 📌 Pin: no

# What is told without being asked
send-second-asked = 👀 Announcement no. { $number } waits for you to agree: { $excerpt }
send-ready = 🙋 You are asked to send announcement no. { $number }: { $excerpt }
send-agreed = ✅ Announcement no. { $number } was agreed to: { $excerpt }
send-returned =
    ↩️ Announcement no. { $number } was returned: { $excerpt }

    <i>{ $word }</i>
send-lapsed =
    ⚠️ Announcement no. { $number } was not sent and is a draft again: { $excerpt }

    Whoever let it go has lost the right to send: { $who }
send-nobody = ⚠️ The time of announcement no. { $number } has come, but it has no recipients. It is a draft again: { $excerpt }
send-nobody-series = ⚠️ Announcement no. { $number } was left out this time, it has no recipients: { $excerpt }
send-began = 📤 Announcement no. { $number } is being sent, recipients: { $count }. { $excerpt }
send-began-late = It began after its time, the bot was not running. Late by: { $hours ->
    [0] { $minutes } min.
   *[other] { $hours } h { $minutes } min.
}
watch-why-broken = What the announcement says cannot be read. The error:
send-return-ask = What is wrong with announcement no. { $number }? Type it: its author and whoever confirmed the sending will read this.

# The right to announce
announcing-now-nothing = You can no longer work with announcements.
announcing-now-write = You can now write announcements. Someone entrusted with it sends them. Open: /announce
announcing-now-send = You can now write and send announcements. Open: /announce
announcing-open = 📣 Announcements

error-announcement-past = That time has passed: choose another.
error-announcement-far = That is more than a year away: check the year.
error-announcement-no-second = A second person has to confirm the sending, other than the author and you, and nobody else may send. The right to announce is given in /people.
error-announcement-own = You cannot agree to your own announcement: another person does.

audit-field-starts-at = when
audit-field-every = repeated
audit-field-day = day
audit-field-clock = time
audit-every-week = every week
audit-every-month = every month
audit-field-recipients = recipients
audit-field-user = number of the person

act-announcement-send = Announcement sent
act-announcement-schedule = Announcement scheduled
act-announcement-reschedule = Time of an announcement changed
act-announcement-unschedule = Announcement taken from sending
act-announcement-ask = Announcement put to a second person
act-announcement-approve = Announcement agreed to
act-announcement-return = Announcement returned
act-announcement-lapse = Announcement held back: the right to send was lost
