announce-confirm = Отправить объявление? Получателей: <b>{ NUMBER($count) }</b>.
announce-go = 📤 Отправить: { NUMBER($count) }

announcing-now-nothing = Работать с объявлениями вы больше не можете.
announcing-now-write = Теперь вы можете писать объявления. Отправляет их тот, кому это поручено. Открыть: /announce
announcing-now-send = Теперь вы можете писать и отправлять объявления. Открыть: /announce
announcing-open = 📣 Объявления

act-announcement-send = отправка объявления
