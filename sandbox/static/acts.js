// What a person does: each act is one request, and what comes of it arrives as an event.

import { make } from "./dom.js";
import { alertBox, quietly, toast } from "./notices.js";
import { ask, bot, state, tell } from "./store.js";

export function send(content) {
  const body = { chat_id: state.chat, ...content };
  if (state.thread) body.thread_id ??= state.thread;
  if (state.anonymous && state.chat !== state.me) body.anonymous = true;
  return quietly(ask(`users/${state.me}/send`, body));
}

export const say = (text, more = {}) => send({ text, ...more });

export async function sendFile(file, text) {
  const kind = file.type.startsWith("image/") ? "photo" : "document";
  return send({ text, [kind]: { name: file.name, base64: await inBase64(file) } });
}

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
