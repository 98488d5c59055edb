# Растау
send-title = 📤 <b>№ { $number } хабарландыруды жіберу керек пе?</b>
send-is-awaiting = 👀 <b>№ { $number } хабарландыру келісуді күтіп тұр</b>
send-is-begun = 📤 № { $number } хабарландыру қазір жіберілуде.
send-is-scheduled = 🗓 <b>№ { $number } хабарландыру жіберіледі</b>
send-channels = Арналар: { $channels }
send-channel-at = { $name } ({ $at })
send-when-now = Қашан: бірден
send-when-at = Қашан: <b>{ $at }</b>, { $zone }
send-when-every = Қашан: <b>{ $every }</b>, { $zone }. Келесісі: { $next }
send-every-week = апта сайын, { $day }, { $at }
send-every-month = ай сайын, { $day } күні, { $at }
send-moment = { $weekday }, { $day }, { $at }
send-quiet-on = Тыныш сағаттар: алушының уақытымен 22:00–08:00 аралығында ештеңе келмейді
send-quiet-night = Тыныш сағаттар: { $count } алушыда түн болады, оларға таңғы 08:00-де келеді
send-quiet-off = Тыныш сағаттар ескерілмейді: түнде де келеді
send-is-urgent = Шұғыл: қалғанының бәрінен бұрын
send-warning = ⚠️ { $what }
send-warns-unread = Бұл нұсқаны ешкім алмайды: { $languages }.
send-warns-fallback = Өз тілінде нұсқасы жоқ: { $count }. Оларға келетіні: { $language }.
send-warns-channel = Қазір мұнда жазуға болмайды: { $channels }.
send-warns-pin = Бекітуге құқық жоқ: { $channels }.
send-warns-second = Жіберуді екінші адам растайды.

announce-go = 📤 Жіберу: { $count }
send-go-later = 🗓 Жоспарлау: { $count }
send-go-every = 🔁 Қайталау: { $count }
send-go-second = 👀 Келісуге: { $count }
send-ask = 🙋 Жіберуді сұрау
send-when-button = 🕘 Қашан
send-channels-button = 📢 Арналар: { $count }
send-quiet-is-on = 🌙 Тыныш сағаттар: иә
send-quiet-is-off = 🌙 Тыныш сағаттар: жоқ
send-urgent-is-on = ⚡️ Шұғыл: иә
send-urgent-is-off = ⚡️ Шұғыл: жоқ
send-agree = ✅ Келісу: { $count }
send-return = ↩️ Қайтару
send-stop = ✏️ Жіберуден алып тастау
send-stop-series = ⏹ Енді қайталамау
send-back = ‹ Артқа
send-look = 👀 Қарау
send-stopped = Жіберуден алынды, қаралама сақталды.
send-asked = Жіберу туралы өтініш жеткізілді.
send-asked-nobody = Өтініш бұған дейін жеткізілген немесе жеткізетін адам жоқ: жіберетін адамдарға қазір жазуға болмайды.
send-given-back = Қараламаға қайтарылды: жіберуді растаған адамның енді бұған құқығы жоқ.

# Қашан
send-when-ask =
    <b>№ { $number } хабарландыру қашан жіберілсін?</b>

    { $now }

    Басыңыз немесе күні мен уақытын жазыңыз: «ертең 10:00», «25.12 9:30», «2 сағаттан кейін». Уақыт белдеуі: { $zone }
send-now = Бірден
send-each-week = 🔁 Апта сайын
send-each-month = 🔁 Ай сайын
send-day-ask-week = Аптаның қай күні қайталансын?
send-day-ask-month = Айдың қай күні қайталансын? Қысқа айда соңғы күні болады.
send-time-ask = Сағат нешеде? Басыңыз немесе жазыңыз, мысалы 08:45. Уақыт белдеуі: { $zone }
send-no-moment = Күн мен уақытқа ұқсамайды. Мысалы, былай жазыңыз: «ертең 10:00» немесе «25.12 9:30».
send-moved = Бұл күні сағат тілі ауыстырылады, мұндай уақыт жоқ. Одан кейінгі алғашқы сәт: { $at }.

# Арналар
send-channels-ask = <b>Қай арналарға жариялансын?</b> Нұсқасы – арнаның тілінде.
send-own-time = 🕘 бәрімен бірге
send-own-ask = { $name } арнасына қашан жариялансын? Басыңыз немесе күні мен уақытын жазыңыз: «ертең 10:00». Уақыт белдеуі: { $zone }
send-with-rest = Бәрімен бірге
send-pins-is-on = 📌 Бекіту: иә
send-pins-is-off = 📌 Бекіту: жоқ

# Сұрамай-ақ айтылатыны
send-second-asked = 👀 № { $number } хабарландыру келісіміңізді күтіп тұр: { $excerpt }
send-ready = 🙋 № { $number } хабарландыруды жіберуді сұрайды: { $excerpt }
send-agreed = ✅ № { $number } хабарландыру келісілді: { $excerpt }
send-returned =
    ↩️ № { $number } хабарландыру қайтарылды: { $excerpt }

    <i>{ $word }</i>
send-lapsed =
    ⚠️ № { $number } хабарландыру жіберілмеді, қайтадан қаралама болды: { $excerpt }

    Рұқсат берген адамның енді жіберуге құқығы жоқ: { $who }
send-nobody = ⚠️ № { $number } хабарландыруды жіберетін уақыт келді, бірақ алушы жоқ. Ол қайтадан қаралама болды: { $excerpt }
send-nobody-series = ⚠️ № { $number } хабарландыру бұл жолы жіберілмеді, алушы жоқ: { $excerpt }
send-began = 📤 № { $number } хабарландыру жіберілуде, алушы: { $count }. { $excerpt }
send-began-late = Ол мерзімінен кеш басталды, бот ол кезде жұмыс істемеді. Кешігуі: { $hours ->
    [0] { $minutes } мин.
   *[other] { $hours } сағ { $minutes } мин.
}
watch-why-broken = Хабарландырудың мазмұнын оқу мүмкін емес. Қатесі:
send-return-ask = № { $number } хабарландырудың несі дұрыс емес? Жазыңыз: мұны авторы мен жіберуді растаған адам оқиды.

# Хабарландыру құқығы
announcing-now-nothing = Енді хабарландырулармен жұмыс істей алмайсыз.
announcing-now-write = Енді хабарландыру жаза аласыз. Оны осы жұмыс тапсырылған адам жібереді. Ашу: /announce
announcing-now-send = Енді хабарландыру жазып, жібере аласыз. Ашу: /announce
announcing-open = 📣 Хабарландырулар

error-announcement-past = Бұл уақыт өтіп кеткен: басқасын таңдаңыз.
error-announcement-far = Бұған бір жылдан көп уақыт бар: жылын тексеріңіз.
error-announcement-no-second = Жіберуді автор мен сізден басқа екінші адам растауы керек, ал жібере алатын басқа ешкім жоқ. Хабарландыру құқығы /people ішінде беріледі.
error-announcement-own = Өз хабарландыруыңызды келісуге болмайды: мұны басқа адам жасайды.

audit-field-starts-at = қашан
audit-field-every = қайталау
audit-field-day = күні
audit-field-clock = уақыты
audit-every-week = апта сайын
audit-every-month = ай сайын
audit-field-recipients = алушы саны
audit-field-user = адамның нөмірі

act-announcement-send = Хабарландыру жіберілді
act-announcement-schedule = Хабарландыру жоспарланды
act-announcement-reschedule = Хабарландыру уақыты өзгертілді
act-announcement-unschedule = Хабарландыру жіберуден алынды
act-announcement-ask = Хабарландыру келісуге берілді
act-announcement-approve = Хабарландыру келісілді
act-announcement-return = Хабарландыру қайтарылды
act-announcement-lapse = Хабарландыру алынды: жіберу құқығы жоқ
