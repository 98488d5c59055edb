# Whom an announcement is for, in one sentence
audience-all-both = All people and groups
audience-all-people = All people
audience-all-groups = All groups
audience-some-both = People and groups that
audience-some-people = People who
audience-some-groups = Groups that
audience-says = { $who }.
audience-says-which = { $who } { $which }.
audience-says-less = { $who }, except { $less }.
audience-says-both = { $who } { $which }, except { $less }.
audience-says-nobody = Nobody: both people and groups are left out.
audience-and = { $first } and { $last }
audience-or = { $first } or { $last }
audience-less-one = those who { $clause }
audience-less-and = { $first } and { $last }

audience-in-kk = Kazakh
audience-in-ru = Russian
audience-in-en = English
audience-in-zh = Chinese
audience-among-role-admin = admins
audience-among-role-official = officials
audience-among-role-subscriber = subscribers without a role
audience-less-role-admin = admins
audience-less-role-official = officials
audience-less-role-subscriber = subscribers without a role
audience-button = “{ $label }” (announcement no. { $number })
audience-button-gone = no. { $at } (announcement no. { $number })
audience-number = no. { $number }
audience-chats-gone = how many: { NUMBER($count) }
audience-project-hidden = no. { $number }

audience-among-languages = read in { $list }
audience-among-roles = are { $list }
audience-among-districts =
    { $count ->
        [1] read the news of one district ({ $list }) or of the whole region
       *[other] read the news of one of these districts ({ $list }) or of the whole region
    }
audience-among-sectors =
    { $count ->
        [1] read about one sector ({ $list }) or about all sectors
       *[other] read about one of these sectors ({ $list }) or about all sectors
    }
audience-among-projects =
    { $count ->
        [1] follow the project { $list }
       *[other] follow one of these projects ({ $list })
    }
audience-among-active =
    { $days ->
        [one] wrote to the bot or pressed a button in the last { $days } day
       *[other] wrote to the bot or pressed a button in the last { $days } days
    }
audience-among-chats = were picked by hand ({ $list })
audience-among-pressed = pressed the button { $list }
audience-among-missed = did not get announcement { $list }

audience-less-languages = read in { $list }
audience-less-roles = are { $list }
audience-less-districts =
    { $count ->
        [1] chose one district themselves ({ $list })
       *[other] chose one of these districts themselves ({ $list })
    }
audience-less-sectors =
    { $count ->
        [1] chose one sector themselves ({ $list })
       *[other] chose one of these sectors themselves ({ $list })
    }
audience-less-projects =
    { $count ->
        [1] follow the project { $list }
       *[other] follow one of these projects ({ $list })
    }
audience-less-active =
    { $days ->
        [one] wrote to the bot or pressed a button in the last { $days } day
       *[other] wrote to the bot or pressed a button in the last { $days } days
    }
audience-less-chats = were picked by hand ({ $list })
audience-less-pressed = pressed the button { $list }
audience-less-missed = did not get announcement { $list }

# The audience’s screen
audience-title = 👥 <b>Audience</b> · announcement no. { $number }
audience-get = Will get it: <b>{ NUMBER($count) }</b>
audience-get-groups = Will get it: <b>{ NUMBER($count) }</b>, groups among them: { NUMBER($groups) }
audience-language-count = { $language }: { NUMBER($count) }
audience-unreachable = Out of reach, won’t get it: { NUMBER($count) }
audience-paused = Paused, won’t get it: { NUMBER($count) }
audience-takes = Sending takes { $time } ({ NUMBER($rate) } a second)
audience-time-soon = less than a minute
audience-time-minutes = about { $minutes } min
audience-time-hours = about { $hours } h { $minutes } min
audience-nobody-gets = ⚠️ Nobody would get this announcement now: change the conditions.
audience-confirmed = The announcement is confirmed: whom it is for does not change any more.
audience-less-title = 🚫 <b>Left out</b> · announcement no. { $number }
audience-less-about = Who doesn’t get the announcement even if they fit otherwise.

audience-kind-sorts = 👤 People or groups
audience-kind-languages = 🗣 Language
audience-kind-roles = 🛡 Role
audience-kind-districts = 📍 District
audience-kind-sectors = 🏷 Sector
audience-kind-projects = 🏗 Project
audience-kind-active = 🕓 Activity
audience-kind-chats = ✋ By hand
audience-kind-pressed = Who pressed a button
audience-kind-missed = Who didn’t get an announcement
audience-kind-count = { $kind }: { NUMBER($count) }
audience-drop-kind = ✕ { $kind }
audience-leave-out = 🚫 Leave out…
audience-everyone = Everyone
audience-nobody-out = Leave nobody out
audience-saved = 📁 Saved
audience-save = 💾 Save
audience-to-draft = ‹ Back to the announcement
audience-back = ‹ Audience
audience-back-less = ‹ Left out

# Choosing of each kind
audience-ask-sorts = <b>People or groups</b>
audience-ask-languages =
    <b>Language</b>
    In which the chat uses the bot.
audience-ask-roles = <b>Role</b>
audience-ask-districts =
    <b>Districts and cities</b>
    Whoever reads the news of the whole region fits as well.
audience-ask-sectors =
    <b>Sectors</b>
    Whoever reads about all sectors fits as well.
audience-ask-projects =
    <b>Projects</b>
    Those who follow a project fit. Mark it here, or send its code or name; several with commas between them.
audience-ask-active =
    <b>Activity</b>
    When somebody in the chat last wrote to the bot or pressed a button.
audience-ask-chats =
    <b>By hand</b>
    Mark colleagues here, or send the numbers of chats and titles of groups, each on a new line. Those of them get the announcement who have subscribed or hold a role.
audience-ask-less-districts =
    <b>Districts and cities</b>
    Only those who chose a district themselves are left out. Whoever reads the news of the whole region gets the announcement.
audience-ask-less-sectors =
    <b>Sectors</b>
    Only those who chose a sector themselves are left out. Whoever reads about all sectors gets the announcement.
audience-sort-people = People
audience-sort-groups = Groups
audience-role-subscriber = no role
audience-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
audience-any-sorts = People and groups
audience-any-languages = Any language
audience-any-roles = Any role
audience-any-districts = Any district
audience-any-sectors = Any sector
audience-any-projects = Whatever they follow
audience-any-active = Doesn’t matter
audience-any-chats = Pick nobody by hand
audience-none-out = Leave nobody out
audience-chat-number = no. { $number }
audience-picked = Added: { NUMBER($count) } ✅
audience-unknown = Not found: { $list }
audience-offered = Several were found. Mark those you mean:

# Saved audiences
audience-saved-title = 📁 <b>Saved audiences</b>
audience-saved-none =
    📁 <b>Saved audiences</b>

    Nothing is saved yet.
audience-saved-line = <b>{ $name }</b>: { $says }
audience-saved-done = Saved: { $name } ✅
audience-name-ask = Under what name should it be saved? Send it as a message.
audience-drop-ask = Delete the saved audience <b>{ $name }</b>? Announcements it was used for don’t change.
audience-drop-yes = 🗑 Delete
audience-drop-no = No, keep it

error-audience-too-many = No more than { NUMBER($most) } chats can be picked by hand. Nobody was added.
error-audience-name-long = A name is not empty and no longer than { $most } characters.
error-audience-name-taken = That name is taken. Send another one.
error-audience-saved-full = There are { NUMBER($most) } saved audiences already. Delete one first.
error-audience-gone = This saved audience is gone.

audit-audience = audience no. { $number }
act-audience-save = Audience saved
act-audience-drop = Saved audience deleted
