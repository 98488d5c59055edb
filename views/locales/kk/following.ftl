# Жобаларға жазылу: /follow және /following
following-button = 🔔 Бақылап отырғандарым
follow-title = <b>Нені бақылап отырсыз</b>
follow-nothing = Әзірге ештеңе жоқ. Жобаны, ауданды, саланы не елді таңдаңыз: ондағы әр өзгеріс дайджестің басында немесе бірден келеді.
follow-private = <i>Бұл тізім тек осы чатта көрінеді.</i>
follow-more = ➕ Тағы қосу
follow-first = ➕ Жазылу
follow-choose = <b>Нені бақылаймыз?</b>
follow-about = Әр өзгеріс туралы айтамын: бұрын қандай еді, енді қандай, себебі не және қайдан белгілі. Өзгерістер дайджестің басында келеді, ал сұрасаңыз – бірден.
follow-choose-back = ‹ Басқа таңдау
follow-back = ‹ Жобаға
follow-found = Қайсысын айтып отырсыз?
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
follow-to-stop = ✕ Бақыламау
follow-said-digest = ✅ Өзгерістер дайджестің басында келеді.
follow-said-now = ✅ Өзгерістер тыныш сағаттардан басқа уақытта бірден келеді. Тыныш сағаттар мен күндік шек хабарландырулардағыдай.
follow-said-stop = Бақылау тоқтатылды.
follow-toast-digest = Өзгерістер дайджестпен келеді.
follow-toast-now = Өзгерістер бірден келеді.
follow-toast-stop = Бақылау тоқтатылды.

error-follow-subscribe = Өзгерістерден хабардар болу үшін алдымен жазылыңыз: /start
error-follow-many = Бақылап отырғаныңыз – { $most }, одан көп болмайды. Артығын алып тастаңыз: /following
