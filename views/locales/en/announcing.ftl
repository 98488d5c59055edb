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
announce-back = ‹ Back to the draft
announce-all = ‹ All announcements
announce-ask =
    Send what is to be announced. Language: <b>{ $language }</b>

    Text, photo, video, album, document, voice, poll or place: all will do. You can also forward a post.
announce-album-comes = 🖼 An album: its other files are added by themselves.
announce-draft = 📣 <b>Draft no. { $number }</b>
announce-says-nothing = Nothing here yet. Choose a language and send a text, a photo or something else.
announce-version = <b>{ $language }</b> — { $excerpt }
announce-others = Everyone else gets: { $language }
announce-is-fallback = Those whose language has no version get this one.
announce-empty = No. { $number } · empty
announce-audience = 👥 Audience
announce-buttons = 🔘 Buttons
announce-look = 👁 Preview
announce-test = 🧪 Try out
announce-send = 📤 Send
announce-copy = 📄 Copy
announce-delete = 🗑 Delete
announce-delete-ask =
    Delete this draft?

    { $excerpt }
announce-delete-yes = 🗑 Yes, delete
announce-copied = Copied: no. { $number }
announce-say-anew = ✏️ Replace
announce-make-fallback = ⭐️ For all other languages
announce-drop = ✕ Remove this version
announce-not-editable = ⚠️ This cannot be edited once it is sent, only taken back.
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

announce-buttons-title = 🔘 <b>Buttons under the announcement</b> (up to { $most })
announce-buttons-none = No buttons yet.
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → the project’s card
announce-presses-known = The results show who pressed a project button. Telegram does not tell who followed a link.
announce-add-link = ＋ Link
announce-add-project = ＋ Project
announce-to-buttons = ‹ Back to the buttons
announce-link-ask =
    Send the label and the link in one message, for example:

    Apply now https://invest.example.kz/apply
announce-project-ask = Which project does the button open? Send its code, such as TUR-001, or words from its name.
announce-label-ask = Send the button’s label in this language.
announce-labels =
    Button: <b>{ $label }</b>

    A version without a label of its own takes another version’s.
announce-which-project = Which one? Choose it, or say more.
announce-no-project = There is no such public project. Send a code or other words.
announce-test-title =
    🧪 <b>Try it out</b>

    Choose who should see the announcement. You get every version, a colleague the one in their language.
announce-test-alone = There are no colleagues to write to yet: they appear here once they press /start.
announce-test-me = 🙋 To me
announce-trial = 🧪 A trial: this is how announcement no. { $number } looks. Nobody else has it.
announce-tried = Sent
announce-tried-already = Sent already
menu-announce = Write announcements

error-announcement-gone = This announcement is gone.
error-announcement-changed = The announcement has changed since. Open it again: /announce
error-announcement-empty = The announcement says nothing yet.
error-announcement-nobody = Nobody would get this announcement: choose whom it is for.
error-announcement-kind = Bots cannot pass this on. Send a text, photo, video, document, voice message, poll or place.
error-announcement-poll-closed = This poll is closed: nobody can vote in it.
error-announcement-quiz = This quiz does not show its right answer. Create it here, in this chat.
error-announcement-long =
    { $over ->
        [one] Too long by { NUMBER($over) } character. Bots may send up to { NUMBER($most) }.
       *[other] Too long by { NUMBER($over) } characters. Bots may send up to { NUMBER($most) }.
    }
error-announcement-album = An album holds up to 10 files: photos with videos, documents and audio apart. The rest was not taken; to replace the whole album press “Replace”.
error-announcement-link = Telegram would not take this link. Send a web address, for example: More https://example.kz/page
error-announcement-label = A button’s label has 1 to 64 characters.
error-announcement-buttons = There is no room for more buttons.
error-announcement-poll = The poll could not be sent just now. Send it once more.
error-needs-announcing-write = Announcements are written by those who were given that right.
error-needs-announcing-send = Announcements are sent by those who were given that right.

act-announcement-delete = Draft of an announcement deleted
