# /announcements: не хабарланды
menu-announcements = Бұған дейінгі хабарландырулар
announced-title = 📢 <b>Хабарландырулар</b>
announced-line = <b>{ $place }.</b> { $date }. { $excerpt }
announced-none =
    📢 <b>Хабарландырулар</b>

    Мұнда әзірге ештеңе хабарланбады.
announced-found = «{ $words }» сөздері бойынша
announced-nothing = «{ $words }» сөздері бойынша ештеңе табылмады.
announced-search = Сөз бойынша іздеу: /announcements сөздер
announced-newer = ‹ Жаңарақ
announced-older = Ертерек ›
announced-everything = ✕ Іздеусіз
announced-not-shown = Көрсетілмеді: хабар не файл Telegram-да енді жоқ.
announced-all = 📣 Барлық хабарландыру
announced-all-title = 📣 <b>Барлық хабарландыру</b>
announced-all-none =
    📣 <b>Барлық хабарландыру</b>

    Мұнда ештеңе жоқ.
announced-all-line =
    <b>№ { $number }</b> · { $state } · { $date }
    { $excerpt }
    Жеткізілді: { NUMBER($count) }, барлығы { NUMBER($all) }
announced-all-draft =
    <b>№ { $number }</b> · { $state } · { $date }
    { $excerpt }
announced-which-any = Барлығы
announced-which-draft = Қаралама
announced-which-waiting = Күтуде
announced-which-going = Жіберілуде
announced-which-sent = Жіберілген
announced-which-cancelled = Тоқтаған
announced-which-withdrawn = Қайтарылған
announced-mine = 📢 Маған хабарланғаны
announced-drafts = ✍️ Қаралама және жаңасы
