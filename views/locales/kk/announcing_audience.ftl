# Кімге: хабарландыру кімге арналғаны бір сөйлеммен
audience-all-both = Барлық адам мен топ
audience-all-people = Барлық адам
audience-all-groups = Барлық топ
audience-some-both = адамдар мен топтар
audience-some-people = адамдар
audience-some-groups = топтар
audience-says = { $who }.
audience-says-which = { $which } { $who }.
audience-says-less = { $who }, { $less } басқа.
audience-says-both = { $which } { $who }, { $less } басқа.
audience-says-nobody = Ешкім: адамдар да, топтар да алынып тасталған.
audience-and = { $first } және { $last }
audience-or = { $first } немесе { $last }
audience-less-one = { $clause }
audience-less-and = { $first } және { $last }

audience-in-kk = қазақ
audience-in-ru = орыс
audience-in-en = ағылшын
audience-in-zh = қытай
audience-among-role-admin = әкімші рөлі бар
audience-among-role-official = қызметкер рөлі бар
audience-among-role-subscriber = рөлі жоқ
audience-less-role-admin = әкімші рөлі барлардан
audience-less-role-official = қызметкер рөлі барлардан
audience-less-role-subscriber = рөлі жоқтардан
audience-button = «{ $label }» (№ { $number } хабарландыру)
audience-button-gone = № { $at } (№ { $number } хабарландыру)
audience-number = № { $number }
audience-chats-gone = саны: { NUMBER($count) }
audience-project-hidden = № { $number }

audience-among-languages = { $list } тілінде оқитын
audience-among-roles = { $list }
audience-among-districts =
    { $count ->
        [1] мына жердің ({ $list }) не бүкіл облыстың жаңалықтарын оқитын
       *[other] мына жерлердің бірінің ({ $list }) не бүкіл облыстың жаңалықтарын оқитын
    }
audience-among-sectors =
    { $count ->
        [1] мына саланың ({ $list }) не барлық саланың жаңалықтарын оқитын
       *[other] мына салалардың бірінің ({ $list }) не барлық саланың жаңалықтарын оқитын
    }
audience-among-projects =
    { $count ->
        [1] { $list } жобасын бақылайтын
       *[other] мына жобалардың бірін ({ $list }) бақылайтын
    }
audience-among-active = соңғы { $days } күнде ботқа жазған не батырма басқан
audience-among-chats = қолмен таңдалған ({ $list })
audience-among-pressed = { $list } батырмасын басқан
audience-among-missed = { $list } хабарландыруын алмаған

audience-less-languages = { $list } тілінде оқитындардан
audience-less-roles = { $list }
audience-less-districts =
    { $count ->
        [1] мына жерді ({ $list }) өзі таңдағандардан
       *[other] мына жерлердің бірін ({ $list }) өзі таңдағандардан
    }
audience-less-sectors =
    { $count ->
        [1] мына саланы ({ $list }) өзі таңдағандардан
       *[other] мына салалардың бірін ({ $list }) өзі таңдағандардан
    }
audience-less-projects =
    { $count ->
        [1] { $list } жобасын бақылайтындардан
       *[other] мына жобалардың бірін ({ $list }) бақылайтындардан
    }
audience-less-active = соңғы { $days } күнде ботқа жазғандардан не батырма басқандардан
audience-less-chats = қолмен таңдалғандардан ({ $list })
audience-less-pressed = { $list } батырмасын басқандардан
audience-less-missed = { $list } хабарландыруын алмағандардан

# Аудитория экраны
audience-title = 👥 <b>Кімге</b> · № { $number } хабарландыру
audience-get = Алады: <b>{ NUMBER($count) }</b>
audience-get-groups = Алады: <b>{ NUMBER($count) }</b>, оның ішінде топ: { NUMBER($groups) }
audience-language-count = { $language }: { NUMBER($count) }
audience-unreachable = Қолжетімсіз, оларға келмейді: { NUMBER($count) }
audience-paused = Кідірткен, оларға келмейді: { NUMBER($count) }
audience-takes = Жіберу уақыты: { $time } (секундына { NUMBER($rate) })
audience-time-soon = бір минуттан аз
audience-time-minutes = шамамен { $minutes } мин
audience-time-hours = шамамен { $hours } сағ { $minutes } мин
audience-nobody-gets = ⚠️ Қазір бұл хабарландыруды ешкім алмайды: шарттарды өзгертіңіз.
audience-confirmed = Хабарландыру расталған: кімге екені енді өзгермейді.
audience-less-title = 🚫 <b>Алынып тасталғандар</b> · № { $number } хабарландыру
audience-less-about = Қалған шарттарға сай келсе де, хабарландыру кімге келмейді.

audience-kind-sorts = 👤 Адамдар не топтар
audience-kind-languages = 🗣 Тіл
audience-kind-roles = 🛡 Рөл
audience-kind-districts = 📍 Аудан
audience-kind-sectors = 🏷 Сала
audience-kind-projects = 🏗 Жоба
audience-kind-active = 🕓 Белсенділік
audience-kind-chats = ✋ Қолмен
audience-kind-pressed = Батырма басқандар
audience-kind-missed = Хабарландыру алмағандар
audience-kind-count = { $kind }: { NUMBER($count) }
audience-drop-kind = ✕ { $kind }
audience-leave-out = 🚫 Алып тастау…
audience-everyone = Бәріне
audience-nobody-out = Ешкімді алып тастамау
audience-saved = 📁 Сақталғандар
audience-save = 💾 Сақтау
audience-to-draft = ‹ Хабарландыруға
audience-back = ‹ Кімге
audience-back-less = ‹ Алынып тасталғандар

# Әр түр бойынша таңдау
audience-ask-sorts = <b>Адамдар не топтар</b>
audience-ask-languages =
    <b>Тіл</b>
    Чат ботты қай тілде қолданады.
audience-ask-roles = <b>Рөл</b>
audience-ask-districts =
    <b>Аудандар мен қалалар</b>
    Бүкіл облыс жаңалықтарын оқитындар да сай келеді.
audience-ask-sectors =
    <b>Салалар</b>
    Барлық сала туралы оқитындар да сай келеді.
audience-ask-projects =
    <b>Жобалар</b>
    Жобаны бақылайтындар сай келеді. Оны осы жерде белгілеңіз немесе кодын не атауын жіберіңіз; бірнешеуін үтір арқылы.
audience-ask-active =
    <b>Белсенділік</b>
    Чатта соңғы рет қашан ботқа жазды не батырма басты.
audience-ask-chats =
    <b>Қолмен</b>
    Әріптестерді осы жерде белгілеңіз немесе чат нөмірлері мен топ атауларын әрқайсысын жаңа жолдан жазып жіберіңіз. Хабарландыру олардың жазылғанына не рөлі барына келеді.
audience-ask-less-districts =
    <b>Аудандар мен қалалар</b>
    Ауданды өзі таңдағандар ғана алынып тасталады. Бүкіл облыс жаңалықтарын оқитындар хабарландыруды алады.
audience-ask-less-sectors =
    <b>Салалар</b>
    Саланы өзі таңдағандар ғана алынып тасталады. Барлық сала туралы оқитындар хабарландыруды алады.
audience-sort-people = Адамдар
audience-sort-groups = Топтар
audience-role-subscriber = рөлі жоқ
audience-days = { $days } күн
audience-any-sorts = Адамдар мен топтар
audience-any-languages = Кез келген тіл
audience-any-roles = Кез келген рөл
audience-any-districts = Кез келген аудан
audience-any-sectors = Кез келген сала
audience-any-projects = Нені бақылайтыны маңызды емес
audience-any-active = Маңызды емес
audience-any-chats = Қолмен таңдамау
audience-none-out = Алып тастамау
audience-chat-number = № { $number }
audience-picked = Қосылды: { NUMBER($count) } ✅
audience-unknown = Табылмады: { $list }
audience-offered = Бірнешеуі табылды. Керегін белгілеңіз:

# Сақталған аудиториялар
audience-saved-title = 📁 <b>Сақталған аудиториялар</b>
audience-saved-none =
    📁 <b>Сақталған аудиториялар</b>

    Әзірге ештеңе сақталмаған.
audience-saved-line = <b>{ $name }</b>: { $says }
audience-saved-done = Сақталды: { $name } ✅
audience-name-ask = Қандай атаумен сақталсын? Хабармен жіберіңіз.
audience-drop-ask = Сақталған аудитория жойылсын ба: <b>{ $name }</b>? Ол алынған хабарландырулар өзгермейді.
audience-drop-yes = 🗑 Жою
audience-drop-no = Жоқ, қалсын

error-audience-too-many = Қолмен { NUMBER($most) } чаттан артық таңдауға болмайды. Ешкім қосылмады.
error-audience-name-long = Атау бос болмауға және { $most } таңбадан аспауға тиіс.
error-audience-name-taken = Мұндай атау бар. Басқасын жіберіңіз.
error-audience-saved-full = Сақталған аудитория саны { NUMBER($most) } болды. Алдымен керек емесін жойыңыз.
error-audience-gone = Бұл сақталған аудитория енді жоқ.

audit-audience = № { $number } аудитория
act-audience-save = Аудитория сақталды
act-audience-drop = Сақталған аудитория жойылды
