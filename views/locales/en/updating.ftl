# /update: changing projects

error-other-update = An update of another project is open. Finish or cancel it first: /update
error-proposal-decided = This proposal has already been decided.
error-own-proposal = Your own proposal must be confirmed by another official.
error-nothing-changes = This is already recorded: nothing to change.
error-notes-long = The notes are too long. Clear old ones or write less.
error-list-full = No more than { $most } entries are kept here.
error-no-entry = That entry is no longer there. Open the project again.
error-undo-overtaken = This can’t be undone: it has been changed again since. Make a new update.
error-undo-first = The project began with this entry, so it can’t be undone.

update-pick =
    <b>Which project would you like to update?</b>

    Choose one of yours, or type its code or words of its name.
update-pick-none = You have no projects in the registry yet. Type a code or words from a name.
update-not-found = None of your projects matches “{ $words }”. Type a code, such as TUR-001, or a word from the name.
update-found = Several projects were found. Which one?
update-continue = ✏️ Continue: { $name }
update-waiting = 📥 Awaiting a decision: { $count }
update-other-open =
    An update of another project is open and not confirmed: <b>{ $name }</b>.

    Finish that one first?
update-go-on = ✏️ Continue with it
update-throw-away = ✕ Cancel it and start a new one

update-title = ✏️ <b>{ $name }</b>
update-now = Now: { $what }
update-pending = <b>What will change</b>
update-why = Why: { $reason }
update-source = Source: { $source }
update-source-own = Source: the official’s own word, no document
update-second = The update takes effect once another official confirms it.
update-meanwhile = <b>The project was changed while you were preparing this</b>
update-meanwhile-by = { $who }, { $when }:
update-clash = ⚠️ You are changing the same thing: check which is right.
update-overtaken = ⚠️ The project was changed while you were looking. Nothing was recorded: please check again.
update-altered = ⚠️ The update has changed since. Nothing was recorded: please check again.
update-recorded = ✅ Recorded: <b>{ $name }</b>
update-deleted = 🗑 Deleted: <b>{ $name }</b>
update-proposed =
    📨 Sent to be confirmed: <b>{ $name }</b>

    The changes take effect once another official confirms them.
update-nothing = There is nothing to confirm: the update has already been recorded or cancelled.
update-dropped = The update was cancelled; the project stays as it was.
update-file-added = 📎 File added.
update-place-taken = 📍 Place recorded.
update-unchanged-said = ✅ Confirmed: nothing has changed.

update-ask-menu = What has changed? Press a button or type, for example “60%”. You can send a photo, a document or a location right here.
update-ask-more = What else would you like to change?
update-ask-stage = What stage is the project at?
update-ask-suspend = Why is work suspended? A few words will do.
update-ask-percent = { $field }: what percentage? Press a button or type a number.
update-ask-milestones = Which milestone? You can type a new one with its date: “Foundations, 15.03.2027”.
update-ask-milestone = “{ $title }”, due: { $date }
update-ask-milestone-met = “{ $title }”: when was it met? Type a date, for example “15.03.2027” or “yesterday”.
update-ask-milestone-due = “{ $title }”: what is the new date? For example “15.03.2027”, “March 2027”, “Q3”.
update-ask-milestone-new = Type the milestone and its date: “Foundations, 15.03.2027”.
update-ask-milestone-new-due = “{ $title }”: when is it due? For example “15.03.2027”, “March 2027”, “Q3”.
update-ask-dates = Which date would you like to set?
update-ask-date = { $field }: type a date, for example “15.03.2027”, “March 2027”, “2027”.
update-ask-amount = Which amount is current? Choose one, or type a new one as its source gives it: “KZT 3 bn”.
update-ask-claim = { $amount }: who reported this amount, and when? Type the source and the date: “Kazinform, 12.03.2026”. A link will do too.
update-ask-jobs = Which jobs?
update-ask-number = { $field }: how many? Type a number.
update-ask-blocker = What stands in the way? Type it. Only officials see blockers.
update-ask-blockers = Press the one that is resolved, or type a new blocker. Only officials see them.
update-ask-note = Type a note. Only officials will see it.
update-ask-files = Send a photo or a document of up to 10 MB. At first only officials see it; a button opens it to everyone.
update-ask-place = Where is the project? Send a location, coordinates (“43.297, 68.251”) or a link to a map. You can also type an address.
update-ask-curator = Who is the project’s curator?
update-ask-names = In which language would you like to write the name?
update-ask-name = Name ({ $language }): type it.
update-ask-districts = Which district or city is the project in?
update-ask-zone = Which zone is the project in?
update-ask-investor = Who is the investor? Type the name and the country: “Lihua Cotton, China”. Buttons remove those not needed.
update-ask-sectors = Which sector is the project in?
update-ask-capacity = What is the capacity? Type it as its source gives it: “10 million metres of fabric a year”.
update-ask-memorandum = Type the number and the date of the memorandum: “No. 12, 30.08.2023”.
update-ask-delete = Delete the project from the registry? Nobody will see it any more. Its history is kept, and the deletion can be undone.
update-ask-why = Why? Choose or type. You can add a link to the source here as well.
update-ask-source = What confirms this? Send a link, or type which document or outlet it is.

update-not-menu = I couldn’t understand “{ $words }”. Choose what has changed and type it there.
update-not-date = I couldn’t read the date: “{ $words }”. Try “15.03.2027”, “March 2027”, “Q3”, “2027”.
update-not-percent = I couldn’t read the percentage: “{ $words }”. Type a number from 0 to 100.
update-not-number = I couldn’t read the number: “{ $words }”. Try “1,200”.
update-not-amount = I couldn’t read the amount: “{ $words }”. Type it with its currency: “KZT 3 bn”, “USD 7 m”.
update-not-link = There are no coordinates in the link: “{ $words }”.
update-not-here = This can’t be typed here: “{ $words }”. Please press a button.
update-not-text = A message like this can’t be recorded.
update-long = Too long: please keep it to { $most } characters.

update-reason-visit = After a visit to the site
update-reason-investor = From the investor
update-reason-meeting = After a meeting
update-reason-documents = From documents

update-what-stage = Stage
update-what-progress = Progress, %
update-what-milestones = Milestones
update-what-dates = Dates
update-what-amount = Amount
update-what-jobs = Jobs
update-what-blockers = Blockers
update-what-note = Note
update-what-files = Photo, document
update-what-place = Place
update-what-more = More…
update-what-curator = Curator
update-what-names = Name
update-what-investor = Investor
update-what-sectors = Sector
update-what-capacity = Capacity
update-what-memorandum = Memorandum
update-what-districts = District or city
update-what-zone = Zone
update-what-delete = 🗑 Delete the project

update-next = Next ›
update-back = ‹ Back
update-cancel = ✕ Cancel the update
update-to-card = ‹ To the project
update-again = ✏️ New update
update-add-more = ➕ Change something else
update-confirm = ✅ Confirm
update-send = 📨 Send for confirmation
update-change-why = ✏️ Reason
update-change-source = 🔗 Source
update-own-word = My own word
update-unchanged = ✅ Nothing has changed
update-publish = 🌐 Show to everyone
update-suspend = ⏸ Suspended
update-resume = ▶️ Work has resumed
update-lapsed = The memorandum has lapsed
update-not-lapsed = The memorandum is in force
update-today = Today
update-skip = Date unknown
update-met-today = ✅ Met today
update-met-other = ✅ Met on another day
update-not-met = Not met yet
update-move = 📅 Change the date
update-milestone-new = ➕ New milestone
update-empty = ✕ Remove the date
update-claim-own = My own word, today
update-claim-keep = Keep the earlier amount
update-notes-clear = ✕ Clear all notes
update-file-show = 🌐 Open to everyone: { $title }
update-file-hide = 🔒 Officials only: { $title }
update-no-curator = No curator
update-no-zone = Outside any zone
update-delete-sure = 🗑 Yes, delete it
update-see-proposal = 📥 View the proposal
update-undo = ↩️ Undo

# Undoing what was recorded
undo-title = ↩️ <b>{ $name }</b>
undo-what = <b>What will be restored</b>
undo-was-by = Recorded by: { $who }, { $when }
undo-why = Why undo it? Choose or type.
undo-overtaken = This can’t be undone: it has changed again since ({ $fields }). Make a new update.
undo-reason-mistake = Recorded by mistake
undo-reason-wrong = It was not confirmed
undo-reason-other = It belongs to another project
undo-only-this = Undo only one
undo-everything = Undo the whole update: { $count }
undo-done = ↩️ Undone: <b>{ $name }</b>
undo-same = Already undone: <b>{ $name }</b>

# Proposals that wait to be decided
proposals-title = <b>Awaiting a decision: { $count }</b>
proposals-none = Nothing awaits a decision.
proposals-title-one = 📥 <b>{ $name }</b>
proposals-by = Proposed by: { $who }, { $when }
proposals-from-story = From the news, { $when }
proposals-moved = ⚠️ Changed since then: { $fields }. Shown is what would change now.
proposals-so-already = This is already recorded: nothing to accept.
proposals-own = This is your own proposal: another official will confirm it.
proposals-accepted = ✅ Accepted · { $who }
proposals-returned = ↩️ Returned to its author · { $who }
proposals-dismissed = ✕ Dismissed · { $who }
proposals-word = Comment: { $word }
proposals-accept = ✅ Accept
proposals-correct = ✏️ Correct
proposals-return = ↩️ Return with a comment
proposals-dismiss = ✕ Dismiss
proposals-withdraw = ✕ Withdraw
proposals-list = ‹ To the list
proposals-ask-word = What is wrong with it? Write a few words to its author.
proposals-overtaken = ⚠️ The project was changed while you were looking. Nothing was recorded: please check again.
proposals-second-now = Accepted. Now another official will confirm it.

# What comes by itself
notice-proposal-waiting =
    📨 Waiting to be confirmed: <b>{ $name }</b>

    Proposed by: { $who }
notice-proposal-accepted = ✅ Your update was confirmed: <b>{ $name }</b>
notice-proposal-amended = ✅ Your update was accepted with corrections: <b>{ $name }</b>
notice-proposal-returned = ↩️ Your update was returned: <b>{ $name }</b>
notice-proposal-dismissed = ✕ Your update was dismissed: <b>{ $name }</b>
notice-open = Open

nudge-title =
    <b>How are your projects doing?</b>

    Without news for over a week: { $count }. One tap answers.
nudge-line = { $number }. { $name }: { $what }. Confirmed: { $when }
nudge-done = ✅ Thank you, all your projects are confirmed this week.
nudge-same = { $number } ✅ No change
nudge-update = { $number } ✏️ Update
nudge-due-soon = ⏰ { $name }: due in { $days ->
    [one] { $days } day
   *[other] { $days } days
}
nudge-due-today = ⏰ { $name }: due today
nudge-due-past = ⚠️ { $name }: was due { $date }
nudge-due-finish = planned finish, { $date }
nudge-due-milestone = milestone “{ $title }”, { $date }
nudge-due-update = ✏️ Update
