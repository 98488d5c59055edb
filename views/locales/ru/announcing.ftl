announce-title =
    📣 <b>Объявления</b>

    { $count ->
        [one] Не отправлено { NUMBER($count) } объявление:
        [few] Не отправлены { NUMBER($count) } объявления:
       *[many] Не отправлено { NUMBER($count) } объявлений:
    }
announce-none =
    📣 <b>Объявления</b>

    Черновиков нет.
announce-new = ✍️ Новое объявление
announce-newer = ‹ Новее
announce-older = Старше ›
announce-archive = 🗂 Все объявления
announce-back = ‹ К черновику
announce-all = ‹ К черновикам
announce-ask =
    Пришлите то, что нужно объявить. Язык: <b>{ $language }</b>

    Подойдёт текст, фото, видео, альбом, документ, голосовое, опрос или место. Можно переслать готовый пост.
announce-album-comes = 🖼 Альбом: остальные файлы добавятся сами.
announce-instead = ⚠️ Пока вы писали, черновик № { $number } изменился. Он остался как есть, а ваше сообщение — здесь, в новом черновике № { $this }.
announce-too-many = ⚠️ В альбоме 10 файлов, больше Telegram не берёт. Остальное не вошло. Чтобы взять другие файлы, замените версию.
announce-too-much = ⚠️ Взято только первое сообщение: объявление — это одно сообщение или один альбом. Если это был длинный текст, Telegram разделил его: в одно сообщение входит 4 096 знаков. Сократите и замените версию.
announce-draft = 📣 <b>Черновик № { $number }</b>
announce-is-awaiting = 👀 <b>Объявление № { $number } ждёт согласования</b>
announce-is-scheduled = 🗓 <b>Объявление № { $number } будет отправлено</b>
announce-is-sending = 📤 <b>Объявление № { $number } отправляется</b>
announce-is-paused = ⏸ <b>Объявление № { $number } приостановлено</b>
announce-is-sent = ✅ <b>Объявление № { $number } отправлено</b>
announce-is-cancelled = 🚫 <b>Отправка объявления № { $number } отменена</b>
announce-way-send = 🗓 Отправка
announce-way-watch = 📈 Ход отправки
announce-way-result = 📊 Итоги
announce-says-nothing = Пока здесь ничего нет. Выберите язык и пришлите текст, фото или что-то другое.
announce-version = <b>{ $language }</b> — { $excerpt }
announce-album = Альбом
announce-readers = {" "}· 👥 { NUMBER($count) }
announce-others = Остальные получат версию: { $language }
announce-fallback = ⭐️ Остальным: { $language }
announce-fallback-ask = ⭐️ Этих версий нет: { $languages }. Какую версию получат те, кто читает на этих языках?
announce-edit-here = ✏️ Мелкую правку внесите прямо в своё сообщение в этом чате: черновик изменится сам.
announce-edited = ✏️ Исправлено и в черновике № { $number }.
announce-edited-late = ⚠️ Объявление № { $number } уже подтверждено: правка сообщения его не меняет. Чтобы исправить, снимите его с отправки.
announce-open = Открыть
announce-empty = № { $number } · пусто
announce-number = № { $number }
announce-audience = 👥 Кому
announce-buttons = 🔘 Кнопки
announce-buttons-some = 🔘 Кнопки: { NUMBER($count) }
announce-look = 👁 Посмотреть
announce-looked = 👆 Так увидят версию: { $language }
announce-look-failed = ⚠️ Показать не получилось. Версия: { $language }. Попробуйте ещё раз; если снова нет, Telegram не принимает её: замените версию или ссылки в кнопках.
announce-test = 🧪 Проверить
announce-send = 📤 Отправить
announce-copy = 📄 Копия
announce-delete = 🗑 Удалить
announce-delete-ask =
    🗑 Удалить черновик № { $number }?

    { $excerpt }
announce-delete-yes = 🗑 Да, удалить
announce-keep = Оставить
announce-deleted = 🗑 Черновик № { $number } удалён.
announce-copied = 📄 Это копия: № { $number } остаётся как есть.
announce-say-anew = ✏️ Заменить
announce-drop = ✕ Убрать
announce-drop-ask =
    Убрать версию?

    <b>{ $language }</b> — { $excerpt }
announce-drop-yes = ✕ Да, убрать
announce-not-editable = ⚠️ После отправки не исправить, только отозвать: { $kinds }.
announce-unread = ⚠️ Эту версию никто не получит: { $languages }. Среди получателей нет тех, кто читает на этом языке.
announce-keep-source = ⚠️ Пересылается из этого чата: не удаляйте здесь исходное сообщение, пока объявление не отправлено.
announce-same-poll = ℹ️ Опрос тот же, что в объявлении № { $number }: голоса считаются вместе. Чтобы начать новый, замените версию.
announce-shut = ⚠️ Кнопка никому ничего не покажет: { $label }. Этот проект скрыт или удалён.
announce-buttons-below = ℹ️ Под альбомом, опросом и пересланным кнопок не бывает: они придут следующим сообщением.
announce-below = Подробнее:
announce-kind-text = Текст
announce-kind-photo = Фото
announce-kind-video = Видео
announce-kind-animation = GIF
announce-kind-audio = Аудио
announce-kind-document = Документ
announce-kind-voice = Голосовое сообщение
announce-kind-video-note = Видеосообщение
announce-kind-sticker = Стикер
announce-kind-album =
    { $count ->
        [one] Альбом, { NUMBER($count) } файл
        [few] Альбом, { NUMBER($count) } файла
       *[many] Альбом, { NUMBER($count) } файлов
    }
announce-kind-place = Место на карте
announce-kind-contact = Контакт
announce-kind-poll = Опрос
announce-kind-forwarded = Пересланное
announce-kind-with = { $kind }: { $words }

announce-buttons-title = 🔘 <b>Кнопки под объявлением</b> (до { $most })
announce-buttons-none = Кнопок пока нет.
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → карточка проекта
announce-presses-known = Кто нажал кнопку проекта, будет видно в итогах. О переходах по ссылкам Telegram не сообщает.
announce-add-link = ＋ Ссылка
announce-add-project = ＋ Проект
announce-to-buttons = ‹ К кнопкам
announce-relink = 🔗 Другая ссылка
announce-higher = ⬆️ Выше
announce-lower = ⬇️ Ниже
announce-unbutton = ✕ Убрать кнопку
announce-link-ask =
    Пришлите надпись и ссылку одним сообщением, например:

    Подать заявку https://invest.example.kz/apply
announce-relink-ask = Пришлите новую ссылку. Надписи на кнопке останутся.
announce-project-ask = Какой проект открывает кнопка? Пришлите код, например TUR-001, или слова из названия.
announce-label-ask = Пришлите надпись для кнопки. Язык: { $language }
announce-labels = Нажмите на язык, чтобы изменить надпись. Где надписи нет, будет надпись другой версии.
announce-which-project = Какой из них? Выберите или уточните.
announce-no-project = Такого открытого проекта нет. Пришлите код или другие слова.
announce-test-title = 🧪 <b>Проверка черновика № { $number }</b>
announce-test-each = Нажмите, кому показать: придёт сразу. Вам — все версии, коллеге — на его языке. ✓ — этот вариант уже показан.
announce-test-one = Нажмите, кому показать: придёт сразу. Версия: <b>{ $language }</b>. ✓ — этот вариант уже показан.
announce-test-lost = ✗ — не дошло: Telegram не принял сообщение или чат закрыт.
announce-test-alone = Коллег, которым можно написать, пока нет: они появятся, когда нажмут /start.
announce-test-me = 🙋 Мне
announce-trial = 🧪 Проверка. Так выглядит объявление № { $number }, версия: { $language }. Остальным оно не отправлено.
announce-tried = Отправлено
announce-tried-already = Уже отправлено
menu-announce = Объявления

error-announcement-gone = Этого объявления больше нет.
error-announcement-changed = Объявление с тех пор изменилось: проверьте его ещё раз.
error-announcement-empty = В объявлении пока ничего нет.
error-announcement-nobody = Это объявление никто не получит: выберите, кому его отправить.
error-announcement-kind = Это боты передать не могут. Пришлите текст, фото, видео, документ, голосовое, опрос или место.
error-announcement-protected = Автор запретил пересылать это сообщение. Пришлите другое.
error-announcement-full = В альбоме может быть до { $most } файлов. Остальное не взято.
error-announcement-poll-closed = Этот опрос уже завершён: голосовать в нём нельзя.
error-announcement-quiz = В этой викторине не виден правильный ответ. Создайте её здесь, в этом чате.
error-announcement-long =
    { $over ->
        [one] Слишком длинно: лишний { NUMBER($over) } знак. Боту можно до { NUMBER($most) }.
        [few] Слишком длинно: лишних { NUMBER($over) } знака. Боту можно до { NUMBER($most) }.
       *[many] Слишком длинно: лишних { NUMBER($over) } знаков. Боту можно до { NUMBER($most) }.
    }
error-announcement-album = Такие файлы в один альбом Telegram не берёт: фото и видео идут вместе, документы и аудио — отдельно.
error-announcement-link = Такую ссылку Telegram не примет, или она ведёт во внутреннюю сеть. Нужен адрес сайта, например: Подробнее https://example.kz/page
error-announcement-label = Надпись на кнопке — от 1 до 64 знаков.
error-announcement-buttons = Под объявлением уже три кнопки. Чтобы добавить другую, уберите одну из них.
error-announcement-poll = Сейчас опрос не отправился. Пришлите его ещё раз.
error-needs-announcing-write = Писать объявления могут те, кому это поручено.
error-needs-announcing-send = Отправлять объявления могут те, кому это поручено.

act-announcement-delete = Черновик объявления удалён
