# Getting to know each other
welcome =
    Hello! This is <b>Keruen</b>: investment news of { $region }.

    Once a day I send one message with what is new: a headline, a couple of lines, the source and a link for each story. Nothing comes twice, and when there is no news I stay quiet. Most of the news is in Russian and Kazakh.

    { $plan }
welcome-group =
    Hello! This is <b>Keruen</b>: investment news of { $region }.

    Once a day I can send this group one message with the news, each story with its source and a link. When there is no news, I stay quiet.

    { $plan }

    The group’s admins decide.
welcome-topics = If the group has topics, send /start in the one where the digest should go.
welcome-plan = Suggested settings: { $news }; { $days } at { $time }; { $zone }. You can change all of this at any time.
welcome-plan-own = Your choice: { $news }; { $days } at { $time }; { $zone }. You can change all of this at any time.
welcome-news-all = all news
welcome-news-some = news ({ $chosen })
welcome-yes = ✅ Subscribe
welcome-yes-group = ✅ Send it here
welcome-choose = ⚙️ Customise

subscribed =
    You are subscribed ✅

    Your first digest comes { $at }. You can also look at the news right now.
subscribed-group =
    You are subscribed ✅

    The first digest comes here { $at }.
button-latest = 📰 Latest news
button-settings = ⚙️ Settings
button-subscribe = ✅ Subscribe

home-active = Hello again! Your next digest comes { $at }.
home-active-group = Hello again! This group’s next digest comes { $at }.
home-paused = Hello! Your digest is paused.
home-paused-until = Hello! Your digest is paused; the next one comes { $at }.

# Groups
group-back = Hello again! Your settings are still here, and the next digest comes { $at }.
group-back-paused = Hello again! Your settings are still here. The digest is paused, to resume it: /resume
group-private-only = This is better done in a private chat with me.
group-open-private = 💬 Open the private chat

# Settings
settings =
    <b>Settings</b>

    Language: { $language }
    News: { $news }
    Time: { $time }
    Days: { $days }
    Order: { $grouped }
    Time zone: { $zone }
    When there is no news: { $quiet ->
        [yes] send nothing
       *[no] tell me so
    }

    { $state }
settings-active = The next digest comes { $at }.
settings-paused = The digest is paused.
settings-paused-until = The digest is paused until { $date }.
settings-unsubscribed = You have not subscribed yet.
settings-language = 🌐 Language
settings-filters = 📰 What to send
settings-time = 🕘 Time
settings-days = 📅 Days
settings-zone = 🌍 Time zone
settings-pause = ⏸ Pause
settings-resume = ▶️ Resume
settings-tell = 🔔 Tell me when there is no news
settings-hush = 🔕 Stay quiet when there is no news
settings-here = 📌 Send it to this topic
settings-data = 🔒 My data

language-ask = Which language shall we speak?
time-ask =
    <b>Time of the digest</b>

    Set to: { $time }. Choose one or type your own, for example 08:45.
time-ask-group =
    <b>Time of the digest</b>

    Set to: { $time }. Choose one or reply to this message with your own, for example 08:45.
time-wrong = That does not look like a time. Please type hours and minutes, for example 08:45 or 18:00.
zone-ask =
    <b>Time zone</b>

    Set to: { $zone }. Choose a city or type yours, for example Tashkent or Europe/Berlin.
zone-ask-group =
    <b>Time zone</b>

    Set to: { $zone }. Choose a city or reply to this message with yours, for example Tashkent or Europe/Berlin.
zone-wrong = I do not know this city. Please type the nearest large one, for example Tashkent, or the name of the zone: Asia/Tashkent.
days-ask =
    <b>Days of the week</b>

    Set to: { $days }. News from other days is kept for the next digest.
days-all = Every day
days-work = On weekdays
days-weekly = Once a week, on Mondays
days-one-left = At least one day is needed. To receive nothing, pause the digest.

# Pause
pause-ask =
    <b>Pause</b>

    How long should the digest be paused? Instant alerts pause with it. Your settings are kept.
pause-open = Until I resume it
pause-week = For a week
pause-month = For a month
paused = The digest is paused. Resume it at any time: /resume
paused-until = The digest is paused until { $date }. To resume it earlier: /resume
resumed = The digest is back: the next one comes { $at }.
not-subscribed = You have not subscribed yet. To begin: /start
invitation = This is <b>Keruen</b>: investment news of { $region }, one message a day, with sources. Would you like to subscribe?
saved-time = Done, the digest will come at { $time }.
saved-zone = Done, your time zone is { $zone }.
saved-zone-city = Done. { $city } has the same time as { $zone }.

# Help
help =
    <b>What I can do</b>

    Once a day I send a digest of the investment news of { $region }, at the time and in the languages you chose.

    /digest – your digest right now
    /news – the latest news
    /search – search, or just write what you are looking for
    /projects – the region’s investment projects, /status – where a project stands
    /following – what you follow
    /settings – what to send, when and in which language
    /pause – pause it, /resume – resume it
    /language – change your language
    /privacy – what I keep about you, and how to download or delete it

    A number below the news opens a story in full: amounts, sources, related stories.

    You can add me to a group: the digest will come there.
help-group =
    <b>What I can do in a group</b>

    Once a day I send a digest of the investment news of { $region } here, at the time and in the languages the group’s admins chose.

    /digest – the digest right now
    /news – the latest news
    /projects – the region’s investment projects, /status – where a project stands
    /settings – language, time, days and everything else
    /pause – pause it, /resume – resume it
    /language – change the language
help-official =
    For officials:
    /overview – overview of projects, /overdue – what is overdue
    /update – record a change in a project
    /report – a report: an XLSX table or a PDF briefing
help-admin =
    For admins:
    /review – checking the news
    /sources – sources
    /stats – subscribers and delivery
    /people – people and roles, /invite – invitations
    /audit – the log of changes
hint = I do not understand messages like this yet, but I will gladly show you the news: /news. Everything I can do: /help

# Personal data
privacy =
    <b>Your data</b>

    I keep this chat’s ID, your settings, the dates of your subscription, which projects you follow, which digests, alerts and announcements you have had, which buttons under announcements you pressed, what you searched for and the day you last wrote to me. I keep no names, phone numbers or messages, and I share nothing with anyone.

    You can download all of it as one file, or delete it for good.
privacy-office = You have a role, so colleagues see your Telegram name. I forget it when the role ends; what you did stays in the log under a number.
privacy-export = 📄 Download my data
privacy-delete = 🗑 Delete my data
export-caption = Everything I keep about you.
export-nothing = Nothing is kept about you.
export-failed = The file could not be sent just now. Please try again in a minute.
delete-ask =
    <b>Delete everything I keep about you?</b>

    Your settings, your subscription, what you follow and the list of digests and alerts you have had will be deleted, and nothing more will come. This cannot be undone.
delete-no = Keep everything
delete-yes = 🗑 Delete it all
delete-kept = Fine, everything stays as it was.
deleted =
    Done. Deleted: your settings, your subscription, the list of digests you have had ({ $digests }) and everything that was waiting to be sent. Our sending log no longer holds your chat’s ID.

    Backups hold this data until they are replaced. If you would like to come back: /start
deleted-role = Your role ({ $role ->
    [admin] admin
   *[official] official
}) has ended. The record of what you did in it stays in the log: under the role and a number, without a name.
deleted-role-stays = You are an admin by the server’s settings, which only its operator can change. What you did stays in the log: under the role and a number, without a name.
deleted-nothing = Nothing is kept about you anyway.

# Command menu and description
menu-digest = Your digest right now
menu-news = Latest news
menu-search = Search the news
menu-settings = Settings
menu-pause = Pause the digest
menu-resume = Resume the digest
menu-language = Language
menu-help = What the bot can do
menu-privacy = My data
menu-status = Where a project stands
menu-following = What you follow
menu-overview = Overview of projects
menu-overdue = What is overdue
menu-update = Record a change
menu-report = Report
menu-invite = Invitations
menu-people = People and roles
menu-audit = Log of changes
menu-sources = News sources
menu-stats = Subscribers and delivery
bot-description =
    Investment news of { $region } in one message a day: with sources and links, nothing twice.

    Choose your language, time and days. Groups can subscribe too.

    Press Start.
bot-about = Investment news of { $region }: one message a day, with sources, nothing twice.
