# /review
menu-review = Жаңалықтарды тексеру
review-title = <b>Тексеру</b> · { $queue }: { $count }
review-queue-all = шешім күтіп тұр
review-queue-doubt = күмәнді
review-queue-wait = жариялауды күтіп тұр
review-queue-kept = жарияланды
review-queue-drop = іріктеуден өтпеді
review-queue-s = осы дереккөзден
review-queue-t = осы оқиға бойынша
review-state-waiting = ⏳ Шешім күтіп тұр, оқырмандар әлі көрген жоқ
review-state-waiting-shown = ⏳ Шешім күтіп тұр, оқырмандарға көрініп тұр
review-state-kept = ✅ Редактор қалдырды
review-state-dropped = 🚫 Редактор алып тастады
review-state-judge-kept = 🟢 Тексерусіз жарияланды
review-state-judge-dropped = ⚪️ Бот іріктеуінен өтпеді
review-state-withdrawn = 🗑 Басылымның өзі алып тастады
review-judge-keep = 🤖 Бот: сәйкес келеді, бағасы { $score }
review-judge-keep-doubt = 🤖 Бот: сәйкес келетін сияқты, бағасы { $score }
review-judge-drop = 🤖 Бот: сәйкес келмейді, бағасы { $score }
review-judge-drop-doubt = 🤖 Бот: сәйкес келмейтін сияқты, бағасы { $score }
review-why-place = 📍 Жер атаулары: { $words }
review-why-elsewhere = 🗺 Басқа өңірлер: { $words }
review-why-namesake = 👥 Аттас атаулар: { $words }
review-why-for = ➕ Қолдайды: { $words }
review-why-against = ➖ Қарсы: { $words }
review-places = Қайда: { $values }
review-sectors = Салалар: { $values }
review-amount = Сомасы: { $values }
review-stage = Кезеңі: { $values }
review-jobs = Жұмыс орны: { $values }
review-none = көрсетілмеген
review-story-none = Оқиғаға әлі қосылмаған
review-story-alone = Оқиға: тек осы жарияланым
review-story-with = Оқиға: тағы { $count } жарияланым ({ $names })
review-story-corrected = ✏️ Оқиға түзетілген деп белгіленген
review-this = 🗂 Тексеру
review-of-source = 🗂 Дереккөз жарияланымдары
review-keep = ✅ Қалдыру
review-drop-place = 🚫 Біздің өңір емес
review-drop-topic = 🚫 Инвестиция емес
review-fix = ✏️ Түзету
review-story = 🔗 Оқиға
review-newer = ‹ Артқа
review-older = Әрі қарай ›
review-queues = 🗂 Нені көрсету керек
review-undo = ↩️ Бұл шешімнен бас тарту
review-back = ‹ Жарияланымға
review-back-to-fixing = ‹ Артқа
review-fix-sectors = Салалар
review-fix-places = Аудандар
review-fix-amount = Сомасы
review-fix-stage = Кезеңі
review-fix-jobs = Жұмыс орны
review-mark = Түзетілген деп белгілеу
review-none-button = Көрсетілмеген
review-judge-button = Бот айтқандай
review-split = ✂️ Бұл жарияланым басқа оқиға туралы
review-story-told = Осы оқиға туралы тағы жазғандар:
review-join-ask = Осылардың бірі дәл сол оқиға ма? Бассаңыз, екеуі бір оқиға болады.
review-join-none = Соңғы күндері ұқсас оқиға болған жоқ.
review-overview =
    <b>Жаңалықтарды тексеру</b>

    Шешім күтіп тұрғаны: { $count }
review-nothing =
    <b>Жаңалықтарды тексеру</b>

    Бәрі тексерілді: шешім күтіп тұрған ештеңе жоқ.
review-open-all = Шешім күтіп тұрғанның бәрі: { $count }
review-open-doubt = Күмәнді: { $count }
review-open-wait = Жариялауды күтіп тұр: { $count }
review-open-kept = Бір аптада жарияланғаны: { $count }
review-open-drop = Бір аптада іріктеуден өтпегені: { $count }
review-ask-amount =
    Қазіргі сомасы: { $now }

    Соманы валютасымен жіберіңіз, мысалы, «3 млрд теңге».
review-ask-jobs =
    Қазіргі жұмыс орны: { $now }

    Санын жіберіңіз, мысалы, 350.
review-wrong-amount = Мұнда валютасы бар сома көрінбейді.
review-wrong-jobs = Мұнда жұмыс орнының саны көрінбейді.
review-said-keep = ✅ Қалдырылды: { $title }
review-said-drop = 🚫 Алып тасталды: { $title }
review-said-amend = ✏️ Түзетілді: { $title }
review-said-join = 🔗 Оқиғалар біріктірілді: { $title }
review-said-split = ✂️ Енді бұл бөлек оқиға: { $title }
review-said-mark = ✏️ Түзетілген деп белгіленді: { $title }
review-said-undo = ↩️ Шешімнен бас тартылды: { $title }
review-verdict-keep = қалдырылды
review-verdict-drop = алып тасталды
review-verdict-amend = түзетілді
review-meanwhile-other = ⚠️ Басқа редактор шешіп қойды: { $said } ({ $at }). Сіздің басқаныңыз ештеңені өзгерткен жоқ.
review-meanwhile-you = ⚠️ Сіз шешіп қойғансыз: { $said } ({ $at }). Бұл басқаныңыз ештеңені өзгерткен жоқ.
review-meanwhile-printed = ⚠️ Карточка ашық тұрғанда жарияланым немесе оның оқиғасы өзгерді. Басқаныңыз ештеңені өзгерткен жоқ, қайта қарап шығыңыз.
error-review-gone = Бұл жарияланым енді жоқ.
error-review-story-gone = Бұл оқиға енді жоқ.
error-review-no-story = Бұл жарияланым ешқандай оқиғаға қосылмаған.

# /stats
stats-review = <b>Жаңалықтарды тексеру</b>
stats-review-waiting = Шешім күтіп тұрғаны: { $count }
stats-agreement = Бот пен редакторлардың шешімі сәйкес келгені: 7 күнде { $week }/{ $week_all }, 30 күнде { $month }/{ $month_all }, барлығы { $ever }/{ $ever_all }
stats-agreement-none = Редакторлар әзірге шешім қабылдаған жоқ.
stats-agreement-trend = Апталар бойынша: { $trend }
