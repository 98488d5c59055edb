announce-confirm = Send the announcement? Recipients: <b>{ NUMBER($count) }</b>.
announce-go = 📤 Send to { NUMBER($count) }

announcing-now-nothing = You can no longer work with announcements.
announcing-now-write = You can now write announcements. Someone entrusted with it sends them. Open: /announce
announcing-now-send = You can now write and send announcements. Open: /announce
announcing-open = 📣 Announcements

act-announcement-send = announcement sent
