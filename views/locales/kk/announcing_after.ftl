# Хабарландырудың нәтижесі және одан кейінгі әрекеттер
result-title = 📊 <b>Хабарландыру № { $number }: нәтиже</b>
result-said = «{ $excerpt }»
result-state = Күйі: { $state }
result-started = Басталды: { $at }
result-finished = Аяқталды: { $at }
result-withdrawn = Кері қайтарылды: { $at }
result-sent = ✅ Жеткізілді: <b>{ NUMBER($count) }</b>, барлығы { NUMBER($all) }
result-left = ⏳ Әлі жіберілуде: { NUMBER($count) }
result-failed = ❌ Жеткізілмеді: { NUMBER($count) }
result-uncertain = ❓ Жеткені белгісіз: { NUMBER($count) }
result-cancelled = 🚫 Тоқтатылды: { NUMBER($count) }
result-partly = ✂️ Толық жетпеді: { NUMBER($count) }
result-blocked-since = 🔇 Алғаннан кейін қолжетімсіз болды: { NUMBER($count) }
result-reason = {"  "}· { $why }: { NUMBER($count) }
result-languages = <b>Тілдер бойынша</b>
result-language = { $name }: { NUMBER($count) }, барлығы { NUMBER($all) }
result-presses = <b>Батырманы басқандар</b>
result-pressed = { $label }: { NUMBER($count) }
result-links = Сілтемені кім ашқанын Telegram хабарламайды.

result-why-refused = Telegram қабылдамады: { $words }
result-why-stopped = жіберу тоқтатылды
result-why-forgotten = деректер адамның өтінішімен жойылды
result-why-late = мерзімі өтіп кетті
result-why-withdrawn = хабарландыру кері қайтарылды

result-refresh = 🔄 Жаңарту
result-file = 📄 XLSX кестесі
result-again = ❓ Жеткені белгісіз: { NUMBER($count) }
result-resend = 📤 Алмағандарға жіберу
result-follow = 💬 Батырманы басқандарға жазу
result-list = ‹ Барлық хабарландыру
result-back = ‹ Нәтижеге оралу
result-making = Кесте дайындалуда…
result-made = ✅ Кесте дайын
result-not-made = Кесте жасалмады. Қайталап көріңіз.
result-caption = Хабарландыру № { $number }: нәтиже. Алушы саны: { NUMBER($count) }
result-again-ask =
    Хабарландырудың жеткен-жетпегенін Telegram айтпады. Алушы саны: <b>{ NUMBER($count) }</b>.

    Қайта жіберсеңіз, біреулер екі рет алуы мүмкін. Солай қалдырсаңыз, біреулер мүлде алмауы мүмкін.
result-again-yes = 📤 Қайта жіберу: { NUMBER($count) }
result-leave = Солай қалдыру
result-again-done = 📤 Қайта жіберілуде. Алушы саны: { NUMBER($count) }
result-follow-ask = Кімге жазамыз? Батырманы басқандарға арналған жаңа қаралама жасалады.
result-pressed-button = { $label } · { NUMBER($count) }

announced-state-draft = қаралама
announced-state-awaiting = екінші адамды күтуде
announced-state-scheduled = жоспарланған
announced-state-sending = жіберілуде
announced-state-paused = кідіртілген
announced-state-sent = жіберілген
announced-state-cancelled = тоқтатылған
announced-state-withdrawn = кері қайтарылған

error-results-failed = Кесте жасалмады. Қайталап көріңіз.
error-nobody-in-doubt = Белгісіз ешкім қалмады: бәрінікі анықталды.
error-not-over = Хабарландыру әлі жіберілуде. Аяқталғанын күтіңіз немесе жіберуді тоқтатыңыз.
error-already-withdrawn = Хабарландыру кері қайтарылып қойған.

act-announcement-again = Жеткені белгісіз алушыларға хабарландыру қайта жіберілді
act-announcement-resend = Хабарландыруды алмағандарға арналған қаралама
act-announcement-follow-up = Хабарландыру батырмасын басқандарға арналған қаралама

book-title = Хабарландыру № { $number }: нәтиже
book-sheet-summary = Нәтиже
book-sheet-recipients = Алушылар
book-sheet-presses = Басулар
book-made = Жасалды: { $at }
book-what = Көрсеткіш
book-count = Саны
book-all = Барлық алушы
book-sent = Жеткізілді
book-left = Әлі жіберілуде
book-failed = Жеткізілмеді
book-uncertain = Жеткені белгісіз
book-cancelled = Тоқтатылды
book-partly = Толық жетпеді
book-blocked-since = Алғаннан кейін қолжетімсіз болды
book-reasons = Жеткізілмеу себептері
book-why = Себебі
book-by-language = Тілдер бойынша
book-language = Тіл
book-delivered = Жеткізілді
book-chat = Чат нөмірі
book-name = Топ немесе арна
book-kind = Чат
book-kind-private = адам
book-kind-group = топ
book-kind-channel = арна
book-state = Күйі
book-when = Қашан
book-button = Батырма
book-people = Басқан адам саны
book-leads = Не ашады
book-not-told = дерек жоқ: Telegram хабарламайды
book-forgotten = деректер жойылған
book-state-waiting = кезегін күтуде
book-state-under-way = жіберілуде
book-state-sent = жеткізілді
book-state-failed = жеткізілмеді
book-state-uncertain = жеткені белгісіз
book-state-cancelled = тоқтатылды
book-state-part = толық жетпеді

# Бәрінде түзету немесе кері қайтарып алу
result-correct = ✏️ Бәрінде түзету
result-withdraw = 🗑 Кері қайтару
result-edit = ✏️ Түзету, { $at }. Түзетілді: { NUMBER($count) }
result-edit-going = ✏️ Түзету, { $at }. Түзетілді: { NUMBER($count) }, қалды: { NUMBER($left) }
result-edit-replaced = ✏️ Түзету, { $at }, орнына келесісі келді. Түзетілді: { NUMBER($count) }
result-withdrawal = 🗑 Өшірілді: { NUMBER($count) }
result-withdrawal-going = 🗑 Өшірілуде. Өшірілді: { NUMBER($count) }, қалды: { NUMBER($left) }
result-amend-failed = Болмады: { NUMBER($count) }
result-amend-beyond = Енді қол жетпейді: { NUMBER($count) }

correction-title = ✏️ <b>Хабарландыру № { $of }: түзету</b>
correction-apply = ✅ Бәрінде түзету…
correct-ask = ✏️ <b>Хабарландыру № { $of } бәрінде түзетілсін бе?</b>
correct-versions = Өзгеретін нұсқалар: { $versions }
correct-within = Түзетілетін алушы саны: <b>{ NUMBER($count) }</b>
correct-waiting = Түзетілгенін алады: { NUMBER($count) }
correct-under-way = Жеткен бойда түзетіледі: { NUMBER($count) }
correct-old = жіберілгеніне 30 күннен асты
correct-yes = ✏️ Түзету: { NUMBER($count) }
correct-back = ‹ Түзетуге оралу
correct-needs-another = Екінші адам ережесі қосулы: басқа адам түзетуі керек. Түзету /announce ішінде күтіп тұр.
correct-done = ✏️ Түзетілуде. Экранды жаңартып отыруға болады.
withdraw-ask = 🗑 <b>Хабарландыру № { $number } кері қайтарылсын ба?</b>
withdraw-within = Өшірілетін алушы саны: <b>{ NUMBER($count) }</b>
withdraw-waiting = Әлі алмады және алмайды: { NUMBER($count) }
withdraw-under-way = Жеткен бойда өшіріледі: { NUMBER($count) }
withdraw-old = жіберілгеніне 48 сағаттан асты, Telegram өшіруге рұқсат бермейді
withdraw-yes = 🗑 Кері қайтарып, өшіру: { NUMBER($count) }
withdraw-done = 🗑 Кері қайтарылуда. Экранды жаңартып отыруға болады.
reach-beyond = Енді қол жетпейді:
reach-gone = бот бұғатталған немесе чат жоқ
reach-doubt = жеткені белгісіз

error-amend-nothing = Түзету ештеңені өзгертпейді: нұсқаны немесе батырмаларды өзгертіңіз.
error-amend-versions = Хабарландыру басқа тілдерде жіберілген. Түзетуде дәл сол нұсқалар қалуы керек.
error-amend-shape = Жаңа нұсқада хабар саны басқа, ал Telegram бар хабарды ғана түзетуге мүмкіндік береді. Санын сол күйі қалдырыңыз.
error-amend-kind = Telegram мұндай хабарды ондайға ауыстыруға мүмкіндік бермейді. Мәтін мәтінге, фото, видео не файл бір-біріне ауысады; сауалнама, орын, дауыстық хабар, стикер және қайта жіберілген хабар өзгермейді.

act-announcement-correct = Хабарландыру бәрінде түзетілді
act-announcement-withdraw = Хабарландыру кері қайтарылды
audit-field-draft = қаралама
audit-field-button = батырма
audit-field-kk = қазақша
audit-field-ru = орысша
audit-field-en = ағылшынша
audit-field-zh = қытайша
