# Кому: аудитория объявления одним предложением
audience-all-both = Все люди и группы
audience-all-people = Все люди
audience-all-groups = Все группы
audience-some-both = Люди и группы, которые
audience-some-people = Люди, которые
audience-some-groups = Группы, которые
audience-says = { $who }.
audience-says-which = { $who } { $which }.
audience-says-less = { $who }, кроме { $less }.
audience-says-both = { $who } { $which }, кроме { $less }.
audience-says-nobody = Никто: и люди, и группы исключены.
audience-and = { $first } и { $last }
audience-or = { $first } или { $last }
audience-less-one = тех, кто { $clause }
audience-less-and = { $first }, и { $last }

audience-in-kk = казахском
audience-in-ru = русском
audience-in-en = английском
audience-in-zh = китайском
audience-among-role-admin = администраторами
audience-among-role-official = сотрудниками
audience-among-role-subscriber = подписчиками без роли
audience-less-role-admin = администратором
audience-less-role-official = сотрудником
audience-less-role-subscriber = подписчиком без роли
audience-button = «{ $label }» (объявление № { $number })
audience-button-gone = № { $at } (объявление № { $number })
audience-number = № { $number }
audience-chats-gone = сколько: { NUMBER($count) }
audience-project-hidden = № { $number }

audience-among-languages = читают на { $list }
audience-among-roles = являются { $list }
audience-among-districts =
    { $count ->
        [1] читают новости района ({ $list }) или всей области
       *[other] читают новости одного из районов ({ $list }) или всей области
    }
audience-among-sectors =
    { $count ->
        [1] читают об отрасли ({ $list }) или обо всех отраслях
       *[other] читают об одной из отраслей ({ $list }) или обо всех отраслях
    }
audience-among-projects =
    { $count ->
        [1] следят за проектом { $list }
       *[other] следят за одним из проектов ({ $list })
    }
audience-among-active =
    { $days ->
        [one] писали боту или нажимали кнопки за последний { $days } день
        [few] писали боту или нажимали кнопки за последние { $days } дня
       *[many] писали боту или нажимали кнопки за последние { $days } дней
    }
audience-among-chats = выбраны вручную ({ $list })
audience-among-pressed = нажали кнопку { $list }
audience-among-missed = не получили объявление { $list }

audience-less-languages = читает на { $list }
audience-less-roles = является { $list }
audience-less-districts =
    { $count ->
        [1] сам выбрал район ({ $list })
       *[other] сам выбрал один из районов ({ $list })
    }
audience-less-sectors =
    { $count ->
        [1] сам выбрал отрасль ({ $list })
       *[other] сам выбрал одну из отраслей ({ $list })
    }
audience-less-projects =
    { $count ->
        [1] следит за проектом { $list }
       *[other] следит за одним из проектов ({ $list })
    }
audience-less-active =
    { $days ->
        [one] писал боту или нажимал кнопки за последний { $days } день
        [few] писал боту или нажимал кнопки за последние { $days } дня
       *[many] писал боту или нажимал кнопки за последние { $days } дней
    }
audience-less-chats = выбран вручную ({ $list })
audience-less-pressed = нажал кнопку { $list }
audience-less-missed = не получил объявление { $list }

# Экран аудитории
audience-title = 👥 <b>Кому</b> · объявление № { $number }
audience-get = Получат: <b>{ NUMBER($count) }</b>
audience-get-groups = Получат: <b>{ NUMBER($count) }</b>, в том числе группы: { NUMBER($groups) }
audience-language-count = { $language }: { NUMBER($count) }
audience-unreachable = Недоступны, им не придёт: { NUMBER($count) }
audience-paused = На паузе, им не придёт: { NUMBER($count) }
audience-takes = Отправка займёт { $time } ({ NUMBER($rate) } в секунду)
audience-time-soon = меньше минуты
audience-time-minutes = около { $minutes } мин
audience-time-hours = около { $hours } ч { $minutes } мин
audience-nobody-gets = ⚠️ Сейчас это объявление никто не получит: измените условия.
audience-confirmed = Объявление уже подтверждено: кому оно, больше не меняется.
audience-less-title = 🚫 <b>Исключения</b> · объявление № { $number }
audience-less-about = Кому объявление не придёт, даже если в остальном подходит.

audience-kind-sorts = 👤 Люди или группы
audience-kind-languages = 🗣 Язык
audience-kind-roles = 🛡 Роль
audience-kind-districts = 📍 Район
audience-kind-sectors = 🏷 Отрасль
audience-kind-projects = 🏗 Проект
audience-kind-active = 🕓 Активность
audience-kind-chats = ✋ Вручную
audience-kind-pressed = Нажавшие кнопку
audience-kind-missed = Не получившие объявление
audience-kind-count = { $kind }: { NUMBER($count) }
audience-drop-kind = ✕ { $kind }
audience-leave-out = 🚫 Исключить…
audience-everyone = Всем
audience-nobody-out = Никого не исключать
audience-saved = 📁 Сохранённые
audience-save = 💾 Сохранить
audience-to-draft = ‹ К объявлению
audience-back = ‹ Кому
audience-back-less = ‹ Исключения

# Выбор по каждому виду
audience-ask-sorts = <b>Люди или группы</b>
audience-ask-languages =
    <b>Язык</b>
    На котором чат пользуется ботом.
audience-ask-roles = <b>Роль</b>
audience-ask-districts =
    <b>Районы и города</b>
    Подходят и те, кто читает новости всей области.
audience-ask-sectors =
    <b>Отрасли</b>
    Подходят и те, кто читает обо всех отраслях.
audience-ask-projects =
    <b>Проекты</b>
    Подходят те, кто следит за проектом. Отметьте его здесь или пришлите код или название; несколько — через запятую.
audience-ask-active =
    <b>Активность</b>
    Когда в чате последний раз писали боту или нажимали кнопки.
audience-ask-chats =
    <b>Вручную</b>
    Отметьте коллег здесь или пришлите номера чатов и названия групп, каждое с новой строки. Объявление получат те из них, кто подписан или имеет роль.
audience-ask-less-districts =
    <b>Районы и города</b>
    Исключаются только те, кто сам выбрал район. Кто читает новости всей области, получит объявление.
audience-ask-less-sectors =
    <b>Отрасли</b>
    Исключаются только те, кто сам выбрал отрасль. Кто читает обо всех отраслях, получит объявление.
audience-sort-people = Люди
audience-sort-groups = Группы
audience-role-subscriber = без роли
audience-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
audience-any-sorts = Люди и группы
audience-any-languages = Любой язык
audience-any-roles = Любая роль
audience-any-districts = Любой район
audience-any-sectors = Любая отрасль
audience-any-projects = Неважно, за чем следят
audience-any-active = Неважно
audience-any-chats = Не выбирать вручную
audience-none-out = Не исключать
audience-chat-number = № { $number }
audience-picked = Добавлено: { NUMBER($count) } ✅
audience-unknown = Не нашлось: { $list }
audience-offered = Нашлось несколько. Отметьте нужное:

# Сохранённые аудитории
audience-saved-title = 📁 <b>Сохранённые аудитории</b>
audience-saved-none =
    📁 <b>Сохранённые аудитории</b>

    Пока ничего не сохранено.
audience-saved-line = <b>{ $name }</b>: { $says }
audience-saved-done = Сохранено: { $name } ✅
audience-name-ask = Под каким названием сохранить? Пришлите его сообщением.
audience-drop-ask = Удалить сохранённую аудиторию <b>{ $name }</b>? Объявления, для которых её уже взяли, не изменятся.
audience-drop-yes = 🗑 Удалить
audience-drop-no = Нет, оставить

error-audience-too-many = Вручную можно выбрать не больше { NUMBER($most) } чатов. Никто не добавлен.
error-audience-name-long = Название должно быть не пустым и не длиннее { $most } знаков.
error-audience-name-taken = Такое название уже есть. Пришлите другое.
error-audience-saved-full = Сохранённых аудиторий уже { NUMBER($most) }. Сначала удалите ненужную.
error-audience-gone = Этой сохранённой аудитории больше нет.

audit-audience = аудитория № { $number }
act-audience-save = Аудитория сохранена
act-audience-drop = Сохранённая аудитория удалена
