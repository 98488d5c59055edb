# /review
menu-review = Review the news
review-title = <b>Review</b> · { $queue }: { $count }
review-queue-all = waiting for a decision
review-queue-doubt = in doubt
review-queue-wait = waiting to be published
review-queue-kept = published
review-queue-drop = left out
review-queue-s = from the source
review-queue-t = in the story
review-state-waiting = ⏳ Waiting for a decision, readers do not see it yet
review-state-waiting-shown = ⏳ Waiting for a decision, readers see it already
review-state-kept = ✅ Kept by an editor
review-state-dropped = 🚫 Dropped by an editor
review-state-judge-kept = 🟢 Published without review
review-state-judge-dropped = ⚪️ Left out by the bot
review-state-withdrawn = 🗑 Taken down by its outlet
review-judge-keep = 🤖 The bot: ours, score { $score }
review-judge-keep-doubt = 🤖 The bot: probably ours, score { $score }
review-judge-drop = 🤖 The bot: not ours, score { $score }
review-judge-drop-doubt = 🤖 The bot: probably not ours, score { $score }
review-why-place = 📍 Places: { $words }
review-why-elsewhere = 🗺 Other regions: { $words }
review-why-namesake = 👥 Namesakes: { $words }
review-why-for = ➕ For: { $words }
review-why-against = ➖ Against: { $words }
review-places = Where: { $values }
review-sectors = Sectors: { $values }
review-amount = Amount: { $values }
review-stage = Stage: { $values }
review-jobs = Jobs: { $values }
review-none = not given
review-story-none = Not in any story yet
review-story-alone = Story: this article only
review-story-with = Story: { $count ->
    [one] { $count } more article
   *[other] { $count } more articles
} ({ $names })
review-story-corrected = ✏️ The story is marked as corrected
review-this = 🗂 Review
review-of-source = 🗂 Its articles
review-keep = ✅ Keep
review-drop-place = 🚫 Not our region
review-drop-topic = 🚫 Not investment
review-fix = ✏️ Put right
review-story = 🔗 Story
review-newer = ‹ Back
review-older = Next ›
review-queues = 🗂 What to look at
review-undo = ↩️ Undo this decision
review-back = ‹ To the article
review-back-to-fixing = ‹ Back
review-fix-sectors = Sectors
review-fix-places = Districts
review-fix-amount = Amount
review-fix-stage = Stage
review-fix-jobs = Jobs
review-mark = Mark as corrected
review-none-button = Not given
review-judge-button = As the bot had it
review-split = ✂️ This article is about something else
review-story-told = Also telling this story:
review-join-ask = Is it the same event as one of these? Press it, and the two become one story.
review-join-none = There are no similar stories from recent days.
review-overview =
    <b>Review</b>

    Waiting for a decision: { $count }
review-nothing =
    <b>Review</b>

    All done: nothing is waiting for a decision.
review-open-all = Everything waiting: { $count }
review-open-doubt = In doubt: { $count }
review-open-wait = Waiting to be published: { $count }
review-open-kept = Published this week: { $count }
review-open-drop = Left out this week: { $count }
review-ask-amount =
    The amount now: { $now }

    Send the amount with its currency, for example “3 bn tenge”.
review-ask-jobs =
    Jobs now: { $now }

    Send the number, for example 350.
review-wrong-amount = I see no amount with a currency in this.
review-wrong-jobs = I see no number of jobs in this.
review-said-keep = ✅ Kept: { $title }
review-said-drop = 🚫 Dropped: { $title }
review-said-amend = ✏️ Put right: { $title }
review-said-join = 🔗 The stories are one now: { $title }
review-said-split = ✂️ Now a story of its own: { $title }
review-said-mark = ✏️ Marked as corrected: { $title }
review-said-undo = ↩️ Undone: { $title }
review-verdict-keep = kept
review-verdict-drop = dropped
review-verdict-amend = put right
review-meanwhile-other = ⚠️ Another editor was faster: { $said } ({ $at }). Your press has changed nothing.
review-meanwhile-you = ⚠️ You have decided this already: { $said } ({ $at }). This press has changed nothing.
review-meanwhile-printed = ⚠️ The article or its story changed while the card was open. Your press has changed nothing; please look again.
error-review-gone = This article is no longer here.
error-review-story-gone = This story is no longer here.
error-review-no-story = This article is in no story.

# /stats
stats-review = <b>Review</b>
stats-review-waiting = Waiting for a decision: { $count }
stats-agreement = The bot and the editors agree: { $week } of { $week_all } in 7 days, { $month } of { $month_all } in 30 days, { $ever } of { $ever_all } in all
stats-agreement-none = No editor has decided anything yet.
stats-agreement-trend = By week: { $trend }
