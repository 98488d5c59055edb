# Что присылать: фильтры и их проба на новостях за неделю
filters-title = <b>Что присылать</b>
filters-line-languages = Языки: { $chosen }
filters-line-districts = Районы: { $chosen }
filters-line-sectors = Отрасли: { $chosen }
filters-line-amount = Только с суммой: { $chosen }
filters-line-words = Ключевые слова: { $chosen }
filters-line-without = Исключить слова: { $chosen }
filters-line-sources = Отключённые источники: { $chosen }
filters-yes = да
filters-no = нет
filters-none = нет
key-word = «{ $word }»
filters-and-more = { $named } и ещё { $count }
filters-unsaved = Пока не сохранено: новости приходят по прежним правилам.

filters-short-none = все новости региона
filters-short-languages = { $chosen }
filters-short-districts = { $chosen }
filters-short-sectors = { $chosen }
filters-short-amount = только с суммой
filters-short-words = со словами { $chosen }
filters-short-without = без слов { $chosen }
filters-short-sources = отключено источников: { $chosen }

filters-languages = 🗣 Языки
filters-districts = 📍 Районы
filters-sectors = 🏷 Отрасли
filters-amount = 💰 Только с суммой
filters-words = 🔎 Ключевые слова
filters-without = 🚫 Исключить слова
filters-sources = 🔕 Отключённые источники
filters-save = ✅ Сохранить
filters-cancel = ✕ Отменить
filters-back = ‹ Все фильтры
filters-hear = 🔔 Вернуть: { $source }
filters-saved = ✅ Сохранено. Следующий дайджест придёт уже по новым правилам.
filters-cancelled = Оставил всё как было.

filters-ask-languages =
    <b>Языки новостей</b>
    Выбрано: { $chosen }

    Новости приходят на том языке, на котором написаны.
filters-ask-districts =
    <b>Районы и города</b>
    Выбрано: { $chosen }
filters-ask-sectors =
    <b>Отрасли</b>
    Выбрано: { $chosen }
filters-ask-words =
    <b>Ключевые слова</b>
    Новость должна содержать хотя бы одно из них, в любой форме.
    Выбрано: { $chosen }
filters-ask-without =
    <b>Исключить слова</b>
    Новости с этими словами, в любой форме, не придут.
    Выбрано: { $chosen }
filters-words-how = Напишите слово или несколько через запятую. Звёздочка в конце значит любое продолжение: <code>инвест*</code>. Чтобы убрать слово, нажмите на него.
filters-words-how-group = Ответьте на это сообщение словом или несколькими через запятую. Звёздочка в конце значит любое продолжение: <code>инвест*</code>. Чтобы убрать слово, нажмите на него.
filters-ask-sources =
    <b>Отключённые источники</b>
    Новости, о которых пишут только они, не приходят. Нажмите, чтобы вернуть источник; сохранять не нужно.
filters-ask-sources-none =
    <b>Отключённые источники</b>
    Отключённых нет. Отключить источник можно под новостью.

word-refused-signs = Не понял «{ $word }». Подойдут обычные слова, например «теплица» или <code>инвест*</code>.
word-refused-short = Слово «{ $word }» слишком короткое: нужно хотя бы две буквы, а перед звёздочкой три.
word-refused-long = «{ $word }» слишком длинно: до трёх слов и до 40 знаков.
word-refused-many = В списке уже { $most } слов, «{ $word }» не поместилось. Уберите лишние и попробуйте снова.

preview-no-news = За последнюю неделю новостей не было, пробовать не на чем.
preview-all = За последнюю неделю: { $of ->
    [one] { $of } новость, подходят все:
    [few] { $of } новости, подходят все:
   *[many] { $of } новостей, подходят все:
}
preview-none = За последнюю неделю: { $of ->
    [one] { $of } новость
    [few] { $of } новости
   *[many] { $of } новостей
}, и ни одна не подходит.
preview-some = За последнюю неделю: { $of ->
    [one] { $of } новость
    [few] { $of } новости
   *[many] { $of } новостей
}, вам { $count ->
    [one] подходит { $count }
    [few] подходят { $count }
   *[many] подходят { $count }
}:

pick-all-languages = Все языки
pick-all-districts = Вся область
pick-all-sectors = Все отрасли
picked-all-languages = все
picked-all-districts = вся область
picked-all-sectors = все

settings-group = 🗂 Порядок новостей
group-ask =
    <b>Порядок новостей в дайджесте</b>

    Как расставить новости: самые важные первыми или вместе по районам или отраслям?
group-by-none = сначала важные
group-by-district = по районам
group-by-sector = по отраслям
group-no-district = Вся область
group-no-sector = Разное
