announce-confirm = Send the announcement? Recipients: <b>{ NUMBER($count) }</b>.
announce-go = 📤 Send to { NUMBER($count) }
announce-begun = 📤 Announcement no. { $number } is being sent.

act-announcement-send = announcement sent
