// What the page knows, and how it asks the sandbox. Other modules hear of changes by name:
// "world" (people and chats), "messages" (of the open chat), "open" (go to a chat), "typing".

export const state = {
  me: null, // who the person at the screen is
  chat: null, // the open chat
  thread: null, // the chosen topic of a forum; null: all of them
  anonymous: false, // write to groups as the group
  world: null,
  messages: [], // of the open chat, without what was deleted
  history: [], // and with it
  typing: new Map(), // chat → until when, in milliseconds
};

const bus = new EventTarget();

export const tell = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));
export const hear = (name, listener) => bus.addEventListener(name, (event) => listener(event.detail));

export async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  };
  const response = await fetch(`/sandbox/${path}`, options);
  const answer = await response.json().catch(() => ({ error: response.statusText }));
  if (!response.ok) throw new Error(answer.error || response.statusText);
  return answer;
}

export const bot = () => state.world.bot;
export const people = () => state.world.users.filter((user) => !user.is_bot && user.first_name);
export const me = () => state.world.users.find((user) => user.id === state.me);
export const openedChat = () => state.world.chats.find((chat) => chat.id === state.chat);
export const isPrivate = () => state.chat === state.me;
export const botIsIn = (chat) => (chat.members || []).includes(bot().id);

const movedTo = (chat) => (chat?.last_message || {}).migrate_to_chat_id;

function isMyChat(chat) {
  if (movedTo(chat)) return false; // a supergroup took its place
  if (chat.type === "private") return chat.id === state.me;
  return chat.type === "channel" || (chat.members || []).includes(state.me);
}

export function myChats() {
  const mine = state.world.chats.filter(isMyChat);
  return mine.sort((one, other) => (other.id === state.me) - (one.id === state.me));
}

export function mayWrite(chat) {
  if (chat.type === "channel") return (chat.admins || []).includes(state.me);
  return chat.type !== "private" || (me().started && !me().blocked);
}

export const chatName = (chat) => (chat.type === "private" ? bot().first_name : chat.title);
export const isTyping = (chatId) => (state.typing.get(chatId) || 0) > Date.now();

export async function refresh() {
  state.world = await ask(`state?user=${state.me || 0}`);
  if (!me()) {
    const kept = Number(localStorage.getItem("keruen-who"));
    const somebody = people().find((user) => user.id === kept) || people()[0];
    if (!somebody) return tell("world");
    state.me = somebody.id;
    state.world = await ask(`state?user=${state.me}`);
  }
  if (!myChats().some((chat) => chat.id === state.chat)) {
    const chat = movedTo(openedChat()) || state.me;
    Object.assign(state, { chat, thread: null, messages: [], history: [] });
    tell("world");
    return loadMessages();
  }
  return tell("world");
}

export async function loadMessages() {
  const { chat, me: reader } = state;
  if (chat === null) return;
  const { messages } = await ask(`chats/${chat}?user=${reader}`);
  if (chat !== state.chat) return; // meanwhile another one was opened
  state.history = messages;
  state.messages = messages.filter((message) => !message.deleted);
  tell("messages");
}

// Which chats have something new: the last message that was on the screen, by reader and chat.

const read = new Map();
const reader = (chat) => (chat.type === "private" ? `${chat.id}` : `${state.me} ${chat.id}`);
const lastId = (chat) => (chat.last_message ? chat.last_message.message_id : 0);

export function isUnread(chat) {
  if (!read.has(reader(chat))) read.set(reader(chat), lastId(chat));
  const last = chat.last_message;
  return Boolean(last) && lastId(chat) > read.get(reader(chat)) && (last.from || {}).id !== state.me;
}

// One pane at a time on a narrow screen: behind the list nobody reads.
export const isWide = () => matchMedia("(min-width: 761px)").matches;
const isOnScreen = () => isWide() || document.body.dataset.pane === "chat";

export function markRead() {
  const chat = openedChat();
  if (chat && isOnScreen()) read.set(reader(chat), lastId(chat));
}
