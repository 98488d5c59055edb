// The left side: who the person at the screen is, and the chats of that person.

import { briefly, isMine } from "./bubbles.js";
import { openChat } from "./conversation.js";
import { $, avatar, clock, keep, make } from "./dom.js";
import { quietly } from "./notices.js";
import { ask, bot, chatName, hear, isTyping, isUnread, isWide, markRead, me, myChats, people, refresh, state } from "./store.js";

function summary(chat) {
  const last = chat.last_message;
  if (isTyping(chat.id)) return "typing…";
  if (!last) return chat.type === "private" ? "Press START" : "No messages yet";
  const who = last.from && chat.type !== "private" && !last.sender_chat ? `${last.from.first_name}: ` : "";
  return `${isMine(last) ? "You: " : who}${briefly(last).slice(0, 120)}`;
}

export function drawChats() {
  drawPeople();
  markRead();
  keep($("chats"), myChats().map((chat) => {
    const open = chat.id === state.chat;
    const fresh = isUnread(chat);
    const when = chat.last_message ? clock(chat.last_message.date) : "";
    const words = [chatName(chat), summary(chat), when];
    return {
      key: String(chat.id),
      same: JSON.stringify([words, open, fresh]),
      draw: () => drawChat(chat, words, open, fresh),
    };
  }));
}

function drawChat(chat, [name, words, when], open, fresh) {
  return make("li", {}, make("button",
    { type: "button", "aria-current": String(open), onclick: () => openChat(chat.id) },
    avatar(name, chat.type),
    make("div", { class: "words" }, make("b", {}, name), make("small", {}, words)),
    make("div", { class: "side" }, make("time", {}, when),
      fresh && make("span", { class: "fresh" }, make("span", { class: "hidden" }, "new messages")))));
}

// A dot before a name: the bot has written to that person, and nobody has looked yet.
function drawPeople() {
  const privately = new Map(state.world.chats.map((chat) => [chat.id, chat]));
  const labels = people().map((user) => {
    const dot = user.id !== state.me && isUnread(privately.get(user.id)) ? "● " : "";
    return [user.id, `${dot}${user.first_name} (${user.language_code || "?"})`];
  });
  const same = JSON.stringify([labels, state.me]);
  if ($("who").same !== same) {
    $("who").same = same;
    $("who").replaceChildren(...labels.map(([id, label]) =>
      make("option", { value: id, selected: id === state.me }, label)));
  }
  if (me()) $("who-avatar").replaceChildren(avatar(me().first_name));
}

async function become(id) {
  state.me = id;
  localStorage.setItem("keruen-who", id);
  await refresh();
  const stays = myChats().some((chat) => chat.id === state.chat && chat.type !== "private");
  if (isWide()) await openChat(stays ? state.chat : id);
  else state.chat = stays ? state.chat : id; // one pane at a time: the list is the one being used
}

async function addPerson() {
  const { id } = await ask("users", { first_name: $("person-name").value.trim(), language_code: $("person-language").value });
  $("person-name").value = "";
  await become(id);
  await openChat(id);
}

function arrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const buttons = [...$("chats").querySelectorAll("button")];
  const next = buttons[buttons.indexOf(document.activeElement) + step];
  if (!step || !next) return;
  event.preventDefault();
  next.focus();
}

export function wireChats() {
  hear("world", drawChats);
  hear("typing", drawChats);
  hear("messages", drawChats);
  $("chats").onkeydown = arrows;
  $("who").onchange = () => quietly(become(Number($("who").value)));
  $("add-person").onclick = () => { $("person-note").textContent = `${bot().first_name} has never met them.`; $("person").showModal(); };
  $("person").onclose = () => {
    if ($("person").returnValue === "add" && $("person-name").value.trim()) quietly(addPerson());
  };
  $("person-form").onsubmit = (event) => { $("person").returnValue = event.submitter ? event.submitter.value : "add"; };
}
