watch-sending = 📤 <b>Объявление № { $number } отправляется</b>
watch-paused = ⏸ <b>Объявление № { $number } приостановлено</b>
watch-sent = ✅ <b>Объявление № { $number } отправлено</b>
watch-sent-nobody = ⚠️ <b>Объявление № { $number } не дошло ни до кого</b>
watch-cancelled = 🚫 <b>Отправка объявления № { $number } отменена</b>
watch-not-begun = 🕒 <b>Объявление № { $number } ещё не отправляется</b>
watch-stopped = ⚠️ <b>Объявление № { $number } приостановилось само</b>

watch-bar = { $bar } { $percent } %
watch-sent-of = Доставлено: <b>{ $sent }</b> из { $total }
watch-left = Осталось: { $left }
watch-asleep = Из них ждут утра или своего времени: { $asleep }, первые получат { $at }
watch-failed = Не доставлено: { $failed }
watch-reason = · { $reason }: { $chats }
watch-uncertain = Неизвестно, дошло ли: { $uncertain }
watch-not-sent = Не отправлено из-за отмены: { $cancelled }
watch-speed = Скорость: { $speed } в секунду
watch-time-left = Ещё примерно: { $time }
watch-moment = меньше минуты
watch-minutes = { $minutes } мин
watch-hours = { $hours } ч { $minutes } мин
watch-stuck = ⏳ Telegram сейчас не принимает сообщения. Никто не потерян: они ждут и уйдут сами.

failure-blocked = бот заблокирован
failure-deleted = аккаунт удалён
failure-gone = чата нет или бота в нём нет
failure-no-rights = нет права писать в чат
failure-other = другое

watch-why-refused = Telegram не принимает это сообщение, причём подряд. Похоже, ошибка в нём самом. Telegram ответил:
watch-why-refused-version = Telegram не принимает версию «{ $version }», причём подряд. Похоже, ошибка в ней самой. Telegram ответил:
watch-why-nobody = Подряд не доходит ни до кого. Telegram ответил:
watch-why-many = Не доходит больше чем до половины последних получателей. Чаще всего Telegram отвечает:

watch-pause = ⏸ Приостановить
watch-resume = ▶️ Продолжить
watch-cancel = ✖️ Отменить
watch-cancel-ask =
    ✖️ <b>Отменить отправку объявления № { $number }?</b>

    Ещё не получили: { $left }. Им оно не придёт. У тех, кто уже получил, оно останется.
watch-cancel-yes = ✖️ Да, отменить
watch-cancel-no = ‹ Нет, не отменять
watch-results = 📊 Итоги
watch-open = Открыть
watch-all = ‹ Отправка объявлений
watch-here = Показать здесь
watch-moved = 📤 За объявлением № { $number } теперь следит сообщение ниже.

watch-list =
    📤 <b>Отправка объявлений</b>

    Отправляются, приостановлены или ждут своего часа:
watch-list-empty =
    📤 <b>Отправка объявлений</b>

    Сейчас ничего не отправляется.
watch-list-more = Ещё: { $more }
watch-drafts = ‹ Черновики
watch-list-open = 📤 Отправка

watch-did-pause = Приостановлено
watch-did-resume = Продолжается
watch-did-cancel = Отменено
watch-was-otherwise = С тех пор всё изменилось, вот как сейчас

act-announcement-pause = Отправка объявления приостановлена
act-announcement-resume = Отправка объявления продолжена
act-announcement-cancel = Отправка объявления отменена
audit-field-said = ответ Telegram
audit-field-cancelled = не получат
