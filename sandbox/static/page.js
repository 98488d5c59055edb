// The chat page: what the sandbox holds, drawn; what a person does, posted. Text from outside
// only ever becomes text nodes.

const $ = (id) => document.getElementById(id);
const state = { me: null, chat: null, world: null, messages: [], typing: 0, seen: 0 };

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  };
  const response = await fetch(`/sandbox/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || response.statusText);
  return answer;
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

const safeUrl = (url) => (/^(https?|tg|mailto):/i.test(url) ? url : "#");
const time = (seconds) => new Date(seconds * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

// Text with entities: offsets count UTF-16 units, as JavaScript's own strings do.

function drawText(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return drawPart(text, sorted, 0, text.length);
}

function drawPart(text, entities, from, to) {
  const fragment = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || entity.offset >= to) continue;
    fragment.append(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter((each) => each.offset < end);
    fragment.append(wrap(entity, text.slice(entity.offset, end), drawPart(text, inner, entity.offset, end)));
    at = end;
  }
  fragment.append(text.slice(at, to));
  return fragment;
}

function wrap(entity, words, inner) {
  const link = (href) => make("a", { href: safeUrl(href), target: "_blank", rel: "noopener noreferrer" }, inner);
  switch (entity.type) {
    case "bold": return make("b", {}, inner);
    case "italic": return make("i", {}, inner);
    case "underline": return make("u", {}, inner);
    case "strikethrough": return make("s", {}, inner);
    case "code": return make("code", {}, inner);
    case "pre": return make("pre", {}, inner);
    case "blockquote":
    case "expandable_blockquote": return make("blockquote", {}, inner);
    case "spoiler":
      return make("span", { class: "spoiler", tabindex: 0, role: "button", "aria-label": "Hidden text",
        onclick: (event) => event.currentTarget.classList.add("open") }, inner);
    case "text_link": return openLink(entity.url, link(entity.url));
    case "url": return link(words.includes("://") ? words : `http://${words}`);
    case "email": return link(`mailto:${words}`);
    case "bot_command":
      return make("button", { type: "button", class: "command", onclick: () => say(words) }, inner);
    case "mention":
    case "hashtag":
    case "text_mention": return make("a", { href: "#", onclick: (event) => event.preventDefault() }, inner);
    default: return make("span", {}, inner);
  }
}

// A link to our own bot opens here, as it would in the messenger.
function openLink(url, element) {
  const found = /^https?:\/\/t\.me\/(\w+)\?start=([\w-]+)$/.exec(url || "");
  if (found && found[1] === state.world.bot.username) {
    element.addEventListener("click", (event) => {
      event.preventDefault();
      openChat(state.me).then(() => say(`/start ${found[2]}`));
    });
  }
  return element;
}

// Chats

const me = () => state.world.users.find((user) => user.id === state.me);
const bot = () => state.world.bot;

function chatName(chat) { return chat.type === "private" ? bot().first_name : chat.title; }

function myChats() {
  return state.world.chats.filter((chat) =>
    chat.type === "private" ? chat.id === state.me
      : chat.type === "channel" || (chat.members || []).includes(state.me));
}

function hue(text) { return [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7); }

function drawAvatar(element, name) {
  element.style.setProperty("--hue", hue(name));
  element.textContent = [...name][0] || "?";
}

function summary(chat) {
  const last = chat.last_message;
  if (!last) return chat.type === "private" ? "Press START" : "No messages yet";
  return last.text || last.caption || (last.photo ? "Photo" : last.document ? "Document" : "…");
}

function drawChats() {
  $("chats").replaceChildren(...myChats().map((chat) => {
    const avatar = make("div", { class: "avatar", "aria-hidden": "true" });
    drawAvatar(avatar, chatName(chat));
    return make("li", {}, make("button",
      { type: "button", "aria-current": String(chat.id === state.chat), onclick: () => openChat(chat.id) },
      avatar,
      make("div", { class: "words" }, make("b", {}, chatName(chat)), make("small", {}, summary(chat)))));
  }));
}

function drawPeople() {
  const names = state.world.users.filter((user) => !user.is_bot);
  const options = names.map((user) => make("option", { value: user.id, selected: user.id === state.me },
    `${user.first_name} (${user.language_code || "?"})`));
  $("who").replaceChildren(...options);
}

async function refresh() {
  state.world = await ask(`state?user=${state.me || 0}`);
  if (!state.me) {
    const kept = Number(localStorage.getItem("keruen-who"));
    const people = state.world.users.filter((user) => !user.is_bot);
    if (!people.length) return;
    state.me = people.some((user) => user.id === kept) ? kept : people[0].id;
    state.world = await ask(`state?user=${state.me}`);
  }
  if (!myChats().some((chat) => chat.id === state.chat)) state.chat = state.me;
  drawPeople();
  drawChats();
  drawHeader();
}

function drawHeader() {
  const chat = state.world.chats.find((each) => each.id === state.chat);
  if (!chat) return;
  drawAvatar($("avatar"), chatName(chat));
  $("title").textContent = chatName(chat);
  const people = (chat.members || []).length;
  const kind = chat.type === "private" ? "bot" : chat.type === "channel" ? "channel" : `${people} members`;
  $("subtitle").textContent = state.typing > Date.now() ? `${bot().first_name} is typing…` : kind;
  const can = chat.type === "private" && me().started;
  $("actions").replaceChildren(...(can ? state.world.actions : []).map((action) =>
    make("button", { type: "button", onclick: () => act(action) }, action.title)));
  drawMenu(chat);
  const fresh = chat.type === "private" && (!me().started || me().blocked);
  $("start").hidden = !fresh;
  $("start").textContent = me().blocked ? "UNBLOCK AND START" : "START";
  $("form").hidden = fresh || chat.type === "channel";
}

function drawMenu(chat) {
  const items = [];
  const add = (title, path, body = {}) => items.push(make("button", { type: "button", role: "menuitem",
    onclick: () => { $("more").open = false; quietly(ask(path, body).then(refresh)); } }, title));
  if (chat.type === "private") {
    if (me().blocked) add("Unblock the bot", `users/${state.me}/unblock`);
    else add("Block the bot", `users/${state.me}/block`);
  } else if (chat.type !== "channel") {
    const inside = (chat.members || []).includes(bot().id);
    if (inside) add("Put the bot out", `chats/${chat.id}/leave`);
    else add("Add the bot", `chats/${chat.id}/join`, { by: state.me });
    if (chat.type === "group") add("Upgrade to a supergroup", `chats/${chat.id}/migrate`);
  }
  $("more").hidden = !items.length;
  $("menu").replaceChildren(...items);
}

async function openChat(id) {
  state.chat = id;
  state.seen = null;
  document.body.dataset.pane = "chat";
  hideCommands();
  drawChats();
  drawHeader();
  await loadMessages();
  if (!$("form").hidden && matchMedia("(min-width: 761px)").matches) $("text").focus();
}

async function loadMessages() {
  const chat = state.chat;
  const { messages } = await ask(`chats/${chat}?user=${state.me}`);
  if (chat !== state.chat) return;
  state.messages = messages.filter((message) => !message.deleted);
  drawMessages();
}

function drawMessages() {
  const log = $("log");
  const near = log.scrollHeight - log.scrollTop - log.clientHeight < 160 || state.seen !== state.chat;
  state.seen = state.chat;
  const parts = [];
  let day = "";
  for (const message of state.messages) {
    const today = new Date(message.date * 1000).toLocaleDateString([], { day: "numeric", month: "long" });
    if (today !== day) parts.push(make("div", { class: "day" }, (day = today)));
    parts.push(drawMessage(message));
  }
  if (!parts.length) parts.push(make("p", { class: "empty" }, emptyWords()));
  log.replaceChildren(...parts);
  drawKeyboard();
  if (near) log.scrollTop = log.scrollHeight;
}

function emptyWords() {
  if (state.chat === state.me) return bot().description || "What can this bot do? Press START and see.";
  return "No messages here yet.";
}

function serviceWords(message) {
  if (message.new_chat_members) return `${message.new_chat_members.map((user) => user.first_name).join(", ")} joined`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left`;
  if (message.migrate_to_chat_id) return "The group was upgraded to a supergroup";
  if (message.migrate_from_chat_id) return "This was a group before";
  return null;
}

function drawMessage(message) {
  const service = serviceWords(message);
  if (service) return make("div", { class: "service" }, service);
  const mine = message.from && message.from.id === state.me && !message.sender_chat;
  const bubble = make("div", { class: "bubble" });
  if (!mine && state.chat !== state.me) {
    const sender = message.sender_chat || message.from || message.chat;
    bubble.append(make("div", { class: "from" }, sender.title || sender.first_name || ""));
  }
  if (message.forward_origin) bubble.append(make("div", { class: "reply" }, "Forwarded message"));
  if (message.reply_to_message) {
    const replied = message.reply_to_message;
    bubble.append(make("div", { class: "reply" }, replied.text || replied.caption || "…"));
  }
  bubble.append(...drawMedia(message));
  const text = message.text ?? message.caption;
  if (text) {
    const body = make("div", { class: "body", dir: "auto" });
    body.append(drawText(text, message.entities || message.caption_entities));
    bubble.append(body);
  }
  const preview = drawPreview(message);
  if (preview) bubble.append(preview);
  const marks = [message.pinned && "📌", message.edit_date && "edited", time(message.date)];
  bubble.append(make("div", { class: "meta" }, marks.filter(Boolean).join(" ")));
  const whole = make("article", { class: mine ? "message mine" : "message", "data-id": message.message_id }, bubble);
  const rows = message.reply_markup && message.reply_markup.inline_keyboard;
  if (rows && rows.length) whole.append(drawButtons(message, rows));
  return whole;
}

function drawMedia(message) {
  if (message.photo) {
    const photo = message.photo[message.photo.length - 1];
    return [make("img", { class: "photo", alt: "Photo", src: `/sandbox/files/${photo.file_id}` })];
  }
  if (message.document) {
    const { file_id: id, file_name: name, file_size: size } = message.document;
    return [make("a", { class: "document", href: `/sandbox/files/${id}`, download: name || "file" },
      make("i", { "aria-hidden": "true" }, "↓"),
      make("span", {}, make("b", {}, name || "file"), make("br"), `${Math.ceil((size || 0) / 1024)} KB`))];
  }
  if (message.sticker) return [make("div", {}, "🙂 Sticker")];
  if (message.poll) return [make("div", {}, `📊 ${message.poll.question}`)];
  return [];
}

function drawPreview(message) {
  const options = message.link_preview_options || {};
  if (options.is_disabled || !message.text) return null;
  const links = (message.entities || []).filter((each) => each.type === "text_link").map((each) => each.url);
  const url = options.url || links[0];
  if (!url || !/^https?:/.test(url)) return null;
  const address = new URL(url);
  return make("a", { class: "preview", href: url, target: "_blank", rel: "noopener noreferrer" },
    make("b", {}, address.hostname), make("span", {}, url));
}

function drawButtons(message, rows) {
  return make("div", { class: "buttons" }, ...rows.map((row) => make("div", {}, ...row.map((button) => {
    if (button.url) {
      const link = make("a", { class: "outside", href: safeUrl(button.url), target: "_blank", rel: "noopener noreferrer" }, button.text);
      return openLink(button.url, link);
    }
    return make("button", { type: "button", onclick: (event) => press(event.currentTarget, message, button) }, button.text);
  }))));
}

function drawKeyboard() {
  const last = [...state.messages].reverse().find((message) => message.keyboard);
  const rows = last && last.keyboard.keyboard;
  $("keyboard").hidden = !rows;
  if (!rows) return;
  $("keyboard").replaceChildren(...rows.map((row) => make("div", {}, ...row.map((button) => {
    const label = typeof button === "string" ? button : button.text;
    return make("button", { type: "button", onclick: () => say(label) }, label);
  }))));
}

// What a person does

function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { $("toast").hidden = true; }, 3500);
}

function quietly(promise) { return promise.catch((error) => toast(error.message)); }

async function press(element, message, button) {
  if (button.copy_text) {
    await navigator.clipboard.writeText(button.copy_text.text);
    toast("Copied");
    return;
  }
  if (button.switch_inline_query_current_chat !== undefined || button.switch_inline_query !== undefined) {
    const words = button.switch_inline_query_current_chat ?? button.switch_inline_query;
    $("text").value = `@${bot().username} ${words}`;
    $("text").focus();
    return;
  }
  element.disabled = true;
  try {
    const { answer } = await ask(`users/${state.me}/press`, {
      chat_id: state.chat, message_id: message.message_id, data: button.callback_data,
    });
    if (!answer) toast("The bot has not answered");
    else if (answer.text && answer.show_alert) {
      $("alert-text").textContent = answer.text;
      $("alert").showModal();
    } else if (answer.text) toast(answer.text);
  } catch (error) {
    toast(error.message);
  } finally {
    element.disabled = false;
  }
}

async function say(text, more = {}) {
  await quietly(ask(`users/${state.me}/send`, { chat_id: state.chat, text, ...more }));
  await quietly(refresh());
}

async function act(action) {
  const { ok } = await ask(`actions/${action.name}`, { user_id: state.me });
  toast(ok ? "On its way" : "Subscribe first");
}

function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] || "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function sendFile(file) {
  const kind = file.type.startsWith("image/") ? "photo" : "document";
  await say($("text").value, { [kind]: { name: file.name, base64: await readFile(file) } });
  $("text").value = "";
}

// Commands and inline queries

let chosen = -1;

function showCommands() {
  const words = $("text").value;
  const found = words.startsWith("/") && !words.includes(" ")
    ? (bot().commands_for_user || []).filter((each) => `/${each.command}`.startsWith(words)) : [];
  $("commands").hidden = !found.length;
  chosen = -1;
  $("commands").replaceChildren(...found.map((each) => make("li",
    { role: "option", "aria-selected": "false", onclick: () => sendCommand(each.command) },
    make("b", {}, `/${each.command}`), make("span", {}, each.description))));
}

function hideCommands() { $("commands").hidden = true; chosen = -1; }

function sendCommand(command) {
  $("text").value = "";
  hideCommands();
  say(`/${command}`);
}

function moveChoice(step) {
  const options = [...$("commands").children];
  chosen = (chosen + step + options.length) % options.length;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
  options[chosen].scrollIntoView({ block: "nearest" });
}

async function inlineQuery() {
  const prefix = `@${bot().username} `;
  const words = $("text").value;
  if (!words.startsWith(prefix)) { $("results").hidden = true; return; }
  const query = words.slice(prefix.length);
  const { results } = await ask(`users/${state.me}/inline`, { query, offset: "" });
  if ($("text").value !== words) return;
  $("results").hidden = !results.length;
  $("results").replaceChildren(...results.map((result) => make("button",
    { type: "button", role: "option", onclick: () => chooseResult(result, query) },
    make("span", {}, make("b", {}, result.title || ""), make("br"), result.description || ""))));
}

async function chooseResult(result, query) {
  $("text").value = "";
  $("results").hidden = true;
  await quietly(ask(`users/${state.me}/choose`, { chat_id: state.chat, result_id: result.id, query }));
}

// Calls

function drawCall(call) {
  const bad = call.code !== 200 && (call.code !== 0 || typeof call.response === "string");
  return make("li", { class: bad ? "bad" : "" }, make("details", {},
    make("summary", {}, make("b", {}, call.method), make("span", {}, String(call.code || "…"))),
    make("pre", {}, JSON.stringify(call.params, null, 1)),
    make("pre", {}, typeof call.response === "string" ? call.response : JSON.stringify(call.response, null, 1))));
}

function addCall(call) {
  if (call.method === "getUpdates" && call.code === 200) return;
  $("calls").prepend(drawCall(call));
  while ($("calls").children.length > 200) $("calls").lastChild.remove();
}

async function toggleCalls(open) {
  document.body.classList.toggle("with-calls", open);
  $("show-calls").setAttribute("aria-expanded", String(open));
  localStorage.setItem("keruen-calls", open ? "1" : "");
}

// Live

let waiting = null;

function soon(loads) {
  if (loads) soon.loads = true;
  waiting ??= setTimeout(async () => {
    waiting = null;
    const wanted = soon.loads;
    soon.loads = false;
    await quietly(refresh());
    if (wanted) await quietly(loadMessages());
  }, 40);
}

function listen() {
  const events = new EventSource("/sandbox/events");
  events.onopen = () => soon(true);
  events.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.kind === "call") { if (event.call) addCall(event.call); return; }
    if (event.kind === "typing") {
      state.typing = event.chat_id === state.chat ? Date.now() + 5000 : state.typing;
      drawHeader();
      return;
    }
    if (event.kind === "callback_answer") return;
    soon(event.chat_id === undefined || event.chat_id === state.chat);
  };
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  localStorage.setItem("keruen-theme", theme || "");
}

function wire() {
  $("who").onchange = async () => {
    state.me = Number($("who").value);
    localStorage.setItem("keruen-who", state.me);
    await refresh();
    const stays = myChats().some((chat) => chat.id === state.chat && chat.type !== "private");
    await openChat(stays ? state.chat : state.me);
  };
  $("theme").onclick = () => {
    const dark = getComputedStyle(document.body).backgroundColor === "rgb(14, 22, 28)";
    setTheme(dark ? "light" : "dark");
  };
  $("back").onclick = () => { document.body.dataset.pane = "list"; };
  $("show-calls").onclick = () => toggleCalls(!document.body.classList.contains("with-calls"));
  $("hide-calls").onclick = () => { toggleCalls(false); $("show-calls").focus(); };
  $("start").onclick = () => say("/start");
  $("slash").onclick = () => { $("text").value = "/"; $("text").focus(); showCommands(); };
  $("file").onchange = () => { if ($("file").files[0]) quietly(sendFile($("file").files[0])); $("file").value = ""; };
  $("form").onsubmit = (event) => {
    event.preventDefault();
    const text = $("text").value.trim();
    $("text").value = "";
    hideCommands();
    if (text) say(text);
  };
  $("text").oninput = () => { showCommands(); quietly(inlineQuery()); };
  $("text").onkeydown = (event) => {
    const open = !$("commands").hidden;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      moveChoice(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (open && chosen >= 0) $("commands").children[chosen].click();
      else $("form").requestSubmit();
    } else if (event.key === "Escape") hideCommands();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") $("more").open = false;
  });
}

async function begin() {
  setTheme(localStorage.getItem("keruen-theme"));
  toggleCalls(Boolean(localStorage.getItem("keruen-calls")));
  wire();
  await refresh();
  const { calls } = await ask("calls?since=0");
  calls.slice(-100).forEach(addCall);
  if (state.chat !== null) await loadMessages();
  listen();
}

begin();
