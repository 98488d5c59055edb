announce-title =
    📣 <b>Announcements</b>

    Not sent yet:
announce-none =
    📣 <b>Announcements</b>

    No drafts.
announce-new = ✍️ New announcement
announce-back = ‹ Back to the draft
announce-ask = Send what is to be announced: text, photo, video, album, document, voice, poll or place. You can also forward a post.
announce-draft = 📣 <b>Draft no. { $number }</b>
announce-says-nothing = It says nothing yet.
announce-say = ✏️ Text
announce-audience = 👥 Audience
announce-send = 📤 Send
announce-delete = 🗑 Delete
announce-all = ‹ All drafts
announce-empty = No. { $number } · empty
announce-version = <b>{ $language }</b>: { $excerpt }
menu-announce = Announcements

error-announcement-gone = This announcement is gone.
error-announcement-changed = The announcement has changed since. Open it again.
error-announcement-empty = The announcement says nothing yet.
error-announcement-nobody = Nobody would get this announcement: choose whom it is for.
error-needs-announcing-write = Announcements are written by those who were given that right.
error-needs-announcing-send = Announcements are sent by those who were given that right.

act-announcement-delete = draft of an announcement deleted
