announce-title =
    📣 <b>Хабарландырулар</b>

    { NUMBER($count) } хабарландыру әлі жіберілмеген:
announce-none =
    📣 <b>Хабарландырулар</b>

    Қаралама жоқ.
announce-new = ✍️ Жаңа хабарландыру
announce-newer = ‹ Жаңалары
announce-older = Ескілері ›
announce-back = ‹ Қараламаға
announce-all = ‹ Барлық хабарландыру
announce-ask =
    Хабарлағыңыз келгенін жіберіңіз. Тілі: <b>{ $language }</b>

    Мәтін, фото, бейне, альбом, құжат, дауыстық хабар, сауалнама немесе орын бола алады. Дайын жазбаны қайта жіберуге де болады.
announce-album-comes = 🖼 Альбом: қалған файлдар өзі қосылады.
announce-draft = 📣 <b>№ { $number } қаралама</b>
announce-says-nothing = Әзірге мұнда ештеңе жоқ. Тілді таңдап, мәтін, фото немесе басқа нәрсе жіберіңіз.
announce-version = <b>{ $language }</b> — { $excerpt }
announce-others = Қалғандары алатын нұсқа: { $language }
announce-is-fallback = Өз тілінде нұсқасы жоқ оқырмандар да осы нұсқаны алады.
announce-empty = № { $number } · бос
announce-audience = 👥 Кімге
announce-buttons = 🔘 Түймелер
announce-look = 👁 Көру
announce-test = 🧪 Тексеру
announce-send = 📤 Жіберу
announce-copy = 📄 Көшірме
announce-delete = 🗑 Жою
announce-delete-ask =
    Қаралама жойылсын ба?

    { $excerpt }
announce-delete-yes = 🗑 Иә, жою
announce-copied = Көшірме дайын: № { $number }
announce-say-anew = ✏️ Ауыстыру
announce-make-fallback = ⭐️ Басқа тілдерге
announce-drop = ✕ Бұл нұсқаны алып тастау
announce-not-editable = ⚠️ Жіберілген соң мұны түзету мүмкін емес, тек кері қайтарып алуға болады.
announce-buttons-below = ℹ️ Альбомның, сауалнаманың және қайта жіберілген хабардың астында түйме болмайды: олар келесі хабарда келеді.
announce-below = Толығырақ:
announce-kind-text = Мәтін
announce-kind-photo = Фото
announce-kind-video = Бейне
announce-kind-animation = GIF
announce-kind-audio = Аудио
announce-kind-document = Құжат
announce-kind-voice = Дауыстық хабар
announce-kind-video-note = Бейнехабар
announce-kind-sticker = Стикер
announce-kind-album = Альбом, { NUMBER($count) } файл
announce-kind-place = Картадағы орын
announce-kind-contact = Контакт
announce-kind-poll = Сауалнама
announce-kind-forwarded = Қайта жіберілген

announce-buttons-title = 🔘 <b>Хабарландыру астындағы түймелер</b> ({ $most } түймеге дейін)
announce-buttons-none = Әзірге түйме жоқ.
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → жоба карточкасы
announce-presses-known = Жоба түймесін кім басқаны нәтижеде көрінеді. Сілтемеге өткендерді Telegram хабарламайды.
announce-add-link = ＋ Сілтеме
announce-add-project = ＋ Жоба
announce-to-buttons = ‹ Түймелерге
announce-link-ask =
    Түйме атауы мен сілтемені бір хабармен жіберіңіз, мысалы:

    Өтінім беру https://invest.example.kz/apply
announce-project-ask = Түйме қай жобаны ашады? Кодын, мысалы TUR-001, немесе атауындағы сөздерді жіберіңіз.
announce-label-ask = Түйменің осы тілдегі атауын жіберіңіз.
announce-labels =
    Түйме: <b>{ $label }</b>

    Атауы жоқ нұсқада басқа нұсқаның атауы тұрады.
announce-which-project = Қайсысы? Таңдаңыз немесе нақтылаңыз.
announce-no-project = Мұндай ашық жоба жоқ. Кодын немесе басқа сөздерді жіберіңіз.
announce-test-title =
    🧪 <b>Тексеру</b>

    Хабарландыруды кімге көрсету керек болса, соны басыңыз. Сізге барлық нұсқа, әріптесіңізге өз тіліндегісі келеді.
announce-test-alone = Жазуға болатын әріптес әзірге жоқ: /start басқан соң олар осында шығады.
announce-test-me = 🙋 Маған
announce-trial = 🧪 Тексеру: № { $number } хабарландыру осылай көрінеді. Басқаларға жіберілген жоқ.
announce-tried = Жіберілді
announce-tried-already = Жіберілген
menu-announce = Хабарландыру жазу

error-announcement-gone = Бұл хабарландыру енді жоқ.
error-announcement-changed = Хабарландыру содан бері өзгерді. Оны қайта ашыңыз: /announce
error-announcement-empty = Хабарландыруда әзірге ештеңе жоқ.
error-announcement-nobody = Бұл хабарландыруды ешкім алмайды: кімге жіберілетінін таңдаңыз.
error-announcement-kind = Боттар мұны жібере алмайды. Мәтін, фото, бейне, құжат, дауыстық хабар, сауалнама немесе орын жіберіңіз.
error-announcement-poll-closed = Бұл сауалнама аяқталған: енді дауыс беруге болмайды.
error-announcement-quiz = Бұл викторинаның дұрыс жауабы көрінбейді. Оны осы чатта жасаңыз.
error-announcement-long = Тым ұзын: { NUMBER($over) } таңба артық. Ботқа { NUMBER($most) } таңбаға дейін рұқсат.
error-announcement-album = Альбомда 10 файлға дейін болады: фото мен бейне бірге, құжат пен аудио бөлек. Қалғаны алынған жоқ; альбомды тұтас «Ауыстыру» түймесімен ауыстыруға болады.
error-announcement-link = Мұндай сілтемені Telegram қабылдамайды. Сайт мекенжайы керек, мысалы: Толығырақ https://example.kz/page
error-announcement-label = Түйме атауы 1–64 таңба болуы керек.
error-announcement-buttons = Бұдан артық түйме қосуға болмайды.
error-announcement-poll = Сауалнама қазір жіберілмеді. Қайта жіберіп көріңіз.
error-needs-announcing-write = Хабарландыруды осы іс тапсырылғандар ғана жазады.
error-needs-announcing-send = Хабарландыруды осы іс тапсырылғандар ғана жібереді.

act-announcement-delete = Хабарландыру қараламасы жойылды
