announce-confirm = Хабарландыру жіберілсін бе? Алушы: <b>{ NUMBER($count) }</b>.
announce-go = 📤 Жіберу: { NUMBER($count) }

announcing-now-nothing = Енді хабарландырулармен жұмыс істей алмайсыз.
announcing-now-write = Енді хабарландыру жаза аласыз. Оны осы жұмыс тапсырылған адам жібереді. Ашу: /announce
announcing-now-send = Енді хабарландыру жазып, жібере аласыз. Ашу: /announce
announcing-open = 📣 Хабарландырулар

act-announcement-send = хабарландыру жіберу
