# Жобаларға жазылу: /follow және /following
following-button = 🔔 Жазылғандарым
follow-title = <b>Нені бақылап отырсыз</b>
follow-nothing = Әзірге ештеңе жоқ. Жобаға, ауданға, салаға не елге жазылыңыз: ондағы әр өзгеріс дайджестің басында немесе бірден келеді.
follow-private = <i>Бұл тізім тек осы чатта көрінеді.</i>
follow-more = ➕ Тағы жазылу
follow-choose = <b>Нені бақылаймыз?</b>
follow-about = Әр өзгеріс туралы айтамын: не болды, не өзгерді, неге және қайдан белгілі. Өзгерістер дайджестің басында келеді, ал сұрасаңыз — бірден.
follow-choose-back = ‹ Басқа таңдау
follow-back = ‹ Жобаға
follow-found = Қайсысын айттыңыз?
follow-not-found = Мұндай жоба, аудан не сала табылмады. Басқаша жазып көріңіз немесе тізімнен таңдаңыз.
follow-none-there = Әзірге таңдайтын ештеңе жоқ.
follow-gone = бұл жоба тізілімде енді жоқ

follow-kind-project = 🏗
follow-kind-district = 📍
follow-kind-sector = 🏷
follow-kind-country = 🌍
follow-kind-curator = 👤
follow-all-district = 📍 Аудан не қала
follow-all-sector = 🏷 Сала
follow-all-country = 🌍 Инвестордың елі
follow-all-curator = 👤 Куратор
follow-ask-district =
    <b>Аудандар мен қалалар</b>
    Ауданның барлық жобасын бақылау үшін басыңыз, тоқтату үшін тағы бір рет басыңыз.
follow-ask-sector =
    <b>Салалар</b>
    Саланың барлық жобасын бақылау үшін басыңыз, тоқтату үшін тағы бір рет басыңыз.
follow-ask-country =
    <b>Инвесторлардың елдері</b>
    Ел қатысатын барлық жобаны бақылау үшін басыңыз, тоқтату үшін тағы бір рет басыңыз.
follow-ask-curator =
    <b>Кураторлар</b>
    Куратордың барлық жобасын бақылау үшін басыңыз, тоқтату үшін тағы бір рет басыңыз.

follow-is-digest = дайджестпен
follow-is-now = бірден
follow-to-digest = 🗞 Дайджестпен
follow-to-now = ⚡ Бірден
follow-to-stop = ✕ Жазылудан бас тарту
follow-said-digest = ✅ Өзгерістер дайджестің басында келеді.
follow-said-now = ✅ Өзгерістер тыныш сағаттардан басқа уақытта бірден келеді; сағаттар мен күндік саны хабарландырулардағыдай.
follow-said-stop = Жазылу тоқтатылды.
follow-toast-digest = Өзгерістер дайджестпен келеді.
follow-toast-now = Өзгерістер бірден келеді.
follow-toast-stop = Жазылу тоқтатылды.

error-follow-subscribe = Өзгерістерді біліп отыру үшін алдымен жазылыңыз: /start
error-follow-many = Бақыланатындар саны { $most } болды, бұдан көп болмайды. Артығын алып тастаңыз: /following
