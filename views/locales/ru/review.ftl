# /review
menu-review = Проверка новостей
review-title = <b>Проверка</b> · { $queue }: { $count }
review-queue-all = ждёт решения
review-queue-doubt = под вопросом
review-queue-wait = ждёт публикации
review-queue-kept = опубликовано
review-queue-drop = отсеяно
review-queue-s = из источника
review-queue-t = в сюжете
review-state-waiting = ⏳ Ждёт решения, читатели этого ещё не видят
review-state-waiting-shown = ⏳ Ждёт решения, читатели это уже видят
review-state-kept = ✅ Оставлено редактором
review-state-dropped = 🚫 Отклонено редактором
review-state-judge-kept = 🟢 Опубликовано без проверки
review-state-judge-dropped = ⚪️ Отсеяно ботом
review-state-withdrawn = 🗑 Снято самим изданием
review-judge-keep = 🤖 Бот: подходит, оценка { $score }
review-judge-keep-doubt = 🤖 Бот: скорее подходит, оценка { $score }
review-judge-drop = 🤖 Бот: не подходит, оценка { $score }
review-judge-drop-doubt = 🤖 Бот: скорее не подходит, оценка { $score }
review-why-place = 📍 Места: { $words }
review-why-elsewhere = 🗺 Другие регионы: { $words }
review-why-namesake = 👥 Тёзки: { $words }
review-why-for = ➕ За: { $words }
review-why-against = ➖ Против: { $words }
review-places = Где: { $values }
review-sectors = Отрасли: { $values }
review-amount = Сумма: { $values }
review-stage = Стадия: { $values }
review-jobs = Рабочие места: { $values }
review-none = не указано
review-story-none = Сюжета пока нет
review-story-alone = Сюжет: только эта публикация
review-story-with = Сюжет: ещё { $count ->
    [one] { $count } публикация
    [few] { $count } публикации
   *[many] { $count } публикаций
} ({ $names })
review-story-corrected = ✏️ Сюжет отмечен как исправленный
review-this = 🗂 Проверить
review-of-source = 🗂 Публикации источника
review-keep = ✅ Оставить
review-drop-place = 🚫 Не наш регион
review-drop-topic = 🚫 Не инвестиции
review-fix = ✏️ Исправить
review-story = 🔗 Сюжет
review-newer = ‹ Назад
review-older = Дальше ›
review-queues = 🗂 Что показать
review-undo = ↩️ Отменить это решение
review-back = ‹ К публикации
review-back-to-fixing = ‹ Назад
review-fix-sectors = Отрасли
review-fix-places = Районы
review-fix-amount = Сумма
review-fix-stage = Стадия
review-fix-jobs = Рабочие места
review-mark = Отметить как исправленное
review-none-button = Не указано
review-judge-button = Как у бота
review-split = ✂️ Эта публикация о другом
review-story-told = Об этом же рассказывают:
review-join-ask = Это одно событие с каким-то из этих? Нажмите, и сюжеты станут одним.
review-join-none = Похожих сюжетов за последние дни нет.
review-overview =
    <b>Проверка новостей</b>

    Ждёт решения: { $count }
review-nothing =
    <b>Проверка новостей</b>

    Всё проверено: решения ничего не ждёт.
review-open-all = Всё, что ждёт решения: { $count }
review-open-doubt = Под вопросом: { $count }
review-open-wait = Ждёт публикации: { $count }
review-open-kept = Опубликовано за неделю: { $count }
review-open-drop = Отсеяно за неделю: { $count }
review-ask-amount =
    Сумма сейчас: { $now }

    Пришлите сумму с валютой, например «3 млрд тенге».
review-ask-jobs =
    Рабочие места сейчас: { $now }

    Пришлите число, например 350.
review-wrong-amount = Не вижу здесь суммы с валютой.
review-wrong-jobs = Не вижу здесь числа рабочих мест.
review-said-keep = ✅ Оставлено: { $title }
review-said-drop = 🚫 Отклонено: { $title }
review-said-amend = ✏️ Исправлено: { $title }
review-said-join = 🔗 Сюжеты объединены: { $title }
review-said-split = ✂️ Теперь это отдельный сюжет: { $title }
review-said-mark = ✏️ Отмечено как исправленное: { $title }
review-said-undo = ↩️ Решение отменено: { $title }
review-verdict-keep = оставлено
review-verdict-drop = отклонено
review-verdict-amend = исправлено
review-meanwhile-other = ⚠️ Другой редактор уже решил: { $said } ({ $at }). Ваше нажатие ничего не изменило.
review-meanwhile-you = ⚠️ Вы уже решили: { $said } ({ $at }). Это нажатие ничего не изменило.
review-meanwhile-printed = ⚠️ Пока карточка была открыта, публикация или её сюжет изменились. Ваше нажатие ничего не изменило, посмотрите ещё раз.
error-review-gone = Этой публикации больше нет.
error-review-story-gone = Этого сюжета больше нет.
error-review-no-story = У этой публикации нет сюжета.

# /stats
stats-review = <b>Проверка новостей</b>
stats-review-waiting = Ждёт решения: { $count }
stats-agreement = Бот и редакторы согласны: за 7 дней { $week } из { $week_all }, за 30 дней { $month } из { $month_all }, всего { $ever } из { $ever_all }
stats-agreement-none = Решений редакторов пока нет.
stats-agreement-trend = По неделям: { $trend }
