# What to send: filters, tried on a week's news
filters-title = <b>What to send</b>
filters-line-languages = Languages: { $chosen }
filters-line-districts = Districts: { $chosen }
filters-line-sectors = Sectors: { $chosen }
filters-line-amount = With an amount: { $chosen }
filters-line-words = Key words: { $chosen }
filters-line-without = Leave out words: { $chosen }
filters-line-sources = Muted sources: { $chosen }
filters-yes = yes
filters-no = no
filters-none = none
key-word = “{ $word }”
filters-and-more = { $named } and { $count } more
filters-unsaved = Not saved yet: news still comes the way it did.

filters-short-none = all the region’s news
filters-short-languages = { $chosen }
filters-short-districts = { $chosen }
filters-short-sectors = { $chosen }
filters-short-amount = with an amount
filters-short-words = with the words { $chosen }
filters-short-without = without the words { $chosen }
filters-short-sources = muted sources: { $chosen }

filters-languages = 🗣 Languages
filters-districts = 📍 Districts
filters-sectors = 🏷 Sectors
filters-amount = 💰 With an amount
filters-words = 🔎 Key words
filters-without = 🚫 Leave out words
filters-sources = 🔕 Muted sources
filters-save = ✅ Save
filters-cancel = ✕ Cancel
filters-back = ‹ All filters
filters-hear = 🔔 Bring back: { $source }
filters-saved = ✅ Saved. Your next digest follows the new choice.
filters-cancelled = Everything stays as it was.

filters-ask-languages =
    <b>News languages</b>
    Chosen: { $chosen }

    News comes in the language it was written in.
filters-ask-districts =
    <b>Districts and cities</b>
    Chosen: { $chosen }
filters-ask-sectors =
    <b>Sectors</b>
    Chosen: { $chosen }
filters-ask-words =
    <b>Key words</b>
    A story must have at least one of them, in any form.
    Chosen: { $chosen }
filters-ask-without =
    <b>Leave out words</b>
    Stories with these words, in any form, do not come.
    Chosen: { $chosen }
filters-words-how = Type a word, or several separated by commas. A star at the end stands for any ending: <code>invest*</code>. To remove a word, press it.
filters-words-how-group = Reply to this message with a word, or several separated by commas. A star at the end stands for any ending: <code>invest*</code>. To remove a word, press it.
filters-ask-sources =
    <b>Muted sources</b>
    What only they report does not come. Press one to bring it back; there is nothing to save.
filters-ask-sources-none =
    <b>Muted sources</b>
    None. You can mute a source under one of its stories.

word-refused-signs = I don’t understand “{ $word }”. Plain words work, such as “greenhouse” or <code>invest*</code>.
word-refused-short = “{ $word }” is too short: at least two letters, and three before a star.
word-refused-long = “{ $word }” is too long: up to three words and 40 characters.
word-refused-many = The list already has { $most } words, so “{ $word }” did not fit. Remove some and try again.

preview-no-news = There was no news in the last week to try this on.
preview-all = In the last week there { $of ->
    [one] was { $of } story, and it matches:
   *[other] were { $of } stories, and all of them match:
}
preview-none = In the last week there { $of ->
    [one] was { $of } story, and it does not match.
   *[other] were { $of } stories, and none of them matches.
}
preview-some = In the last week there { $of ->
    [one] was { $of } story,
   *[other] were { $of } stories,
} and { $count ->
    [one] { $count } of them matches:
   *[other] { $count } of them match:
}

pick-all-languages = All languages
pick-all-districts = The whole region
pick-all-sectors = All sectors
picked-all-languages = all
picked-all-districts = the whole region
picked-all-sectors = all

settings-group = 🗂 Order of stories
group-ask =
    <b>Order of stories in the digest</b>

    Most important first, or grouped by district or by sector?
group-by-none = most important first
group-by-district = by district
group-by-sector = by sector
group-no-district = The whole region
group-no-sector = Other
