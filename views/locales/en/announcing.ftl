announce-title =
    📣 <b>Announcements</b>

    { $count ->
        [one] { NUMBER($count) } not sent yet:
       *[other] { NUMBER($count) } not sent yet:
    }
announce-none =
    📣 <b>Announcements</b>

    No drafts.
announce-new = ✍️ New announcement
announce-newer = ‹ Newer
announce-older = Older ›
announce-archive = 🗂 All announcements
announce-back = ‹ Back to the draft
announce-all = ‹ Back to the drafts
announce-ask =
    Send what is to be announced. Language: <b>{ $language }</b>

    Text, photo, video, album, document, voice, poll or place: all will do. You can also forward a post.
announce-album-comes = 🖼 An album: the other files are added as they come.
announce-instead = ⚠️ Draft no. { $number } changed while you were writing. It is left as it is; what you sent is here, in the new draft no. { $this }.
announce-too-many = ⚠️ The album has 10 files, and Telegram takes no more. The rest was left out. To use other files, replace the version.
announce-too-much = ⚠️ Only the first message was taken: an announcement is one message or one album. If it was a long text, Telegram has split it: a message holds 4,096 characters. Shorten it and replace the version.
announce-draft = 📣 <b>Draft no. { $number }</b>
announce-is-awaiting = 👀 <b>Announcement no. { $number } awaits approval</b>
announce-is-scheduled = 🗓 <b>Announcement no. { $number } is going to be sent</b>
announce-is-sending = 📤 <b>Announcement no. { $number } is being sent</b>
announce-is-paused = ⏸ <b>Announcement no. { $number } is paused</b>
announce-is-sent = ✅ <b>Announcement no. { $number } was sent</b>
announce-is-cancelled = 🚫 <b>Announcement no. { $number } was cancelled</b>
announce-way-send = 🗓 Sending
announce-way-watch = 📈 Progress
announce-way-result = 📊 Results
announce-says-nothing = Nothing here yet. Choose a language and send a text, a photo or something else.
announce-version = <b>{ $language }</b> — { $excerpt }
announce-album = Album
announce-readers = {" "}· 👥 { NUMBER($count) }
announce-others = Everyone else gets: { $language }
announce-fallback = ⭐️ Everyone else: { $language }
announce-fallback-ask = ⭐️ There are no versions in: { $languages }. Which version do those who read these languages get?
announce-edit-here = ✏️ For a small correction, edit your own message in this chat: the draft follows.
announce-edited = ✏️ Draft no. { $number } was corrected too.
announce-edited-late = ⚠️ Announcement no. { $number } is confirmed already: editing the message does not change it. To correct it, take it off sending.
announce-open = Open
announce-empty = No. { $number } · empty
announce-number = No. { $number }
announce-audience = 👥 Audience
announce-buttons = 🔘 Buttons
announce-buttons-some = 🔘 Buttons: { NUMBER($count) }
announce-look = 👁 Preview
announce-looked = 👆 This is how it will look. Version: { $language }
announce-look-failed = ⚠️ It could not be shown. Version: { $language }. Try once more; if it fails again, Telegram does not accept it: replace the version or the links of its buttons.
announce-test = 🧪 Try out
announce-send = 📤 Send
announce-copy = 📄 Copy
announce-delete = 🗑 Delete
announce-delete-ask =
    🗑 Delete draft no. { $number }?

    { $excerpt }
announce-delete-yes = 🗑 Yes, delete
announce-keep = Keep it
announce-deleted = 🗑 Draft no. { $number } is deleted.
announce-copied = 📄 This is a copy: no. { $number } stays as it is.
announce-say-anew = ✏️ Replace
announce-drop = ✕ Remove
announce-drop-ask =
    Remove this version?

    <b>{ $language }</b> — { $excerpt }
announce-drop-yes = ✕ Yes, remove
announce-not-editable = ⚠️ Cannot be edited once sent, only taken back: { $kinds }.
announce-unread = ⚠️ Nobody gets this version: { $languages }. None of the recipients reads that language.
announce-keep-source = ⚠️ It is forwarded from this chat: do not delete the message here until the announcement is sent.
announce-same-poll = ℹ️ This is the poll of announcement no. { $number }: votes count together. To begin a new one, replace the version.
announce-shut = ⚠️ This button shows nobody anything: { $label }. The project is hidden or deleted.
announce-buttons-below = ℹ️ Albums, polls and forwards take no buttons: these come in a message right after.
announce-below = Find out more:
announce-kind-text = Text
announce-kind-photo = Photo
announce-kind-video = Video
announce-kind-animation = GIF
announce-kind-audio = Audio
announce-kind-document = Document
announce-kind-voice = Voice message
announce-kind-video-note = Video message
announce-kind-sticker = Sticker
announce-kind-album =
    { $count ->
        [one] Album of { NUMBER($count) } file
       *[other] Album of { NUMBER($count) } files
    }
announce-kind-place = Place on the map
announce-kind-contact = Contact
announce-kind-poll = Poll
announce-kind-forwarded = Forwarded
announce-kind-with = { $kind }: { $words }

announce-buttons-title = 🔘 <b>Buttons under the announcement</b> (up to { $most })
announce-buttons-none = No buttons yet.
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → the project’s card
announce-presses-known = The results show who pressed a project button. Telegram does not tell who followed a link.
announce-add-link = ＋ Link
announce-add-project = ＋ Project
announce-to-buttons = ‹ Back to the buttons
announce-relink = 🔗 Another link
announce-higher = ⬆️ Up
announce-lower = ⬇️ Down
announce-unbutton = ✕ Remove the button
announce-link-ask =
    Send the label and the link in one message, for example:

    Apply now https://invest.example.kz/apply
announce-relink-ask = Send the new link. The button keeps its labels.
announce-project-ask = Which project does the button open? Send its code, such as TUR-001, or words from its name.
announce-label-ask = Send the button’s label. Language: { $language }
announce-labels = Press a language to change the label. A version without one takes another version’s.
announce-which-project = Which one? Choose it, or say more.
announce-no-project = There is no such public project. Send a code or other words.
announce-test-title = 🧪 <b>Try out draft no. { $number }</b>
announce-test-each = Press whom to show it to: it goes at once. You get every version, a colleague the one in their language. ✓ means they have seen it as it is now.
announce-test-one = Press whom to show it to: it goes at once. Version: <b>{ $language }</b>. ✓ means they have seen it as it is now.
announce-test-lost = ✗ means it did not arrive: Telegram refused the message, or the chat is closed.
announce-test-alone = There are no colleagues to write to yet: they appear here once they press /start.
announce-test-me = 🙋 To me
announce-trial = 🧪 A trial. This is how announcement no. { $number } looks, version: { $language }. Nobody else has it.
announce-tried = Sent
announce-tried-already = Sent already
menu-announce = Write announcements

error-announcement-gone = This announcement is gone.
error-announcement-changed = The announcement has changed since: look at it once more.
error-announcement-empty = The announcement says nothing yet.
error-announcement-nobody = Nobody would get this announcement: choose whom it is for.
error-announcement-kind = Bots cannot pass this on. Send a text, photo, video, document, voice message, poll or place.
error-announcement-protected = Its author does not allow this message to be forwarded. Send another one.
error-announcement-full = An album holds up to { $most } files. The rest was not taken.
error-announcement-poll-closed = This poll is closed: nobody can vote in it.
error-announcement-quiz = This quiz does not show its right answer. Create it here, in this chat.
error-announcement-long =
    { $over ->
        [one] Too long by { NUMBER($over) } character. Bots may send up to { NUMBER($most) }.
       *[other] Too long by { NUMBER($over) } characters. Bots may send up to { NUMBER($most) }.
    }
error-announcement-album = Telegram does not take such files in one album: photos go with videos, documents and audio apart.
error-announcement-link = Telegram would not take this link, or it leads into a local network. Send a web address, for example: More https://example.kz/page
error-announcement-label = A button’s label has 1 to 64 characters.
error-announcement-buttons = There are three buttons already. To add another, remove one of them.
error-announcement-poll = The poll could not be sent just now. Send it once more.
error-needs-announcing-write = Announcements are written by those who were given that right.
error-needs-announcing-send = Announcements are sent by those who were given that right.

act-announcement-delete = Draft of an announcement deleted
