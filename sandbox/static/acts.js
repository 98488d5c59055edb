// What a person does: each act is one request, and what comes of it arrives as an event.

import { make } from "./dom.js";
import { alertBox, quietly, toast } from "./notices.js";
import { ask, bot, state, tell } from "./store.js";

function here() {
  const where = { chat_id: state.chat };
  if (state.thread) where.thread_id = state.thread;
  if (state.anonymous && state.chat !== state.me) where.anonymous = true;
  return where;
}

export const sendTo = (act, content) => quietly(ask(`users/${state.me}/${act}`, { ...here(), ...content }));

export const send = (content) => sendTo("send", content);

export const say = (text, more = {}) => send({ text, ...more });

// Several are an album, with the caption under its first; what makes none together goes one by one.
export async function sendFiles(files, text, asKind) {
  const kinds = files.map((file) => asKind || kindOf(file));
  const uploads = await Promise.all(files.map(async (file) =>
    ({ name: file.name, base64: await inBase64(file) })));
  const items = kinds.map((kind, at) => ({ [kind]: uploads[at], text: at ? "" : text }));
  if (items.length > 1 && isAlbum(new Set(kinds))) return sendTo("album", { items });
  for (const item of items) await send(item); // in order
}

function kindOf({ type }) {
  if (type === "image/gif") return "animation";
  if (type.startsWith("image/") && type !== "image/svg+xml") return "photo";
  if (type === "audio/ogg") return "voice";
  return ["video", "audio"].find((kind) => type.startsWith(`${kind}/`)) || "document";
}

function isAlbum(kinds) {
  const together = [["photo", "video"], ["document"], ["audio"]];
  return together.some((group) => [...kinds].every((kind) => group.includes(kind)));
}

export async function forward(messages, chatId) {
  const ids = messages.map((message) => message.message_id);
  const sent = await quietly(ask(`users/${state.me}/forward`,
    { chat_id: chatId, from_chat_id: state.chat, message_ids: ids }));
  if (sent && chatId !== state.chat) tell("open", chatId);
}

export const vote = (message, options) => quietly(ask(`users/${state.me}/vote`,
  { chat_id: state.chat, message_id: message.message_id, options }));

function inBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] || "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export async function press(element, message, button) {
  if (element.getAttribute("aria-busy")) return;
  element.setAttribute("aria-busy", "true"); // not `disabled`: that would lose the focus
  try {
    const { answer } = await ask(`users/${state.me}/press`, {
      chat_id: state.chat, message_id: message.message_id, data: button.callback_data,
    });
    if (!answer) toast(`${bot().first_name} has not answered`);
    else if (answer.text && answer.show_alert) alertBox(answer.text);
    else if (answer.text) toast(answer.text);
    else if (answer.url) follow(answer.url);
  } catch (error) {
    toast(error.message);
  } finally {
    element.removeAttribute("aria-busy");
  }
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    alertBox(text); // no clipboard here: then at least it can be selected
  }
}

export async function runAction(action) {
  const { say: said } = await ask(`actions/${action.name}`, { user_id: state.me, chat_id: state.chat });
  toast(said || `${bot().first_name} has been asked`);
}

// Links to our own bot open here, as they would in the messenger.

const DEEP_LINK = /^(?:https?:\/\/)?t\.me\/(\w+)(?:\?(start|startgroup)=([\w-]*))?$/i;

export function isOwnLink(url) {
  const found = DEEP_LINK.exec(url || "");
  return Boolean(found) && found[1].toLowerCase() === (bot().username || "").toLowerCase();
}

function follow(url) {
  if (!isOwnLink(url)) return;
  const [, , kind, payload] = DEEP_LINK.exec(url);
  if (kind === "startgroup") {
    toast("Open a group and add the bot from its menu");
    return;
  }
  tell("open", state.me);
  if (kind) quietly(ask(`users/${state.me}/send`, { text: `/start ${payload}`.trim() }));
}

export function ownLink(url, attributes, ...children) {
  return make("a", { ...attributes, href: url,
    onclick: (event) => { event.preventDefault(); follow(url); } }, ...children);
}
