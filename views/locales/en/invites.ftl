# Roles
role-name-admin = admin
role-name-official = official
role-name-subscriber = subscriber

# /invite
invites-title =
    <b>Invitations</b>

    A link gives one person a role, once. Whom would you like to invite?
invites-open = Active links: { $count }
invites-none = There are no active links.
invite-official = ➕ Official
invite-admin = ➕ Admin
invite-line = No. { $number } · { $role } · until { $until }
invite-line-where = No. { $number } · { $role } · { $where } · until { $until }
invite-revoke = ✕ Revoke no. { $number }
invite-revoked = Invitation no. { $number } has been revoked ✅
invite-draft-official =
    <b>New invitation: official</b>

    Where: { $where }

    Mark the districts whose projects they look after, then choose how long the link works.
invite-draft-admin =
    <b>New invitation: admin</b>

    An admin can do everything: sources, news review, projects, people and roles.

    Choose how long the link works.
invite-days-1 = 🔗 For a day
invite-days-7 = 🔗 For a week
invite-days-30 = 🔗 For a month
invite-issued =
    <b>Invitation no. { $number }</b>

    Role: { $role }
    Where: { $where }
    Works until: { $until }

    { $link }

    Send the link to the person you are inviting: it works once. I can’t show it again, but you can replace it with a new one.
invite-share = ↗️ Share
invite-share-text = Invitation to Keruen
invite-again = 🔄 Make a new link
invite-back = ‹ All invitations

# The invited person
invite-offer-official =
    <b>You are invited to become an official of Keruen</b>

    Where: { $where }

    An official looks after projects: they see internal information and record changes. Your colleagues will see your Telegram name, and everything you change stays in the log.
invite-offer-admin =
    <b>You are invited to become an admin of Keruen</b>

    An admin looks after sources, news, projects and roles. Your colleagues will see your Telegram name, and everything you change stays in the log.
invite-accept = ✅ Accept
invite-decline = Not now
invite-declined = All right. You can open the link again as long as the invitation is valid.
invite-accepted-official =
    Welcome! You are now an official ✅

    Where: { $where }

    The new commands are already in the menu; more about them: /help
invite-accepted-admin =
    Welcome! You are now an admin ✅

    The new commands are already in the menu; more about them: /help

error-invite-unknown = There is no such invitation. Check that you copied the whole link, or ask for a new one.
error-invite-used = Someone else has already used this invitation. Ask for a new link.
error-invite-taken = You have already accepted this invitation.
error-invite-expired = This invitation has expired. Ask for a new link.
error-invite-revoked = This invitation has been revoked. Ask for a new link.
error-invite-has-role = You already have a role. An admin can change it: /people
error-invite-made = The link has been made and can’t be changed. Revoke it and make a new one: /invite
