announce-confirm = Отправить объявление? Получателей: <b>{ NUMBER($count) }</b>.
announce-go = 📤 Отправить: { NUMBER($count) }
announce-begun = 📤 Объявление № { $number } отправляется.

act-announcement-send = отправка объявления
