# Оповещения: новость приходит сразу, не дожидаясь дайджеста
alert-why = Вы просили сообщать сразу: { $what }
alert-story = Подробнее
alert-settings = ⚙️ Оповещения
alert-off = 🔕 Выключить

# Настройка оповещений
settings-alerts = 🔔 Мгновенные оповещения
alerts-title = <b>🔔 Мгновенные оповещения</b>
alerts-about = Новость на важную вам тему придёт сразу, не дожидаясь дайджеста, и в нём уже не повторится. Достаточно одного совпадения: отрасль, район или слово.
alerts-state-on = Сейчас включены.
alerts-state-off = Сейчас выключены.
alerts-state-empty = Пока ничего не выбрано: отметьте отрасли, районы или слова.
alerts-line-sectors = Отрасли: { $chosen }
alerts-line-districts = Районы и города: { $chosen }
alerts-line-words = Слова: { $chosen }
alerts-line-quiet = Тихие часы: { $hours }
alerts-line-most = Не больше за день: { $count }
alerts-none = не выбраны
alerts-nothing = пока ничего
alerts-hours = с { $start } до { $end }
alerts-never-quiet = нет
alerts-never-quiet-button = Без тихих часов
alerts-preview = { $count ->
    [one] За последнюю неделю пришло бы { $count } оповещение.
    [few] За последнюю неделю пришли бы { $count } оповещения.
   *[many] За последнюю неделю пришло бы { $count } оповещений.
}
alerts-preview-none = За последнюю неделю таких новостей не было.
alerts-filtered = Новость должна подходить и под то, что выбрано в «Что присылать».
alerts-ask-sectors =
    <b>О каких отраслях сообщать сразу?</b>

    Выбрано: { $chosen }
alerts-ask-districts =
    <b>О каких районах и городах сообщать сразу?</b>

    Выбрано: { $chosen }
alerts-ask-words =
    <b>По каким словам сообщать сразу?</b>

    Выбрано: { $chosen }
alerts-ask-quiet =
    <b>Когда не беспокоить?</b>

    Новости тихих часов придут, когда они закончатся, или в дайджесте, если до него останется меньше часа.
alerts-ask-most =
    <b>Сколько оповещений в день можно присылать?</b>

    Остальные новости будут в дайджесте.
alerts-sectors = 🏷 Отрасли
alerts-districts = 📍 Районы
alerts-words = 🔎 Слова
alerts-quiet = 🌙 Тихие часы
alerts-most = 🔢 Сколько в день
alerts-turn-on = 🔔 Включить
alerts-turn-off = 🔕 Выключить
alerts-back = ‹ К оповещениям
alerts-turned-off = Оповещения выключены, новости будут приходить в дайджесте. Включить снова: /settings
