# /people
people-title = <b>People and roles</b> · admins: { $admins }, officials: { $officials }
people-line = { $name } · { $role }
people-line-where = { $name } · { $role } · { $where }
people-number = no. { $number }
people-settings = from settings
people-previous = ‹ Back
people-next = Next ›
people-invite = ➕ Invite
people-back = ‹ All people
people-two-person = A second person confirms changes to projects. For officials: { $officials }, for admins: { $admins }.
people-two-announcements = A second person confirms the sending of announcements: { $state }.
people-is-on = on
people-is-off = off
people-two-official-on = 👥 Turn on for officials
people-two-official-off = 👥 Turn off for officials
people-two-admin-on = 👥 Turn on for admins
people-two-admin-off = 👥 Turn off for admins
people-two-announcements-on = 👥 Turn on for announcements
people-two-announcements-off = 👥 Turn off for announcements
person-card =
    <b>{ $name }</b>
    Number: { $number }

    Role: { $role }
person-where = Districts: { $where }
person-projects = Projects: { $projects }
person-everywhere = Where: the whole region
person-announcing = Announcements: { $what }
person-since = Role given: { $date }. Given by: { $by }
person-by-server = the server
person-settings = This role comes from the server’s settings; only its operator can change it.
person-make-admin = ⬆️ Make admin
person-make-official = ⬇️ Make official
person-districts = 📍 Districts
person-projects-button = 🏗 Projects
person-announcing-button = 📣 Announcements
person-announcing-nothing = nothing
person-announcing-write = writes
person-announcing-send = writes and sends
person-announcing-ask =
    <b>{ $name }</b>

    What may they do with announcements? Whoever writes prepares drafts; whoever sends confirms the sending as well.
person-end = ✕ End the role
person-back = ‹ { $name }
person-admin-ask = Make an admin of <b>{ $name }</b>? An admin can do everything, people and roles included.
person-official-ask = Make an official of <b>{ $name }</b>? Sources, news review, people and roles will no longer be available. Where: { $where }
person-end-ask = End the role of <b>{ $name }</b>? Everything done in it stays in the log under a number.
person-yes = Yes
person-no = No, keep it
person-changed = Role changed: { $name } ✅
person-ended = Role ended: { $name } ✅
person-districts-ask =
    <b>{ $name }</b>

    Where: { $where }

    Mark the districts whose projects this official looks after.
person-projects-ask =
    <b>{ $name }</b>

    Projects: { $projects }

    Send a project’s code, such as TUR-001, or several with spaces between them. Press a project to take it off.
person-projects-none = none chosen
person-codes-unknown = There are no such projects: { $codes }

error-office-gone = This role no longer exists.
error-office-settings = This role comes from the server’s settings and can’t be changed here.
error-office-last-admin = This is the last admin. Invite another one first: /invite
error-office-scope-empty = At least one district or project is needed. For the whole region, press “The whole region”.
