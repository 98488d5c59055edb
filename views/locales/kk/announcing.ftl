announce-title =
    📣 <b>Хабарландырулар</b>

    Әлі жіберілмегені:
announce-none =
    📣 <b>Хабарландырулар</b>

    Жоба жазбалар жоқ.
announce-new = ✍️ Жаңа хабарландыру
announce-back = ‹ Жобаға
announce-ask = Хабарлайтыныңызды жіберіңіз: мәтін, фото, бейне, альбом, құжат, дауыстық хабар, сауалнама немесе орын. Жазбаны қайта жіберуге де болады.
announce-draft = 📣 <b>Жоба жазба № { $number }</b>
announce-says-nothing = Әзірге ештеңе айтылмаған.
announce-say = ✏️ Мәтін
announce-audience = 👥 Кімге
announce-send = 📤 Жіберу
announce-delete = 🗑 Жою
announce-all = ‹ Барлығы
announce-empty = № { $number } · бос
announce-version = <b>{ $language }</b>: { $excerpt }
menu-announce = Хабарландырулар

error-announcement-gone = Бұл хабарландыру енді жоқ.
error-announcement-changed = Хабарландыру содан бері өзгерді. Оны қайта ашыңыз.
error-announcement-empty = Хабарландыруда әзірге ештеңе жоқ.
error-announcement-nobody = Бұл хабарландыруды ешкім алмайды: кімге жіберілетінін таңдаңыз.
error-needs-announcing-write = Хабарландыруды осы іс тапсырылғандар ғана жазады.
error-needs-announcing-send = Хабарландыруды осы іс тапсырылғандар ғана жібереді.

act-announcement-delete = хабарландыру жобасын жою
