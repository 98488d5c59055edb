// The top of the chat: who it is with, the demo's own buttons, the menu; and the way to begin.

import { runAction, say } from "./acts.js";
import { $, avatar, make } from "./dom.js";
import { quietly } from "./notices.js";
import { ask, bot, botIsIn, chatName, hear, isTyping, me, openedChat, refresh, state, tell } from "./store.js";

function subtitle(chat) {
  if (isTyping(chat.id)) return `${bot().first_name} is typing…`;
  if (chat.type === "private") return me().blocked ? "bot, blocked" : "bot";
  const count = (chat.members || []).length;
  if (chat.type === "channel") return "channel";
  return `${count} member${count === 1 ? "" : "s"}${botIsIn(chat) ? "" : `, without ${bot().first_name}`}`;
}

export function drawHeader() {
  const chat = openedChat();
  document.body.classList.toggle("nobody", !chat);
  if (!chat) return;
  $("avatar").replaceChildren(avatar(chatName(chat), chat.type));
  $("title").textContent = chatName(chat);
  $("subtitle").textContent = subtitle(chat);
  $("subtitle").classList.toggle("live", isTyping(chat.id));
  drawActions(chat);
  drawMenu(chat);
  drawBeginning(chat);
}

function drawActions(chat) {
  const may = chat.type === "private" && me().started && !me().blocked;
  const wanted = may ? state.world.actions : [];
  const same = JSON.stringify(wanted);
  if ($("actions").same === same) return; // a redrawn button would lose the focus
  $("actions").same = same;
  $("actions").replaceChildren(...wanted.map((action) =>
    make("button", { type: "button", onclick: () => quietly(runAction(action)) }, action.title)));
}

function menuItems(chat) {
  if (chat.type === "private") {
    return me().blocked ? [["Unblock the bot", `users/${state.me}/unblock`]] : [["Block the bot", `users/${state.me}/block`]];
  }
  if (chat.type === "channel") return [];
  const items = botIsIn(chat)
    ? [["Make the bot an admin", `chats/${chat.id}/promote`], ["Remove the bot", `chats/${chat.id}/leave`]]
    : [["Add the bot", `chats/${chat.id}/join`, { by: state.me }]];
  if (chat.type === "group") items.push(["Upgrade to a supergroup", `chats/${chat.id}/migrate`]);
  return items;
}

function drawMenu(chat) {
  const items = menuItems(chat).map(([title, path, body = {}]) => make("button", { type: "button",
    onclick: () => { closeMenu(); quietly(ask(path, body).then(refresh)); } }, title));
  if (chat.type === "group" || chat.type === "supergroup") {
    items.push(make("button", { type: "button", "aria-pressed": String(state.anonymous),
      onclick: () => { closeMenu(); state.anonymous = !state.anonymous; tell("world"); } },
    state.anonymous ? "Write as myself" : "Write as the group"));
  }
  $("more").hidden = !items.length;
  $("menu").replaceChildren(...items);
}

function drawBeginning(chat) {
  const fresh = chat.type === "private" && (!me().started || me().blocked);
  const lonely = (chat.type === "group" || chat.type === "supergroup") && !botIsIn(chat);
  $("start").hidden = !fresh && !lonely;
  $("start").textContent = lonely ? `ADD ${bot().first_name.toUpperCase()}` : me().blocked ? "UNBLOCK AND START" : "START";
  $("start").onclick = () => (lonely
    ? quietly(ask(`chats/${chat.id}/join`, { by: state.me }).then(refresh)) : say("/start"));
  $("form").hidden = fresh || chat.type === "channel";
  $("closed").hidden = chat.type !== "channel";
}

const closeMenu = () => { $("more").open = false; };

export function wireHeader() {
  hear("world", drawHeader);
  hear("typing", drawHeader);
  document.addEventListener("click", (event) => { if (!$("more").contains(event.target)) closeMenu(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !$("more").open) return;
    closeMenu();
    $("more").querySelector("summary").focus();
  });
}
