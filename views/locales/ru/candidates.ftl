# Кандидаты: проекты, о которых рассказала новость и которых нет в реестре

candidate-waits = 🌱 <b>Новость о проекте, которого нет в реестре</b>
candidate-title = 🌱 <b>Кандидат в реестр</b>
candidate-what = Видят его пока только официальные лица. Что с ним сделать?
candidate-look = Посмотреть
candidate-publish = Опубликовать
candidate-complete = Дополнить
candidate-near = Это известный проект
candidate-dismiss = Отклонить
candidate-story = Новость { $number }
candidate-back = ← Назад
candidate-project = Открыть проект
candidate-which = Какой это проект?
candidate-dismiss-sure = Отклонить кандидата «{ $name }»? Сама новость останется.
candidate-publish-done = Опубликовано: { $name } ({ $code }).
candidate-same-done = «{ $name }» — это проект { $code }. Новости перенесены к нему.
candidate-dismiss-done = Отклонено: { $name }.
candidate-meanwhile = Кандидата только что изменил кто-то другой. Посмотрите ещё раз.

proposal-of-story = 📰 Новость сообщает о проекте <b>{ $name }</b> иначе, чем реестр:
proposal-source = Источник: { $source }
