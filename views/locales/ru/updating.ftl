# /update: правки проектов

error-other-update = Начата правка другого проекта. Закончите или отмените её: /update
error-proposal-decided = Это предложение уже рассмотрено.
error-own-proposal = Своё предложение подтверждает другой сотрудник.
error-nothing-changes = Так и записано, менять нечего.
error-notes-long = Заметок слишком много. Уберите старые или напишите короче.
error-list-full = Здесь хранится не больше { $most } записей.
error-no-entry = Такой записи уже нет. Откройте проект заново.
error-undo-overtaken = Вернуть нельзя: с тех пор это изменили ещё раз. Внесите новую правку.
error-undo-first = С этой записи проект начался, её не отменить.

update-pick =
    <b>Какой проект обновить?</b>

    Выберите из своих или напишите код либо слова из названия.
update-pick-none = Ваших проектов в реестре пока нет. Напишите код или слова из названия.
update-not-found = Среди ваших проектов такого нет: «{ $words }». Напишите код, например TUR-001, или слово из названия.
update-found = Нашлось несколько проектов. Какой из них?
update-continue = ✏️ Продолжить: { $name }
update-waiting = 📥 Ждут решения: { $count }
update-other-open =
    Начата и не подтверждена правка другого проекта: <b>{ $name }</b>.

    Сначала закончить её?
update-go-on = ✏️ Продолжить её
update-throw-away = ✕ Отменить её и начать новую

update-title = ✏️ <b>{ $name }</b>
update-now = Сейчас: { $what }
update-pending = <b>Что изменится</b>
update-why = Почему: { $reason }
update-source = Источник: { $source }
update-source-own = Источник: со слов сотрудника, без документа
update-second = Правка вступит в силу, когда её подтвердит другой сотрудник.
update-meanwhile = <b>Пока вы готовили правку, проект изменили</b>
update-meanwhile-by = { $who }, { $when }:
update-clash = ⚠️ Вы меняете то же самое: проверьте, что осталось верным.
update-overtaken = ⚠️ Проект изменили, пока вы смотрели. Ничего не записано: проверьте ещё раз.
update-altered = ⚠️ Правка с тех пор стала другой. Ничего не записано: проверьте ещё раз.
update-recorded = ✅ Записано: <b>{ $name }</b>
update-deleted = 🗑 Удалено: <b>{ $name }</b>
update-proposed =
    📨 Отправлено на подтверждение: <b>{ $name }</b>

    Изменения вступят в силу, когда их подтвердит другой сотрудник.
update-nothing = Подтверждать нечего: правка уже записана или отменена.
update-dropped = Правка отменена, проект остался как был.
update-file-added = 📎 Файл добавлен.
update-place-taken = 📍 Место записано.
update-unchanged-said = ✅ Подтверждено: без изменений.

update-ask-menu = Что изменилось? Нажмите или напишите, например «60 %». Фото, документ и место на карте можно прислать прямо сюда.
update-ask-more = Что ещё изменить?
update-ask-stage = На какой стадии проект?
update-ask-suspend = Почему работы приостановлены? Напишите коротко.
update-ask-percent = { $field }: сколько процентов? Нажмите или напишите число.
update-ask-milestones = Какой этап? Новый можно написать сразу со сроком: «Фундамент, 15.03.2027».
update-ask-milestone = «{ $title }», срок: { $date }
update-ask-milestone-met = «{ $title }»: когда выполнено? Напишите дату, например «15.03.2027» или «вчера».
update-ask-milestone-due = «{ $title }»: какой новый срок? Например «15.03.2027», «март 2027», «3 квартал».
update-ask-milestone-new = Напишите название этапа и срок: «Фундамент, 15.03.2027».
update-ask-milestone-new-due = «{ $title }»: какой срок? Например «15.03.2027», «март 2027», «3 квартал».
update-ask-dates = Какую дату записать?
update-ask-date = { $field }: напишите дату, например «15.03.2027», «март 2027», «2027».
update-ask-amount = Какая сумма действует? Выберите или напишите новую словами источника: «3 млрд тенге».
update-ask-claim = { $amount }: кто и когда назвал эту сумму? Напишите источник и дату: «Казинформ, 12.03.2026». Можно прислать ссылку.
update-ask-jobs = Какие рабочие места?
update-ask-number = { $field }: сколько? Напишите число.
update-ask-blocker = Что мешает проекту? Напишите. Препятствия видят только сотрудники.
update-ask-blockers = Нажмите на то, что решено, или напишите новое препятствие. Их видят только сотрудники.
update-ask-note = Напишите заметку. Её увидят только сотрудники.
update-ask-files = Пришлите фото или документ, до 10 МБ. Сначала его видят только сотрудники; открыть для всех можно кнопкой.
update-ask-place = Где проект? Пришлите геопозицию, координаты («43.297, 68.251») или ссылку на карту. Адрес можно написать словами.
update-ask-curator = Кто куратор проекта?
update-ask-names = На каком языке записать название?
update-ask-name = Название ({ $language }): напишите его.
update-ask-districts = В каком районе или городе проект?
update-ask-zone = В какой зоне проект?
update-ask-investor = Кто инвестор? Напишите название и страну: «Lihua Cotton, Китай». Лишнее можно убрать кнопкой.
update-ask-sectors = В какой отрасли проект?
update-ask-capacity = Какая мощность? Напишите словами источника: «10 млн м ткани в год».
update-ask-memorandum = Напишите номер и дату меморандума: «№ 12, 30.08.2023».
update-ask-delete = Удалить проект из реестра? Его больше никто не увидит. История сохранится, удаление можно отменить.
update-ask-why = Почему? Выберите или напишите. Ссылку на источник можно добавить сюда же.
update-ask-source = Чем это подтверждается? Пришлите ссылку или напишите, какой это документ или издание.

update-not-menu = Не получилось понять: «{ $words }». Выберите, что изменилось, и напишите там.
update-not-date = Дата не распознана: «{ $words }». Подойдёт «15.03.2027», «март 2027», «3 квартал», «2027».
update-not-percent = Процент не распознан: «{ $words }». Нужно число от 0 до 100.
update-not-number = Число не распознано: «{ $words }». Подойдёт «1 200».
update-not-amount = Сумма не распознана: «{ $words }». Напишите вместе с валютой: «3 млрд тенге», «7 млн долларов».
update-not-link = В ссылке нет координат: «{ $words }».
update-not-here = Здесь это записать нельзя: «{ $words }». Выберите кнопкой.
update-not-text = Такое сообщение записать нельзя.
update-long = Слишком длинно: уместите в { $most } знаков.

update-reason-visit = По итогам выезда на объект
update-reason-investor = По данным инвестора
update-reason-meeting = По итогам совещания
update-reason-documents = По документам

update-what-stage = Стадия
update-what-progress = Ход работ, %
update-what-milestones = Этапы
update-what-dates = Даты
update-what-amount = Сумма
update-what-jobs = Рабочие места
update-what-blockers = Препятствия
update-what-note = Заметка
update-what-files = Фото, документ
update-what-place = Место
update-what-more = Ещё…
update-what-curator = Куратор
update-what-names = Название
update-what-investor = Инвестор
update-what-sectors = Отрасль
update-what-capacity = Мощность
update-what-memorandum = Меморандум
update-what-districts = Район или город
update-what-zone = Зона
update-what-delete = 🗑 Удалить проект

update-next = Дальше ›
update-back = ‹ Назад
update-cancel = ✕ Отменить правку
update-to-card = ‹ К проекту
update-again = ✏️ Новая правка
update-add-more = ➕ Изменить ещё что-то
update-confirm = ✅ Подтвердить
update-send = 📨 Отправить на подтверждение
update-change-why = ✏️ Причина
update-change-source = 🔗 Источник
update-own-word = С моих слов
update-unchanged = ✅ Ничего не изменилось
update-publish = 🌐 Показать всем
update-suspend = ⏸ Приостановлен
update-resume = ▶️ Работы возобновлены
update-lapsed = Меморандум утратил силу
update-not-lapsed = Меморандум в силе
update-today = Сегодня
update-skip = Дата неизвестна
update-met-today = ✅ Выполнен сегодня
update-met-other = ✅ Выполнен в другой день
update-not-met = Ещё не выполнен
update-move = 📅 Изменить срок
update-milestone-new = ➕ Новый этап
update-empty = ✕ Убрать дату
update-claim-own = С моих слов, сегодня
update-claim-keep = Оставить действующей прежнюю сумму
update-notes-clear = ✕ Убрать все заметки
update-file-show = 🌐 Открыть для всех: { $title }
update-file-hide = 🔒 Только сотрудникам: { $title }
update-no-curator = Без куратора
update-no-zone = Вне зон
update-delete-sure = 🗑 Да, удалить
update-see-proposal = 📥 Посмотреть предложение
update-undo = ↩️ Вернуть как было

# Отмена записанного
undo-title = ↩️ <b>{ $name }</b>
undo-what = <b>Что вернётся</b>
undo-was-by = Записано: { $who }, { $when }
undo-why = Почему возвращаем? Выберите или напишите.
undo-overtaken = Вернуть нельзя: с тех пор изменилось ещё раз ({ $fields }). Внесите новую правку.
undo-reason-mistake = Записано по ошибке
undo-reason-wrong = Сведения не подтвердились
undo-reason-other = Относится к другому проекту
undo-only-this = Вернуть только одно
undo-everything = Вернуть всю правку: { $count }
undo-done = ↩️ Возвращено как было: <b>{ $name }</b>
undo-same = Уже возвращено как было: <b>{ $name }</b>

# Предложения, которые ждут решения
proposals-title = <b>Ждут решения: { $count }</b>
proposals-none = Ничего не ждёт решения.
proposals-title-one = 📥 <b>{ $name }</b>
proposals-by = Предлагает: { $who }, { $when }
proposals-from-story = Из новости, { $when }
proposals-moved = ⚠️ С тех пор изменилось: { $fields }. Показано, что изменится сейчас.
proposals-so-already = Так уже и записано: принимать нечего.
proposals-own = Это ваше предложение: его подтвердит другой сотрудник.
proposals-accepted = ✅ Принято · { $who }
proposals-returned = ↩️ Возвращено автору · { $who }
proposals-dismissed = ✕ Отклонено · { $who }
proposals-word = Замечание: { $word }
proposals-accept = ✅ Принять
proposals-correct = ✏️ Исправить
proposals-return = ↩️ Вернуть с замечанием
proposals-dismiss = ✕ Отклонить
proposals-withdraw = ✕ Отозвать
proposals-list = ‹ К списку
proposals-ask-word = Что не так? Напишите автору коротко.
proposals-overtaken = ⚠️ Проект изменили, пока вы смотрели. Ничего не записано: проверьте ещё раз.
proposals-second-now = Принято. Теперь это подтвердит другой сотрудник.

# Что приходит само
notice-proposal-waiting =
    📨 Ждёт подтверждения: <b>{ $name }</b>

    Предлагает: { $who }
notice-proposal-accepted = ✅ Ваша правка подтверждена: <b>{ $name }</b>
notice-proposal-amended = ✅ Ваша правка принята с исправлениями: <b>{ $name }</b>
notice-proposal-returned = ↩️ Вашу правку вернули: <b>{ $name }</b>
notice-proposal-dismissed = ✕ Вашу правку отклонили: <b>{ $name }</b>
notice-open = Открыть

nudge-title =
    <b>Как дела на проектах?</b>

    Больше недели без новостей: { $count }. Ответьте одним нажатием.
nudge-line = { $number }. { $name }: { $what }. Подтверждено: { $when }
nudge-done = ✅ Спасибо, на этой неделе подтверждены все ваши проекты.
nudge-same = { $number } ✅ Без изменений
nudge-update = { $number } ✏️ Обновить
nudge-due-soon = ⏰ { $name }: срок через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
nudge-due-today = ⏰ { $name }: срок сегодня
nudge-due-past = ⚠️ { $name }: срок прошёл { $date }
nudge-due-finish = завершение по плану, { $date }
nudge-due-milestone = этап «{ $title }», { $date }
nudge-due-update = ✏️ Обновить
