announce-title =
    📣 <b>Объявления</b>

    { $count ->
        [one] Не отправлено { NUMBER($count) } объявление:
        [few] Не отправлены { NUMBER($count) } объявления:
       *[other] Не отправлено { NUMBER($count) } объявлений:
    }
announce-none =
    📣 <b>Объявления</b>

    Черновиков нет.
announce-new = ✍️ Новое объявление
announce-newer = ‹ Новее
announce-older = Старше ›
announce-back = ‹ К черновику
announce-all = ‹ Все объявления
announce-ask =
    Пришлите то, что нужно объявить. Язык: <b>{ $language }</b>

    Подойдёт текст, фото, видео, альбом, документ, голосовое, опрос или место. Можно переслать готовый пост.
announce-album-comes = 🖼 Альбом: остальные файлы добавятся сами.
announce-draft = 📣 <b>Черновик № { $number }</b>
announce-says-nothing = Пока здесь ничего нет. Выберите язык и пришлите текст, фото или что-то другое.
announce-version = <b>{ $language }</b> — { $excerpt }
announce-others = Остальные получат версию: { $language }
announce-is-fallback = Эту версию получат и те, на чьём языке версии нет.
announce-empty = № { $number } · пусто
announce-audience = 👥 Кому
announce-buttons = 🔘 Кнопки
announce-look = 👁 Посмотреть
announce-test = 🧪 Проверить
announce-send = 📤 Отправить
announce-copy = 📄 Копия
announce-delete = 🗑 Удалить
announce-delete-ask =
    Удалить черновик?

    { $excerpt }
announce-delete-yes = 🗑 Да, удалить
announce-copied = Копия готова: № { $number }
announce-say-anew = ✏️ Заменить
announce-make-fallback = ⭐️ Для остальных языков
announce-drop = ✕ Убрать эту версию
announce-not-editable = ⚠️ Это нельзя будет исправить после отправки, только отозвать.
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
       *[other] Альбом, { NUMBER($count) } файлов
    }
announce-kind-place = Место на карте
announce-kind-contact = Контакт
announce-kind-poll = Опрос
announce-kind-forwarded = Пересланное

announce-buttons-title = 🔘 <b>Кнопки под объявлением</b> (до { $most })
announce-buttons-none = Кнопок пока нет.
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → карточка проекта
announce-presses-known = Кто нажал кнопку проекта, будет видно в итогах. О переходах по ссылкам Telegram не сообщает.
announce-add-link = ＋ Ссылка
announce-add-project = ＋ Проект
announce-to-buttons = ‹ К кнопкам
announce-link-ask =
    Пришлите надпись и ссылку одним сообщением, например:

    Подать заявку https://invest.example.kz/apply
announce-project-ask = Какой проект открывает кнопка? Пришлите код, например TUR-001, или слова из названия.
announce-label-ask = Пришлите надпись для кнопки на этом языке.
announce-labels =
    Кнопка: <b>{ $label }</b>

    Где надписи нет, будет надпись другой версии.
announce-which-project = Какой из них? Выберите или уточните.
announce-no-project = Такого открытого проекта нет. Пришлите код или другие слова.
announce-test-title =
    🧪 <b>Проверка</b>

    Нажмите, кому показать объявление. Вам придут все версии, коллеге — на его языке.
announce-test-alone = Коллег, которым можно написать, пока нет: они появятся, когда нажмут /start.
announce-test-me = 🙋 Мне
announce-trial = 🧪 Проверка: так выглядит объявление № { $number }. Остальным оно не отправлено.
announce-tried = Отправлено
announce-tried-already = Уже отправлено
menu-announce = Объявления

error-announcement-gone = Этого объявления больше нет.
error-announcement-changed = Объявление с тех пор изменилось. Откройте его заново: /announce
error-announcement-empty = В объявлении пока ничего нет.
error-announcement-nobody = Это объявление никто не получит: выберите, кому его отправить.
error-announcement-kind = Это боты пересылать не умеют. Пришлите текст, фото, видео, документ, голосовое, опрос или место.
error-announcement-poll-closed = Этот опрос уже завершён: голосовать в нём нельзя.
error-announcement-quiz = В этой викторине не виден правильный ответ. Создайте её здесь, в этом чате.
error-announcement-long =
    { $over ->
        [one] Слишком длинно: лишний { NUMBER($over) } знак. Боту можно до { NUMBER($most) }.
        [few] Слишком длинно: лишних { NUMBER($over) } знака. Боту можно до { NUMBER($most) }.
       *[other] Слишком длинно: лишних { NUMBER($over) } знаков. Боту можно до { NUMBER($most) }.
    }
error-announcement-album = В альбоме может быть до 10 файлов: фото и видео вместе, документы и аудио — отдельно. Остальное не взято; заменить альбом целиком можно кнопкой «Заменить».
error-announcement-link = Такую ссылку Telegram не примет. Нужен адрес сайта, например: Подробнее https://example.kz/page
error-announcement-label = Надпись на кнопке — от 1 до 64 знаков.
error-announcement-buttons = Больше кнопок добавить нельзя.
error-announcement-poll = Сейчас опрос не отправился. Пришлите его ещё раз.
error-needs-announcing-write = Писать объявления могут те, кому это поручено.
error-needs-announcing-send = Отправлять объявления могут те, кому это поручено.

act-announcement-delete = Черновик объявления удалён
