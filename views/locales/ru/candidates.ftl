# Кандидаты: проекты, о которых рассказала новость и которых нет в реестре

candidate-waits = 🌱 <b>Новость о проекте, которого нет в реестре</b>
candidate-title = 🌱 <b>Кандидат в реестр</b>
candidate-what = Пока его видят только сотрудники. Что с ним сделать?
candidate-look = Посмотреть
candidate-publish = ✅ Опубликовать
candidate-complete = ✏️ Дополнить
candidate-near = Уже есть в реестре
candidate-dismiss = ✕ Отклонить
candidate-story = Новость { $number }
candidate-back = ‹ Назад
candidate-project = Открыть проект
candidate-which = Какой это проект?
candidate-dismiss-sure = Отклонить кандидата «{ $name }»? Сама новость останется.
candidate-publish-done = Опубликовано: { $name } ({ $code }).
candidate-same-done = «{ $name }» — это проект { $code }. Новости перенесены к нему.
candidate-dismiss-done = Отклонено: { $name }.
candidate-meanwhile = Кандидата только что изменил другой сотрудник. Посмотрите ещё раз.

proposal-of-story = 📰 В новости о проекте <b>{ $name }</b> сказано не то, что в реестре:
proposal-source = Источник: { $source }
news-waits = 📬 <b>Новости о проектах ждут вашего решения</b>
news-waits-more = И ещё проектов: { $count }
news-waits-candidate =
    🌱 <b>{ $name }</b>
    Этого проекта нет в реестре.
