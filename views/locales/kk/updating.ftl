# /update: жобаларға түзету енгізу

error-other-update = Басқа жобаның түзетуі басталған. Алдымен соны аяқтаңыз немесе болдырмаңыз: /update
error-proposal-decided = Бұл ұсыныс қаралып қойған.
error-own-proposal = Өз ұсынысыңызды басқа қызметкер растайды.
error-nothing-changes = Дәл солай жазылған, өзгертетін ештеңе жоқ.
error-notes-long = Ескертпелер тым көп. Ескілерін алып тастаңыз немесе қысқарақ жазыңыз.
error-list-full = Мұнда { $most } жазбадан артық сақталмайды.
error-no-entry = Мұндай жазба енді жоқ. Жобаны қайта ашыңыз.
error-undo-overtaken = Қайтару мүмкін емес: содан бері бұл тағы өзгертілген. Жаңа түзету енгізіңіз.
error-undo-first = Жоба осы жазбадан басталған, оны қайтару мүмкін емес.

update-pick =
    <b>Қай жобаны жаңартамыз?</b>

    Өз жобаларыңыздан таңдаңыз немесе кодын не атауындағы сөздерді жазыңыз.
update-pick-none = Тізілімде сіздің жобаларыңыз әзірге жоқ. Кодын немесе атауындағы сөздерді жазыңыз.
update-not-found = Жобаларыңыздың арасында мұндайы жоқ: «{ $words }». Кодын, мысалы TUR-001, немесе атауындағы сөзді жазыңыз.
update-found = Бірнешеуі табылды. Қайсысы?
update-continue = ✏️ Жалғастыру: { $name }
update-waiting = 📥 Шешім күтіп тұр: { $count }
update-other-open =
    Басқа жобаның түзетуі басталған, бірақ расталмаған: <b>{ $name }</b>.

    Алдымен соны аяқтайсыз ба?
update-go-on = ✏️ Соны жалғастыру
update-throw-away = ✕ Оны болдырмай, жаңасын бастау

update-title = ✏️ <b>{ $name }</b>
update-now = Қазір: { $what }
update-pending = <b>Не өзгереді</b>
update-why = Себебі: { $reason }
update-source = Дереккөзі: { $source }
update-source-own = Дереккөзі: қызметкердің сөзі, құжатсыз
update-second = Түзету басқа қызметкер растағаннан кейін күшіне енеді.
update-meanwhile = <b>Сіз түзету дайындап жатқанда жоба өзгертілді</b>
update-meanwhile-by = { $who }, { $when }:
update-clash = ⚠️ Сіз де соны өзгертіп жатырсыз: ненің дұрыс екенін тексеріңіз.
update-overtaken = ⚠️ Сіз қарап отырғанда жоба өзгертілді. Ештеңе жазылған жоқ: қайта тексеріңіз.
update-altered = ⚠️ Түзету содан бері өзгерген. Ештеңе жазылған жоқ: қайта тексеріңіз.
update-recorded = ✅ Жазылды: <b>{ $name }</b>
update-deleted = 🗑 Жойылды: <b>{ $name }</b>
update-proposed =
    📨 Растауға жіберілді: <b>{ $name }</b>

    Өзгерістер басқа қызметкер растағаннан кейін күшіне енеді.
update-nothing = Растайтын ештеңе жоқ: түзету жазылып қойған немесе болдырылмаған.
update-dropped = Түзету болдырылмады, жоба бұрынғыдай қалды.
update-file-added = 📎 Файл қосылды.
update-place-taken = 📍 Орны жазылды.
update-unchanged-said = ✅ Расталды: өзгеріс жоқ.

update-ask-menu = Не өзгерді? Батырманы басыңыз немесе жазыңыз, мысалы «60 %». Фото, құжат және картадағы орынды осында жібере аласыз.
update-ask-more = Тағы нені өзгертеміз?
update-ask-stage = Жоба қай кезеңде?
update-ask-suspend = Жұмыс неліктен уақытша тоқтатылды? Қысқаша жазыңыз.
update-ask-percent = { $field }: неше пайыз? Батырманы басыңыз немесе санын жазыңыз.
update-ask-milestones = Қай меже? Жаңасын мерзімімен бірге жаза аласыз: «Іргетас, 15.03.2027».
update-ask-milestone = «{ $title }», мерзімі: { $date }
update-ask-milestone-met = «{ $title }»: қашан орындалды? Күнін жазыңыз, мысалы «15.03.2027» немесе «кеше».
update-ask-milestone-due = «{ $title }»: жаңа мерзімі қандай? Мысалы «15.03.2027», «наурыз 2027», «3-тоқсан».
update-ask-milestone-new = Меженің атауы мен мерзімін жазыңыз: «Іргетас, 15.03.2027».
update-ask-milestone-new-due = «{ $title }»: мерзімі қандай? Мысалы «15.03.2027», «наурыз 2027», «3-тоқсан».
update-ask-dates = Қай күнді жазамыз?
update-ask-date = { $field }: күнін жазыңыз, мысалы «15.03.2027», «наурыз 2027», «2027 ж.».
update-ask-amount = Қай сома қолданыста? Таңдаңыз немесе жаңасын дереккөздің сөзімен жазыңыз: «3 млрд теңге».
update-ask-claim = { $amount }: бұл соманы кім, қашан айтты? Дереккөзі мен күнін жазыңыз: «Қазақпарат, 12.03.2026». Сілтеме жіберуге де болады.
update-ask-jobs = Қандай жұмыс орны?
update-ask-number = { $field }: қанша? Санын жазыңыз.
update-ask-blocker = Жобаға не кедергі? Жазыңыз. Кедергілерді тек қызметкерлер көреді.
update-ask-blockers = Шешілгенін басыңыз немесе жаңа кедергіні жазыңыз. Оларды тек қызметкерлер көреді.
update-ask-note = Ескертпе жазыңыз. Оны тек қызметкерлер көреді.
update-ask-files = 10 МБ-қа дейінгі фото немесе құжат жіберіңіз. Алдымен оны тек қызметкерлер көреді; батырмамен барлығына ашуға болады.
update-ask-place = Жоба қайда? Геопозиция, координаттар («43.297, 68.251») немесе карта сілтемесін жіберіңіз. Мекенжайды сөзбен жазуға болады.
update-ask-curator = Жобаның кураторы кім?
update-ask-names = Атауын қай тілде жазамыз?
update-ask-name = Атауы ({ $language }): жазыңыз.
update-ask-districts = Жоба қай ауданда немесе қалада?
update-ask-zone = Жоба қай аймақта?
update-ask-investor = Инвестор кім? Атауы мен елін жазыңыз: «Lihua Cotton, Қытай». Артығын батырмамен алып тастауға болады.
update-ask-sectors = Жоба қай салада?
update-ask-capacity = Қуаты қандай? Дереккөздің сөзімен жазыңыз: «жылына 10 млн м мата».
update-ask-memorandum = Меморандумның нөмірі мен күнін жазыңыз: «№ 12, 30.08.2023».
update-ask-delete = Жобаны тізілімнен жоямыз ба? Оны енді ешкім көрмейді. Тарихы сақталады, кейін қайтаруға болады.
update-ask-why = Неліктен? Таңдаңыз немесе жазыңыз. Дереккөз сілтемесін де осында қоса аласыз.
update-ask-source = Мұны не растайды? Сілтеме жіберіңіз немесе қандай құжат не басылым екенін жазыңыз.

update-not-menu = Түсініксіз: «{ $words }». Алдымен не өзгергенін таңдап, сол жерде жазыңыз.
update-not-date = Күн танылмады: «{ $words }». «15.03.2027», «наурыз 2027», «3-тоқсан», «2027 ж.» деп жазуға болады.
update-not-percent = Пайыз танылмады: «{ $words }». 0-ден 100-ге дейінгі сан керек.
update-not-number = Сан танылмады: «{ $words }». «1 200» деп жазуға болады.
update-not-amount = Сома танылмады: «{ $words }». Валютасымен бірге жазыңыз: «3 млрд теңге», «7 млн доллар».
update-not-link = Сілтемеде координаттар жоқ: «{ $words }».
update-not-here = Мұны осы жерде жазуға болмайды: «{ $words }». Батырмамен таңдаңыз.
update-not-text = Мұндай хабарды жазып алу мүмкін емес.
update-long = Тым ұзын: { $most } таңбаға сыйғызыңыз.

update-reason-visit = Нысанға барып көру қорытындысы
update-reason-investor = Инвестордың мәліметі
update-reason-meeting = Кеңес қорытындысы
update-reason-documents = Құжаттар негізінде

update-what-stage = Кезеңі
update-what-progress = Жұмыс барысы, %
update-what-milestones = Межелер
update-what-dates = Күндер
update-what-amount = Сомасы
update-what-jobs = Жұмыс орындары
update-what-blockers = Кедергілер
update-what-note = Ескертпе
update-what-files = Фото, құжат
update-what-place = Орны
update-what-more = Тағы…
update-what-curator = Куратор
update-what-names = Атауы
update-what-investor = Инвестор
update-what-sectors = Сала
update-what-capacity = Қуаты
update-what-memorandum = Меморандум
update-what-districts = Аудан не қала
update-what-zone = Аймақ
update-what-delete = 🗑 Жобаны жою

update-next = Әрі қарай ›
update-back = ‹ Артқа
update-cancel = ✕ Түзетуді болдырмау
update-to-card = ‹ Жобаға
update-again = ✏️ Жаңа түзету
update-add-more = ➕ Тағы бірдеңе өзгерту
update-confirm = ✅ Растау
update-send = 📨 Растауға жіберу
update-change-why = ✏️ Себебі
update-change-source = 🔗 Дереккөзі
update-own-word = Өз сөзіммен
update-unchanged = ✅ Ештеңе өзгерген жоқ
update-publish = 🌐 Барлығына көрсету
update-suspend = ⏸ Уақытша тоқтатылды
update-resume = ▶️ Жұмыс қайта басталды
update-lapsed = Меморандум күшін жойды
update-not-lapsed = Меморандум күшінде
update-today = Бүгін
update-skip = Күні белгісіз
update-met-today = ✅ Бүгін орындалды
update-met-other = ✅ Басқа күні орындалды
update-not-met = Әлі орындалған жоқ
update-move = 📅 Мерзімін өзгерту
update-milestone-new = ➕ Жаңа меже
update-empty = ✕ Күнін алып тастау
update-claim-own = Өз сөзіммен, бүгін
update-claim-keep = Бұрынғы соманы қолданыста қалдыру
update-notes-clear = ✕ Барлық ескертпені алып тастау
update-file-show = 🌐 Барлығына ашу: { $title }
update-file-hide = 🔒 Тек қызметкерлерге: { $title }
update-no-curator = Кураторсыз
update-no-zone = Аймақтан тыс
update-delete-sure = 🗑 Иә, жою
update-see-proposal = 📥 Ұсынысты көру
update-undo = ↩️ Бұрынғысын қайтару

# Жазылғанды қайтару
undo-title = ↩️ <b>{ $name }</b>
undo-what = <b>Не қайтарылады</b>
undo-was-by = Жазған: { $who }, { $when }
undo-why = Неліктен қайтарамыз? Таңдаңыз немесе жазыңыз.
undo-overtaken = Қайтару мүмкін емес: содан бері тағы өзгерген ({ $fields }). Жаңа түзету енгізіңіз.
undo-reason-mistake = Қате жазылған
undo-reason-wrong = Мәлімет расталмады
undo-reason-other = Басқа жобаға қатысты
undo-only-this = Тек біреуін қайтару
undo-everything = Бүкіл түзетуді қайтару: { $count }
undo-done = ↩️ Қайтарылды: <b>{ $name }</b>
undo-same = Қайтарылып қойған: <b>{ $name }</b>

# Шешім күтіп тұрған ұсыныстар
proposals-title = <b>Шешім күтіп тұр: { $count }</b>
proposals-none = Шешім күтіп тұрған ештеңе жоқ.
proposals-title-one = 📥 <b>{ $name }</b>
proposals-by = Ұсынған: { $who }, { $when }
proposals-from-story = Жаңалықтан, { $when }
proposals-moved = ⚠️ Содан бері өзгерді: { $fields }. Қазір не өзгеретіні көрсетілген.
proposals-so-already = Дәл солай жазылған: қабылдайтын ештеңе жоқ.
proposals-own = Бұл сіздің ұсынысыңыз: оны басқа қызметкер растайды.
proposals-accepted = ✅ Қабылданды · { $who }
proposals-returned = ↩️ Авторына қайтарылды · { $who }
proposals-dismissed = ✕ Қабылданбады · { $who }
proposals-word = Ескерту: { $word }
proposals-accept = ✅ Қабылдау
proposals-correct = ✏️ Түзету
proposals-return = ↩️ Ескертумен қайтару
proposals-dismiss = ✕ Қабылдамау
proposals-withdraw = ✕ Қайтып алу
proposals-list = ‹ Тізімге
proposals-ask-word = Не дұрыс емес? Авторына қысқаша жазыңыз.
proposals-overtaken = ⚠️ Сіз қарап отырғанда жоба өзгертілді. Ештеңе жазылған жоқ: қайта тексеріңіз.
proposals-second-now = Қабылданды. Енді мұны басқа қызметкер растайды.

# Өздігінен келетін хабарлар
notice-proposal-waiting =
    📨 Растау күтіп тұр: <b>{ $name }</b>

    Ұсынған: { $who }
notice-proposal-accepted = ✅ Түзетуіңіз расталды: <b>{ $name }</b>
notice-proposal-amended = ✅ Түзетуіңіз өзгертіліп қабылданды: <b>{ $name }</b>
notice-proposal-returned = ↩️ Түзетуіңіз қайтарылды: <b>{ $name }</b>
notice-proposal-dismissed = ✕ Түзетуіңіз қабылданбады: <b>{ $name }</b>
notice-open = Ашу

nudge-title =
    <b>Жобаларда не жаңалық?</b>

    Бір аптадан астам жаңалығы жоқ жоба саны: { $count }. Бір рет басып жауап беріңіз.
nudge-line = { $number }. { $name }: { $what }. Расталған: { $when }
nudge-done = ✅ Рақмет, осы аптада барлық жобаңыз расталды.
nudge-same = { $number } ✅ Өзгеріс жоқ
nudge-update = { $number } ✏️ Жаңарту
nudge-due-soon = ⏰ { $name }: мерзіміне { $days } күн қалды
nudge-due-today = ⏰ { $name }: мерзімі бүгін
nudge-due-past = ⚠️ { $name }: мерзімі өтіп кетті ({ $date })
nudge-due-finish = жоспар бойынша аяқталуы, { $date }
nudge-due-milestone = «{ $title }» межесі, { $date }
nudge-due-update = ✏️ Жаңарту
