# Итоги объявления и что с ними делать
result-title = 📊 <b>Итоги объявления № { $number }</b>
result-said = «{ $excerpt }»
result-state = Состояние: { $state }
result-started = Начато: { $at }
result-finished = Закончено: { $at }
result-withdrawn = Отозвано: { $at }
result-sent = ✅ Доставлено: <b>{ NUMBER($count) }</b> из { NUMBER($all) }
result-left = ⏳ Ещё отправляется: { NUMBER($count) }
result-failed = ❌ Не доставлено: { NUMBER($count) }
result-uncertain = ❓ Неизвестно, дошло ли: { NUMBER($count) }
result-cancelled = 🚫 Отменено: { NUMBER($count) }
result-partly = ✂️ Дошло не целиком: { NUMBER($count) }
result-blocked-since = 🔇 Стали недоступны уже после доставки: { NUMBER($count) }
result-reason = {"  "}· { $why }: { NUMBER($count) }
result-languages = <b>По языкам</b>
result-language = { $name }: { NUMBER($count) } из { NUMBER($all) }
result-presses = <b>Нажали кнопку</b>
result-pressed = { $label }: { NUMBER($count) }
result-links = О нажатиях на ссылки Telegram не сообщает.

result-why-refused = Telegram не принял: { $words }
result-why-stopped = отправка остановлена
result-why-forgotten = данные удалены по просьбе человека
result-why-late = срок прошёл
result-why-withdrawn = объявление отозвано

result-refresh = 🔄 Обновить
result-file = 📄 Таблица XLSX
result-again = ❓ Не знаем, дошло ли: { NUMBER($count) }
result-resend = 📤 Отправить тем, кто не получил
result-follow = 💬 Написать тем, кто нажал кнопку
result-list = ‹ Все объявления
result-back = ‹ К итогам
result-making = Готовлю таблицу…
result-made = ✅ Таблица готова
result-not-made = Таблица не получилась. Попробуйте ещё раз.
result-caption = Итоги объявления № { $number }. Получателей: { NUMBER($count) }
result-again-ask =
    Telegram не ответил, дошло ли объявление. Получателей: <b>{ NUMBER($count) }</b>.

    Если отправить ещё раз, кто-то может получить его дважды. Если оставить, кто-то может не получить совсем.
result-again-yes = 📤 Отправить ещё раз: { NUMBER($count) }
result-leave = Оставить как есть
result-again-done = 📤 Отправляется ещё раз. Получателей: { NUMBER($count) }
result-follow-ask = Кому написать? Будет новый черновик для тех, кто нажал кнопку.
result-pressed-button = { $label } · { NUMBER($count) }

announced-state-draft = черновик
announced-state-awaiting = ждёт второго человека
announced-state-scheduled = запланировано
announced-state-sending = отправляется
announced-state-paused = приостановлено
announced-state-sent = отправлено
announced-state-cancelled = отменено
announced-state-withdrawn = отозвано

error-results-failed = Таблица не получилась. Попробуйте ещё раз.
error-nobody-in-doubt = Неизвестных больше нет: про всех уже известно, дошло или нет.
error-not-over = Объявление ещё отправляется. Дождитесь конца или остановите отправку.
error-already-withdrawn = Объявление уже отозвано.

act-announcement-again = Объявление отправлено ещё раз тем, о ком не было известно
act-announcement-resend = Черновик для тех, кто не получил объявление
act-announcement-follow-up = Черновик для тех, кто нажал кнопку объявления

book-title = Итоги объявления № { $number }
book-sheet-summary = Итоги
book-sheet-recipients = Получатели
book-sheet-presses = Нажатия
book-made = Составлено: { $at }
book-what = Показатель
book-count = Количество
book-all = Получателей всего
book-sent = Доставлено
book-left = Ещё отправляется
book-failed = Не доставлено
book-uncertain = Неизвестно, дошло ли
book-cancelled = Отменено
book-partly = Дошло не целиком
book-blocked-since = Стали недоступны уже после доставки
book-reasons = Почему не доставлено
book-why = Причина
book-by-language = По языкам
book-language = Язык
book-delivered = Доставлено
book-chat = Номер чата
book-name = Группа или канал
book-kind = Чат
book-kind-private = человек
book-kind-group = группа
book-kind-channel = канал
book-state = Состояние
book-when = Когда
book-button = Кнопка
book-people = Нажали, человек
book-leads = Куда ведёт
book-not-told = нет данных: Telegram не сообщает
book-forgotten = данные удалены
book-state-waiting = ждёт очереди
book-state-under-way = отправляется
book-state-sent = доставлено
book-state-failed = не доставлено
book-state-uncertain = неизвестно, дошло ли
book-state-cancelled = отменено
book-state-part = дошло не целиком

# Исправить или отозвать у всех
result-correct = ✏️ Исправить у всех
result-withdraw = 🗑 Отозвать
result-edit = ✏️ Правка { $at }. Исправлено: { NUMBER($count) }
result-edit-going = ✏️ Правка { $at }. Исправлено: { NUMBER($count) }, осталось: { NUMBER($left) }
result-edit-replaced = ✏️ Правка { $at }, её сменила следующая. Исправлено: { NUMBER($count) }
result-withdrawal = 🗑 Удалено: { NUMBER($count) }
result-withdrawal-going = 🗑 Удаляется. Удалено: { NUMBER($count) }, осталось: { NUMBER($left) }
result-amend-failed = Не получилось: { NUMBER($count) }
result-amend-beyond = Уже не достать: { NUMBER($count) }

correction-title = ✏️ <b>Правка объявления № { $of }</b>
correction-apply = ✅ Исправить у всех…
correct-ask = ✏️ <b>Исправить объявление № { $of } у всех?</b>
correct-versions = Меняются версии: { $versions }
correct-within = Исправим у получателей: <b>{ NUMBER($count) }</b>
correct-waiting = Получат уже исправленное: { NUMBER($count) }
correct-under-way = Исправим, как только дойдёт: { NUMBER($count) }
correct-old = отправлено больше 30 дней назад
correct-yes = ✏️ Исправить: { NUMBER($count) }
correct-back = ‹ К правке
correct-needs-another = Включено правило второго человека: исправить должен кто-то другой. Правка ждёт в /announce.
correct-done = ✏️ Исправляем. Экран можно обновлять.
withdraw-ask = 🗑 <b>Отозвать объявление № { $number }?</b>
withdraw-within = Удалим у получателей: <b>{ NUMBER($count) }</b>
withdraw-waiting = Ещё не получили и не получат: { NUMBER($count) }
withdraw-under-way = Удалим, как только дойдёт: { NUMBER($count) }
withdraw-old = отправлено больше 48 часов назад, Telegram удалить не даёт
withdraw-yes = 🗑 Отозвать и удалить: { NUMBER($count) }
withdraw-done = 🗑 Отзываем. Экран можно обновлять.
reach-beyond = Уже не достать:
reach-gone = бот заблокирован, или чата больше нет
reach-doubt = неизвестно, дошло ли

error-amend-nothing = Правка ничего не меняет: измените версию или кнопки.
error-amend-versions = Разослано было на других языках. В правке должны остаться те же версии.
error-amend-shape = В новой версии другое число сообщений, а Telegram даёт только править те, что есть. Оставьте столько же.
error-amend-kind = Такое сообщение Telegram не даёт заменить на такое. Текст можно заменить текстом, фото, видео или файл друг другом; опрос, место, голосовое, стикер и пересланное не меняются.

act-announcement-correct = Объявление исправлено у всех
act-announcement-withdraw = Объявление отозвано
audit-field-draft = черновик
audit-field-button = кнопка
audit-field-kk = қазақша
audit-field-ru = по-русски
audit-field-en = по-английски
audit-field-zh = по-китайски
