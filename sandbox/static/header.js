// The top of the chat: who it is with, the demo's own buttons, the menu; and the way to begin.

import { runAction, say } from "./acts.js";
import { $, avatar, make } from "./dom.js";
import { closesItself } from "./menus.js";
import { quietly } from "./notices.js";
import { ask, bot, botIsIn, chatName, hear, isTyping, mayWrite, me, openedChat, refresh, state, tell } from "./store.js";

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

const isGroup = (chat) => chat.type === "group" || chat.type === "supergroup";
const addBot = (chat) => ask(`chats/${chat.id}/join`, { by: state.me }).then(refresh);

function actionsOf(chat) {
  if (isGroup(chat) && !botIsIn(chat)) {
    return [{ title: `Add ${bot().first_name} to this group`, act: () => addBot(chat) }];
  }
  if (chat.type === "private" && (!me().started || me().blocked)) return [];
  return state.world.actions.map((action) => ({ title: action.title, act: () => runAction(action) }));
}

function drawActions(chat) {
  const wanted = actionsOf(chat);
  const same = JSON.stringify([chat.id, wanted]);
  if ($("actions").same === same) return; // a redrawn button would lose the focus
  $("actions").same = same;
  $("actions").replaceChildren(...wanted.map(({ title, act }) =>
    make("button", { type: "button", onclick: () => quietly(act()) }, title)));
}

function menuItems(chat) {
  if (chat.type === "private") {
    const act = me().blocked ? "unblock" : "block";
    return [[me().blocked ? "Unblock the bot" : "Block the bot", `users/${state.me}/${act}`]];
  }
  if (chat.type === "channel") return [];
  const items = botIsIn(chat)
    ? [["Make the bot an admin", `chats/${chat.id}/promote`], ["Remove the bot", `chats/${chat.id}/leave`]]
    : [];
  if (chat.type === "group") items.push(["Upgrade to a supergroup", `chats/${chat.id}/migrate`]);
  return items;
}

function drawMenu(chat) {
  const items = menuItems(chat).map(([title, path]) => make("button", { type: "button",
    onclick: () => { closeMenu(); quietly(ask(path, {}).then(refresh)); } }, title));
  if (isGroup(chat)) {
    items.push(make("button", { type: "button", "aria-pressed": String(state.anonymous),
      onclick: () => { closeMenu(); state.anonymous = !state.anonymous; tell("world"); } },
    state.anonymous ? "Write as myself" : "Write as the group"));
  }
  $("more").hidden = !items.length;
  $("menu").replaceChildren(...items);
}

function drawBeginning(chat) {
  const fresh = chat.type === "private" && (!me().started || me().blocked);
  $("start").hidden = !fresh;
  $("start").textContent = me().blocked ? "UNBLOCK AND START" : "START";
  $("form").hidden = !mayWrite(chat);
  $("closed").hidden = fresh || mayWrite(chat);
}

let closeMenu = () => {};

export function wireHeader() {
  hear("world", drawHeader);
  hear("typing", drawHeader);
  $("start").onclick = () => say("/start");
  closeMenu = closesItself($("more"));
}
