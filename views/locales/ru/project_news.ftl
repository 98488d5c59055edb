# Изменения в проектах, на которые подписан чат
digest-projects-count = проекты: { $count }
news-projects = Изменения в проектах
news-stories = Новости
news-new = Новый проект в реестре
news-why = Почему: { $reason }
news-more = и ещё { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[many] { $count } изменений
}
news-more-projects = Изменились и другие проекты: { $count }. Все они в реестре: /projects
news-at-once = Вы просили сообщать об этом сразу
news-open = 🏗 Открыть проект
