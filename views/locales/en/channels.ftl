# Posts of a channel
post-subscribe = 🤖 Subscribe in the bot
post-discuss = 💬 Discussion
post-project-changed = 🏗 <b>Project changes</b>

# Channels: the list
channels-title = <b>📢 Channels</b>
channels-none = There are no channels: they are named in the bot's settings, KERUEN_CHANNEL_ID.
channels-line = <b>{ $title }</b>: { $chosen }
channels-line-lost = <b>{ $title }</b>: ⛔ the bot cannot post
channels-open = 📢 Channels
channels-announce = ‹ Announcements
channel-short-stories = news
channel-short-projects = project changes
channel-short-digest = digest
channel-short-nothing = nothing is posted

# One channel
channel-title = <b>📢 { $title }</b> · { $language }
channel-may-post = ✅ The bot can post and pin.
channel-may-post-not-pin = ✅ The bot can post but not pin: for that it needs the right to edit others' messages.
channel-may-not-post = ⛔ The bot cannot post. Noticed { $at }. Reason: { $why }.
channel-line-stories = 📰 News: { $when }
channel-line-projects = 🏗 Project changes: { $when }
channel-line-digest = 🗞 Digest: { $when }
channel-line-quiet = 🌙 Quiet hours: { $hours }
channel-line-zone = 🌍 Time zone: { $zone }
channel-line-choices = 🎯 What is posted: { $choices }
channel-line-discussion = 💬 Discussion: { $name }
channel-says-off = off
channel-says-once = at once, at most { $count } an hour
channel-says-hours = at { $hours }, at most { $count } each time
channel-says-digest = at { $time }, as one post
channel-says-digest-pinned = at { $time }, as one post, pinned
channel-last = Last post: { $at }
channel-no-last = No posts yet.
channel-next = Next posts: { $at }
channel-next-at-once = Next post: as soon as there is something new
channel-next-digest = Next digest: { $at }
channel-waiting = Waiting: news { $stories }, projects { $projects }
channel-not-posted = { $count ->
    [one] { $count } post did not go out this week: { $why }
   *[other] { $count } posts did not go out this week: { $why }
}
channel-open-stories = 📰 News
channel-open-projects = 🏗 Projects
channel-open-digest = 🗞 Digest
channel-open-pace = 🔢 Hours and number
channel-open-quiet = 🌙 Quiet hours
channel-open-zone = 🌍 Time zone
channel-open-districts = 📍 Districts
channel-open-sectors = 🏷 Sectors
channel-open-languages = 🌐 Languages
channel-open-samples = 👁 Samples
channel-open-check = 🔄 Check rights
channel-back-all = ‹ All channels
channel-back-one = ‹ The channel
channel-open = Open the channel

# What is chosen
channel-when-off = Do not post
channel-when-once = As soon as they come
channel-when-hours = At set hours
channel-ask-stories =
    <b>When should news be posted?</b>

    Each story is a post of its own, the most relevant and freshest first, at most { $count } an hour. What comes after it is turned on is posted. What found no room within a day is left to the digest. A story told by the digest is not posted by itself, and the other way round.
channel-ask-projects =
    <b>When should project changes be posted?</b>

    One post for each project, with everything that changed in it and that everyone may see, at most { $count } an hour. What changes after it is turned on is posted.
channel-ask-pace =
    <b>How many posts, and at which hours?</b>

    Top row: how many stories and how many projects an hour, at most. Now { $count }.

    The hours are for what is posted at set hours. Now: { $hours }
channel-ask-quiet =
    <b>When should nothing be posted?</b>

    What gathers in these hours is posted after them, little by little. The digest keeps its own time.
channel-ask-digest =
    <b>The channel's digest</b>

    One post a day: what has not been posted by itself. If there is nothing new, nothing is posted.
channel-may-not-pin = ⚠️ Pinning will not work now: the bot needs the right to edit others' messages in the channel.
channel-digest-on = Turn the digest on
channel-digest-off = Turn the digest off
channel-pin = 📌 Pin the digest
channel-unpin = Do not pin the digest
channel-ask-zone =
    <b>By which time does the channel live?</b>

    Now: { $zone }
channel-ask-districts =
    <b>Which districts and cities should be posted about?</b>

    Chosen: { $chosen }
channel-ask-sectors =
    <b>Which sectors should be posted about?</b>

    Chosen: { $chosen }
channel-ask-languages =
    <b>News in which languages should be posted?</b>

    Chosen: { $chosen }
channel-ask-sample =
    <b>What does a post look like?</b>

    The sample comes here; nobody sees it in the channel.
channel-sample-story = 📰 A story
channel-sample-project = 🏗 Project changes
channel-sample-digest = 🗞 The digest
channel-no-sample-story = There is no suitable story yet.
channel-no-sample-project = There are no changes yet that everyone may see.
channel-no-sample-digest = There is nothing new for a digest yet.
channel-one-hour-left = The last hour cannot be taken away: posting is turned off on the screens "News" and "Projects".
channel-not-asked = Telegram did not answer. Please try again in a minute.
channel-checked = 🔄 The rights were checked.
channel-saved = ✅ Saved.
error-channel-gone = This channel is no longer in the bot's settings.

# What admins are told
channel-lost =
    ⛔ The bot can no longer post in the channel “{ $title }”: { $why }.

    Please give it back the right to post. What did not go out and what waits stands on the channel's screen.
channel-back =
    ✅ The bot can post in the channel “{ $title }” again.

    What is still fresh will be posted, at most { $count } an hour.
channel-why-out = the bot was removed from the channel
channel-why-rights = the bot has no right to post
channel-why-none = the channel was not found
channel-why-overdue = the news grew old before it could be sent
channel-why-uncertain = Telegram did not say whether it arrived
channel-why-unknown = the reason is not known

# The log
act-channel-set = A channel's posts were changed
audit-channel = channel { $name }
audit-field-stories = news
audit-field-hours = hours
audit-field-most = posts an hour
audit-field-quiet = quiet hours
audit-field-digest = digest
audit-field-digest-at = time of the digest
audit-field-pins = pinning
audit-field-timezone = time zone
audit-field-languages = languages of the news
audit-field-sectors = sectors
