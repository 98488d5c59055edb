// The open chat: its messages, kept in place while they change, and what stands around them.

import { author, briefly, drawMessage, isMine, serviceWords } from "./bubbles.js";
import { drawKeyboard } from "./buttons.js";
import { $, day, keep, make } from "./dom.js";
import { quietly } from "./notices.js";
import { bot, hear, isPrivate, isTyping, isWide, loadMessages, openedChat, state, tell } from "./store.js";

const NEAR_PX = 180;
const TOGETHER_SECONDS = 300;
let shown = null; // the chat on the screen, to know a change from another chat
let newest = null; // its last message then
let atEnd = true; // and so follows what comes
let byHand = false; // the last scrolling was the person's, not ours on its way

export async function openChat(id) {
  if (id !== state.chat) Object.assign(state, { chat: id, thread: null, messages: [], history: [] });
  document.body.dataset.pane = "chat";
  tell("world");
  await quietly(loadMessages());
  if (isWide() && !$("form").hidden) $("text").focus(); // elsewhere that brings up a keyboard
}

const ofThread = (message) => !state.thread || message.message_thread_id === state.thread;
const visible = () => state.messages.filter(ofThread);

export function drawMessages() {
  const log = $("log");
  const place = `${state.me} ${state.chat} ${state.thread}`;
  const before = place === shown ? newest : null;
  newest = visible().at(-1);
  const came = before && newest && newest.message_id > before.message_id;
  const stay = before && !atEnd && !(came && isMine(newest));
  if (place !== shown) log.setAttribute("aria-live", "off"); // an old conversation is not news
  keep(log, [...parts(), ...typingPart()]);
  if (place !== shown) setTimeout(() => log.setAttribute("aria-live", "polite"), 500);
  drawTopics();
  drawPinned();
  drawKeyboard();
  if (!stay) toEnd(before ? "smooth" : "instant");
  if (!stay && came && !isMine(newest)) toBeginning(log.querySelector("article:last-of-type"));
  shown = place;
}

function parts() {
  const found = [];
  let previous = null;
  for (const together of runs(state.history.filter(ofThread))) {
    const [message] = together;
    if (message.deleted) {
      found.push(gone(together));
      continue;
    }
    const today = day(message.date);
    const isNewDay = !previous || day(previous.date) !== today;
    if (isNewDay) found.push({ key: `day ${today}`, same: today, draw: () => make("div", { class: "day" }, today) });
    const continues = !isNewDay && isContinued(previous, message);
    found.push({
      key: `${state.chat} ${message.message_id}`,
      same: JSON.stringify([together, continues, state.me, state.thread]),
      draw: () => drawMessage(together, continues),
    });
    previous = message;
  }
  if (!found.length) found.push({ key: "empty", same: emptyWords(), draw: drawEmpty });
  return found;
}

// An album is one thing to look at, and so is the trace of what was deleted at once.
function runs(messages) {
  const found = [];
  for (const message of messages) {
    const last = (found.at(-1) || [])[0];
    const isTogether = last && (message.deleted ? last.deleted
      : !last.deleted && message.media_group_id && message.media_group_id === last.media_group_id);
    if (isTogether) found.at(-1).push(message);
    else found.push([message]);
  }
  return found;
}

function gone(together) {
  const words = together.length === 1 ? "Message deleted" : `${together.length} messages deleted`;
  return { key: `${state.chat} gone ${together[0].message_id}`, same: words,
    draw: () => make("div", { class: "service gone" }, words) };
}

function isContinued(previous, message) {
  return author(previous).id === author(message).id && message.date - previous.date < TOGETHER_SECONDS
    && !serviceWords(previous);
}

function emptyWords() {
  return isPrivate() ? bot().description || "What can this bot do? Press START and see." : "No messages here yet";
}

const drawEmpty = () => make("div", { class: "empty" },
  isPrivate() && make("b", {}, "What can this bot do?"), make("p", {}, emptyWords()));

function typingPart() {
  if (!isTyping(state.chat)) return [];
  return [{ key: "typing", same: "", draw: () => make("div", { class: "dots", "aria-hidden": "true" },
    make("i"), make("i"), make("i")) }];
}

function toEnd(behavior) {
  [atEnd, byHand] = [true, false];
  $("log").scrollTo({ top: $("log").scrollHeight, behavior });
}

// A message higher than the screen is read from its top.
function toBeginning(message) {
  if (!message || message.offsetHeight <= $("log").clientHeight) return;
  [atEnd, byHand] = [false, true];
  message.scrollIntoView({ block: "start", behavior: "smooth" });
}

function scrolled() {
  const isNear = $("log").scrollHeight - $("log").scrollTop - $("log").clientHeight < NEAR_PX;
  if (isNear || byHand) atEnd = isNear;
  $("down").hidden = atEnd;
}

function grown() { if (atEnd) toEnd("instant"); } // a picture came, or the room became smaller

function drawTopics() {
  const topics = openedChat().topics || [];
  $("topics").hidden = !topics.length;
  $("topics").replaceChildren(...[{ id: null, name: "All" }, ...topics].map((topic) =>
    make("button", { type: "button", "aria-pressed": String(topic.id === state.thread),
      onclick: () => { state.thread = topic.id; drawMessages(); } }, topic.name)));
}

function drawPinned() {
  const pinned = visible().findLast((message) => message.pinned);
  $("pinned").hidden = !pinned;
  if (!pinned) return;
  $("pinned-text").textContent = briefly(pinned);
  $("pinned").onclick = () => show(pinned);
}

function show({ message_id: id }) {
  const found = $("log").querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (!found) return;
  byHand = true;
  found.scrollIntoView({ block: "center", behavior: "smooth" });
  found.classList.add("flash");
  setTimeout(() => found.classList.remove("flash"), 1500);
}

export function wireConversation() {
  hear("open", (id) => openChat(id));
  hear("messages", drawMessages);
  hear("typing", (chatId) => { if (chatId === state.chat) drawMessages(); });
  hear("show", show);
  $("log").onscroll = scrolled;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    $("log").addEventListener(kind, () => { byHand = true; }, { passive: true });
  }
  $("log").addEventListener("load", grown, true);
  new ResizeObserver(grown).observe($("log"));
  $("down").onclick = () => toEnd("smooth");
}
