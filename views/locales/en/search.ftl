# Search: /search, words said to the bot, and “@bot words” in any chat
search-ask = What should I look for? Write a word or two: a place, a company, an industry. For example: factory Turkistan
search-ask-group = What should I look for? Reply to this message with a word or two: a place, a company, an industry. For example: factory Turkistan
search-title = <b>Search: { $words }</b>
search-count = { $count ->
    [one] { $count } story found
   *[other] { $count } stories found
}
search-count-most = More than { $count } stories found, the closest first
search-corrected = Showing results for “{ $words }”
search-closest = No story has all of these words; these come closest
search-nothing = Nothing was found for “{ $words }”. Try another word: the name of a place, a company or an industry.
search-gone = This search is no longer here. Start a new one: /search
search-more = More ›
inline-open = Open in Keruen
inline-nothing = Nothing found. Open Keruen
