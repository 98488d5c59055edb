announce-confirm = Хабарландыру жіберілсін бе? Алушы: <b>{ NUMBER($count) }</b>.
announce-go = 📤 Жіберу: { NUMBER($count) }
announce-begun = 📤 № { $number } хабарландыру жіберіліп жатыр.

act-announcement-send = хабарландыру жіберу
