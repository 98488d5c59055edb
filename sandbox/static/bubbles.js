// A message, drawn from Telegram's own fields.

import { drawButtons } from "./buttons.js";
import { clock, icon, make, outside, wholeDate } from "./dom.js";
import { drawText, withScheme } from "./entities.js";
import { drawGrid, drawMedia, isPicture, mediaWords } from "./media.js";
import { isPrivate, openedChat, state, tell } from "./store.js";

const names = (users) => users.map((user) => user.first_name).join(", ");

const SERVICE = {
  new_chat_members: (users) => `${names(users)} joined`,
  left_chat_member: (user) => `${user.first_name} left`,
  new_chat_title: (title) => `The name is now “${title}”`,
  migrate_to_chat_id: () => "The group was upgraded to a supergroup",
  migrate_from_chat_id: () => "This was a group before",
  forum_topic_created: (topic) => `The topic “${topic.name}” was created`,
  pinned_message: (message) => `Pinned: ${briefly(message)}`,
};

export function serviceWords(message) {
  const kind = Object.keys(SERVICE).find((name) => message[name] !== undefined);
  return kind ? SERVICE[kind](message[kind]) : null;
}

// One line for lists, replies and the pinned bar.
export function briefly(message) {
  const text = message.text || message.caption || serviceWords(message);
  if (text) return text.replace(/\s+/g, " ");
  return mediaWords(message) || "Message";
}

export const author = (message) => message.sender_chat || message.from || message.chat;

export function authorName(message) {
  const { title, first_name: name } = author(message);
  return title || name || "";
}

export const isMine = (message) =>
  !message.sender_chat && Boolean(message.from) && message.from.id === state.me;

// One message, or the messages of one album.
export function drawMessage(messages, continues) {
  const [message] = messages;
  const service = serviceWords(message);
  if (service) return make("div", { class: "service" }, service);
  const kinds = ["message", isMine(message) && "mine", continues && "continues"];
  const bubble = make("div", { class: "bubble" }, ...drawHead(message, continues),
    ...drawContents(messages), drawReactions(message), drawMeta(messages));
  const rows = (message.reply_markup || {}).inline_keyboard || [];
  return make("article", { class: kinds.filter(Boolean).join(" "), "data-id": message.message_id,
    "aria-label": `${isMine(message) ? "You" : authorName(message)}, ${clock(message.date)}` },
    make("div", { class: "line", onclick: pickOut }, bubble, drawActs(messages)),
    rows.length > 0 && drawButtons(message, rows));
}

// Pictures of an album stand together over all that is said of them, files each over their own.
function drawContents(messages) {
  if (messages.length === 1 || !messages.every(isPicture)) {
    return messages.flatMap((each) => inOrder(each, drawMedia(each), drawWords(each)));
  }
  return inOrder(messages[0], [drawGrid(messages)], messages.flatMap(drawWords));
}

const inOrder = (message, media, words) =>
  (message.show_caption_above_media ? [...words, ...media] : [...media, ...words]);

// Where nothing hovers, a press on a message shows what can be done with it.
function pickOut(event) {
  if (event.target.closest("a, button, input, label, audio, video, summary")) return;
  const article = event.currentTarget.parentElement;
  const others = article.parentElement.querySelectorAll(".picked");
  for (const each of others) if (each !== article) each.classList.remove("picked");
  article.classList.toggle("picked");
}

function drawActs(messages) {
  const act = (name, mark, detail) => make("button", { type: "button", class: "icon", title: name,
    "aria-label": name, onclick: () => tell(mark, detail) }, icon(mark));
  return make("div", { class: "acts" }, act("Reply", "reply", messages[0]),
    messages.every((each) => !each.has_protected_content) && act("Forward", "forward", messages));
}

function drawHead(message, continues) {
  const parts = [];
  const topic = (openedChat().topics || []).find((each) => each.id === message.message_thread_id);
  if (!isPrivate() && !isMine(message) && !continues) {
    parts.push(make("div", { class: "from" }, authorName(message)));
  }
  if (topic && !state.thread) parts.push(make("div", { class: "topic" }, topic.name));
  if (message.via_bot) parts.push(make("div", { class: "via" }, `via @${message.via_bot.username}`));
  if (message.forward_origin) parts.push(make("div", { class: "via" }, `Forwarded from ${origin(message)}`));
  if (message.reply_to_message && !message.reply_to_message.forum_topic_created) {
    const replied = message.reply_to_message;
    parts.push(make("button", { type: "button", class: "quoted", onclick: () => tell("show", replied) },
      make("b", {}, authorName(replied)), make("span", {}, briefly(replied))));
  }
  return parts;
}

function origin({ forward_origin: from }) {
  const chat = from.sender_chat || from.chat;
  return from.sender_user ? from.sender_user.first_name : from.sender_user_name || (chat && chat.title) || "?";
}

function drawWords(message) {
  const text = message.text ?? message.caption;
  const preview = drawPreview(message);
  if (!text) return [];
  const body = make("div", { class: preview ? "body" : "body last", dir: "auto" },
    drawText(text, message.entities || message.caption_entities));
  const above = (message.link_preview_options || {}).show_above_text;
  return above ? [preview, body] : [body, preview];
}

// The messenger would fetch the page; here only what the link says of itself is shown.
function drawPreview(message) {
  const options = message.link_preview_options || {};
  if (options.is_disabled || !message.text) return null;
  const url = options.url || firstLink(message);
  if (!url || !/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const card = outside(url, make("b", {}, new URL(url).host), make("span", {}, url));
  card.className = "preview";
  return card;
}

function firstLink({ text, entities = [] }) {
  const found = entities.find((each) => each.type === "text_link" || each.type === "url");
  if (!found) return null;
  return found.url || withScheme(text.slice(found.offset, found.offset + found.length));
}

function drawReactions(message) {
  const given = (message.reactions || []).map((each) => each.emoji).filter(Boolean);
  return given.length > 0 && make("div", { class: "reactions" }, given.join(" "));
}

function drawMeta(messages) {
  const edited = messages.some((each) => each.edit_date) && "edited";
  const [{ date }] = messages;
  return make("div", { class: "meta", title: wholeDate(date) },
    messages.some((each) => each.pinned) && icon("pin"),
    make("span", {}, [edited, clock(date)].filter(Boolean).join(" ")));
}
