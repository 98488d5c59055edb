# Оповещения: новость приходит сразу, не дожидаясь дайджеста
alert-why = Вы просили сообщать сразу: { $what }
alert-word = «{ $word }»
alert-story = Подробнее
alert-settings = ⚙️ Оповещения
alert-off = 🔕 Отключить
