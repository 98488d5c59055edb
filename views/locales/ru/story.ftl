# Карточка новости
story-gone = Этой новости больше нет.
story-amount = 💰 Сумма: { $values }
story-stage = 🏗 Стадия: { $values }
story-countries = 🌍 Страны-партнёры: { $values }
story-jobs = 👷 Рабочие места: { $values }
story-capacity = 📐 Масштаб: { $values }
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
stage-planned = в планах
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

# Исправления
story-withdrawn = 🚫 Источник снял эту публикацию.
story-corrected = ✏️ Исправлено: { $changes }
story-retitled = ✏️ Источник изменил заголовок.
story-not-said = не указано

# Под карточкой
story-more = 👍 Больше такого
story-less = 👎 Меньше такого
story-mute = 🔕 Отключить: { $source }
story-hear = 🔔 Вернуть: { $source }
story-why = ❔ Почему я это вижу
story-said-more = Такие новости будут в дайджесте выше.
story-said-less = Такие новости будут в дайджесте ниже.
story-said-mute = Новости, о которых пишет только этот источник, больше не придут.
story-said-hear = Новости этого источника снова будут приходить.

# Почему я это вижу
why-found = Это новость об инвестициях в регионе.
why-found-by = Это новость об инвестициях в регионе, судя по словам: { $words }.
why-all-wanted = Вы ничего не исключали, поэтому приходят все такие новости.
why-chosen = Она подходит под ваши фильтры: { $what }.
why-not-wanted = Под ваши фильтры она не подходит, в дайджест такие не попадают.
why-muted = Её источник у вас отключён, поэтому в дайджест она не попадает.
why-higher = Она стоит выше, потому что вы просили больше такого: { $what }.
why-lower = Она стоит ниже, потому что вы просили меньше такого: { $what }.
why-amount = названа сумма
why-filters = 📰 Что присылать
