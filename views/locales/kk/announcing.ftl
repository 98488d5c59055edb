announce-title =
    📣 <b>Хабарландырулар</b>

    { NUMBER($count) } хабарландыру әлі жіберілмеген:
announce-none =
    📣 <b>Хабарландырулар</b>

    Қаралама жоқ.
announce-new = ✍️ Жаңа хабарландыру
announce-newer = ‹ Жаңалары
announce-older = Ескілері ›
announce-archive = 🗂 Барлық хабарландыру
announce-back = ‹ Қараламаға
announce-all = ‹ Қаралама тізіміне
announce-ask =
    Хабарлағыңыз келгенін жіберіңіз. Тілі: <b>{ $language }</b>

    Мәтін, фото, бейне, альбом, құжат, дауыстық хабар, сауалнама немесе орын бола алады. Дайын жазбаны қайта жіберуге де болады.
announce-album-comes = 🖼 Альбом: қалған файлдар өздігінен қосылады.
announce-instead = ⚠️ Сіз жазып жатқанда № { $number } қаралама өзгеріп кетті. Ол сол күйінде қалды, ал сіздің хабарыңыз осы жаңа № { $this } қараламада.
announce-too-many = ⚠️ Альбомда 10 файл бар, Telegram бұдан артығын алмайды. Қалғаны кірмеді. Басқа файлдарды алу үшін нұсқаны ауыстырыңыз.
announce-too-much = ⚠️ Тек бірінші хабар алынды: хабарландыру — бір хабар немесе бір альбом. Мәтін ұзын болса, Telegram оны бөліп жіберген: бір хабарға 4 096 таңба сыяды. Қысқартып, нұсқаны ауыстырыңыз.
announce-draft = 📣 <b>№ { $number } қаралама</b>
announce-is-awaiting = 👀 <b>№ { $number } хабарландыру келісуді күтіп тұр</b>
announce-is-scheduled = 🗓 <b>№ { $number } хабарландыру жіберілмек</b>
announce-is-sending = 📤 <b>№ { $number } хабарландыру жіберіліп жатыр</b>
announce-is-paused = ⏸ <b>№ { $number } хабарландыру кідіртілді</b>
announce-is-sent = ✅ <b>№ { $number } хабарландыру жіберілді</b>
announce-is-cancelled = 🚫 <b>№ { $number } хабарландыруды жіберу тоқтатылды</b>
announce-way-send = 🗓 Жіберу
announce-way-watch = 📈 Жіберу барысы
announce-way-result = 📊 Нәтиже
announce-says-nothing = Әзірге мұнда ештеңе жоқ. Тілді таңдап, мәтін, фото немесе басқа нәрсе жіберіңіз.
announce-version = <b>{ $language }</b> — { $excerpt }
announce-album = Альбом
announce-readers = {" "}· 👥 { NUMBER($count) }
announce-others = Қалғандары алатын нұсқа: { $language }
announce-fallback = ⭐️ Қалғандарына: { $language }
announce-fallback-ask = ⭐️ Мына нұсқалар жоқ: { $languages }. Осы тілдерде оқитындар қай нұсқаны алады?
announce-edit-here = ✏️ Ұсақ түзетуді осы чаттағы өз хабарыңызға енгізіңіз: қаралама өзі өзгереді.
announce-edited = ✏️ № { $number } қаралама да түзетілді.
announce-edited-late = ⚠️ № { $number } хабарландыру расталған: хабарды түзету оны өзгертпейді. Түзету үшін оны жіберуден алып тастаңыз.
announce-open = Ашу
announce-empty = № { $number } · бос
announce-number = № { $number }
announce-audience = 👥 Кімге
announce-buttons = 🔘 Түймелер
announce-buttons-some = 🔘 Түймелер: { NUMBER($count) }
announce-look = 👁 Көру
announce-looked = 👆 Нұсқа осылай көрінеді: { $language }
announce-look-failed = ⚠️ Көрсету мүмкін болмады. Нұсқасы: { $language }. Қайталап көріңіз; тағы болмаса, Telegram оны қабылдамай тұр: нұсқаны немесе түймелердегі сілтемелерді ауыстырыңыз.
announce-test = 🧪 Тексеру
announce-send = 📤 Жіберу
announce-copy = 📄 Көшірме
announce-delete = 🗑 Жою
announce-delete-ask =
    🗑 № { $number } қаралама жойылсын ба?

    { $excerpt }
announce-delete-yes = 🗑 Иә, жою
announce-keep = Қалдыру
announce-deleted = 🗑 № { $number } қаралама жойылды.
announce-copied = 📄 Бұл — көшірме: № { $number } сол күйінде қалады.
announce-say-anew = ✏️ Ауыстыру
announce-drop = ✕ Алып тастау
announce-drop-ask =
    Нұсқа алып тасталсын ба?

    <b>{ $language }</b> — { $excerpt }
announce-drop-yes = ✕ Иә, алып тастау
announce-not-editable = ⚠️ Жіберілген соң түзетуге болмайды, тек кері қайтарып алуға болады: { $kinds }.
announce-unread = ⚠️ Бұл нұсқаны ешкім алмайды: { $languages }. Алушылардың арасында осы тілде оқитын адам жоқ.
announce-keep-source = ⚠️ Осы чаттан қайта жіберіледі: хабарландыру жіберіліп болғанша мұндағы бастапқы хабарды жоймаңыз.
announce-same-poll = ℹ️ Сауалнама № { $number } хабарландырудағымен бірдей: дауыстар бірге есептеледі. Жаңасын бастау үшін нұсқаны ауыстырыңыз.
announce-shut = ⚠️ Бұл түйме ешкімге ештеңе көрсетпейді: { $label }. Жоба жасырылған немесе жойылған.
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
announce-kind-with = { $kind }: { $words }

announce-buttons-title = 🔘 <b>Хабарландыру астындағы түймелер</b> ({ $most } түймеге дейін)
announce-buttons-none = Әзірге түйме жоқ.
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → жоба карточкасы
announce-presses-known = Жоба түймесін кім басқаны нәтижеде көрінеді. Сілтемеге өткендерді Telegram хабарламайды.
announce-add-link = ＋ Сілтеме
announce-add-project = ＋ Жоба
announce-to-buttons = ‹ Түймелерге
announce-relink = 🔗 Басқа сілтеме
announce-higher = ⬆️ Жоғары
announce-lower = ⬇️ Төмен
announce-unbutton = ✕ Түймені алып тастау
announce-link-ask =
    Түйме атауы мен сілтемені бір хабармен жіберіңіз, мысалы:

    Өтінім беру https://invest.example.kz/apply
announce-relink-ask = Жаңа сілтемені жіберіңіз. Түйме атаулары қалады.
announce-project-ask = Түйме қай жобаны ашады? Кодын, мысалы TUR-001, немесе атауындағы сөздерді жіберіңіз.
announce-label-ask = Түйменің атауын жіберіңіз. Тілі: { $language }
announce-labels = Атауын өзгерту үшін тілді басыңыз. Атауы жоқ нұсқада басқа нұсқаның атауы тұрады.
announce-which-project = Қайсысы? Таңдаңыз немесе нақтылаңыз.
announce-no-project = Мұндай ашық жоба жоқ. Кодын немесе басқа сөздерді жіберіңіз.
announce-test-title = 🧪 <b>№ { $number } қараламаны тексеру</b>
announce-test-each = Кімге көрсету керек болса, соны басыңыз: бірден барады. Сізге барлық нұсқа, әріптесіңізге өз тіліндегісі келеді. ✓ — дәл осы күйі көрсетілген.
announce-test-one = Кімге көрсету керек болса, соны басыңыз: бірден барады. Нұсқасы: <b>{ $language }</b>. ✓ — дәл осы күйі көрсетілген.
announce-test-lost = ✗ — жетпеді: Telegram хабарды қабылдамады немесе чат жабық.
announce-test-alone = Жазуға болатын әріптес әзірге жоқ: /start басқан соң олар осында шығады.
announce-test-me = 🙋 Маған
announce-trial = 🧪 Тексеру. № { $number } хабарландыру осылай көрінеді, нұсқасы: { $language }. Басқаларға жіберілген жоқ.
announce-tried = Жіберілді
announce-tried-already = Жіберілген
menu-announce = Хабарландыру жазу

error-announcement-gone = Бұл хабарландыру енді жоқ.
error-announcement-changed = Хабарландыру содан бері өзгерді: оны қайта тексеріңіз.
error-announcement-empty = Хабарландыруда әзірге ештеңе жоқ.
error-announcement-nobody = Бұл хабарландыруды ешкім алмайды: кімге жіберілетінін таңдаңыз.
error-announcement-kind = Боттар мұны жібере алмайды. Мәтін, фото, бейне, құжат, дауыстық хабар, сауалнама немесе орын жіберіңіз.
error-announcement-protected = Автор бұл хабарды қайта жіберуге тыйым салған. Басқасын жіберіңіз.
error-announcement-full = Альбомда { $most } файлға дейін болады. Қалғаны алынған жоқ.
error-announcement-poll-closed = Бұл сауалнама аяқталған: енді дауыс беруге болмайды.
error-announcement-quiz = Бұл викторинаның дұрыс жауабы көрінбейді. Оны осы чатта жасаңыз.
error-announcement-long = Тым ұзын: { NUMBER($over) } таңба артық. Ботқа { NUMBER($most) } таңбаға дейін рұқсат.
error-announcement-album = Telegram мұндай файлдарды бір альбомға алмайды: фото мен бейне бірге, құжат пен аудио бөлек жүреді.
error-announcement-link = Мұндай сілтемені Telegram қабылдамайды немесе ол ішкі желіге апарады. Сайт мекенжайы керек, мысалы: Толығырақ https://example.kz/page
error-announcement-label = Түйме атауы 1–64 таңба болуы керек.
error-announcement-buttons = Хабарландырудың астында үш түйме бар. Басқасын қосу үшін біреуін алып тастаңыз.
error-announcement-poll = Сауалнама қазір жіберілмеді. Қайта жіберіп көріңіз.
error-needs-announcing-write = Хабарландыруды осы іс тапсырылғандар ғана жазады.
error-needs-announcing-send = Хабарландыруды осы іс тапсырылғандар ғана жібереді.

act-announcement-delete = Хабарландыру қараламасы жойылды
