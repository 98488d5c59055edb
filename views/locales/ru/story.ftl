# Карточка новости
story-gone = Этой новости больше нет.
story-amount = 💰 Сумма: { $values }
story-stage = 🏗 Стадия: { $values }
story-countries = 🌍 Страны-партнёры: { $values }
story-jobs = 👷 Рабочие места: { $values }
story-capacity = 📐 Мощность: { $values }
story-companies = 🏢 Участники: { $values }
story-places = 📍 Где: { $values }
story-sectors = 🏷 Отрасли: { $values }
story-told = <b>{ $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[many] { $count } источников
}</b>
story-told-one = • { $date } · { $source }
story-told-withdrawn = • { $date } · { $source } (публикация снята)
story-related = <b>Читайте также</b>
story-related-one = { $number }. { $title } · { $date }

# Стадии
stage-planned = план
stage-memorandum = меморандум
stage-preparation = подготовка
stage-construction = строительство
stage-commissioning = пусконаладка
stage-launched = запущено
stage-stopped = остановлено
stage-closing = закрывается
stage-closed = закрыто

# Единицы мощности
unit-ha = { $number } га
unit-MW = { $number } МВт
unit-GW = { $number } ГВт
unit-m2 = { $number } м²
unit-m3 = { $number } м³
unit-t = { $number } т
unit-l = { $number } л
unit-m = { $number } м
unit-head = { $count ->
    [one] { $number } голова
    [few] { $number } головы
    [many] { $number } голов
   *[other] { $number } головы
}
unit-units = { $count ->
   *[other] { $number } шт.
}
unit-places = { $count ->
    [one] { $number } место
    [few] { $number } места
    [many] { $number } мест
   *[other] { $number } места
}
per-year = { $measured } в год
per-day = { $measured } в день
