# Әкімшілерге өздігінен айтылатыны
notice-source-gone =
    ⚠️ Дереккөз жабылды: <b>{ $title }</b>
    { $url }

    Сайт бұл таспаның енді жоқ екенін хабарлады. Оны енді тексермеймін.
notice-source-stopped =
    ⚠️ Дереккөз жауап бермей тұр: <b>{ $title }</b>
    { $url }

    Соңғы қате: { $detail }
    Күніне бір рет тексеріп тұрамын, қайта іске қосылса, хабарлаймын.
notice-source-back =
    ✅ Дереккөз қайта жұмыс істеп тұр: <b>{ $title }</b>
    { $url }
notice-source-silent =
    🔇 Дереккөзде жаңалық жоқ: <b>{ $title }</b>
    { $url }

    Таспа ашылады, бірақ әдеттегіден әлдеқайда ұзақ уақыт бойы жаңалық шықпады.
notice-open-source = Дереккөзді ашу

# /stats
stats-title = <b>Статистика</b>
stats-all = Жазылушылар: { $active } алып тұр, { $paused } кідірткен, { $unreachable } қолжетімсіз. Жазылмағандар: { $visitor }.
stats-language = { $language }: { $active } алып тұр, { $paused } кідірткен, { $unreachable } қолжетімсіз, { $visitor } жазылмаған
stats-week = Соңғы 7 күнде: { $new } қосылды, { $lost } кетті
stats-kinds = Оның ішінде топ: { $groups }, арна: { $channels }
stats-day = <b>Кешегі жеткізу, { $date }</b>
stats-today = <b>Бүгінгі жеткізу</b>
stats-deliveries = Жеткізілді: { $sent }. Жеткізілмеді: { $failed }. Тоқтатылды: { $cancelled }. Жеткені белгісіз: { $uncertain }.

# /sources
sources-title = <b>Дереккөздер</b>: { $count }, жұмыс істеп тұрғаны { $active }
sources-none = Әзірге дереккөз жоқ. Біріншісін төмендегі батырмамен немесе /sources add МЕКЕНЖАЙ командасымен қосыңыз.
sources-add = ➕ Қосу
sources-back = ‹ Барлық дереккөз
sources-previous = ‹ Артқа
sources-next = Әрі қарай ›
sources-check = 🔄 Тексеру
sources-pause = ⏸ Тоқтату
sources-resume = ▶️ Іске қосу
sources-remove = 🗑 Жою
sources-remove-yes = Иә, жою
sources-remove-no = Жоқ, қалдыру
sources-state-active = жұмыс істеп тұр
sources-state-failing = соңғы әрекет сәтсіз болды
sources-state-new = әлі тексерілмеген
sources-state-paused = әкімші тоқтатқан
sources-state-stopped = жауап бермейді
sources-kind-feed = таспа
sources-kind-sitemap = сайт картасы
sources-kind-page = бөлім беті
sources-full-text-on = 📄 Толық мәтін: қосулы
sources-full-text-off = 📄 Толық мәтін: өшірулі
sources-review-on = 👁 Жариялау: тексерістен кейін
sources-review-off = 👁 Жариялау: бірден
source-card =
    <b>{ $title }</b>
    { $url }

    Түрі: { $kind }
    Күйі: { $state }
    Тексеру: { $minutes } минут сайын
    Тексерілді: { $checked }
    Жауап берді: { $succeeded }
    Соңғы жаңалық: { $newest }
source-error = Қате: { $error }
source-never = әзірге болған жоқ
source-add-ask =
    <b>Жаңа дереккөз</b>

    Таспаның мекенжайын жіберіңіз (RSS, Atom немесе JSON Feed), мысалы, https://example.kz/rss
source-added = Дереккөз қосылды ✅
source-in-doubt =
    ⚠️ Дереккөз қосылды, бірақ оны оқу мүмкін болмады: { $error }.
    { $url }

    Қалдырайын ба? Онда қайталап көріп тұрамын.
sources-keep = Бәрібір қалдыру
source-known = Мұндай дереккөз бұрыннан бар.
source-checked = Тексерілді ✅ Жазба саны: { $count }
source-lacks-title = Тақырыбы жоқ: { $count }
source-lacks-link = Сілтемесі жоқ: { $count }
source-lacks-date = Күні жоқ: { $count }
source-lacks-lead = Лиді жоқ: { $count }
source-check-failed = Тексеру мүмкін болмады: { $error }
source-remove-ask = «{ $title }» дереккөзін жою керек пе? Бұрын алынған жаңалықтар сақталады.
source-removed = «{ $title }» дереккөзі жойылды.
error-source-gone = Бұл дереккөз енді жоқ.
error-source-url = Бұл таспаның мекенжайына ұқсамайды. Толық мекенжай керек, мысалы, https://example.kz/rss
error-source-interval = Тексеру аралығы 1 минуттан 7 күнге дейін болуы керек.
error-source-timezone = Мұндай уақыт белдеуі жоқ.
error-source-selector = «{ $selector }» – CSS селекторы емес.
error-source-rule = CSS селекторлары бөлім бетіне ғана керек, таспа мен сайт картасына керек емес.
