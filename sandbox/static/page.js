// The chat page: wires its parts together and begins.

import { wireAttach } from "./attach.js";
import { wireCalls } from "./calls.js";
import { wireChats } from "./chats.js";
import { wireComposer } from "./composer.js";
import { wireConversation } from "./conversation.js";
import { $ } from "./dom.js";
import { wireForward } from "./forward.js";
import { wireHeader } from "./header.js";
import { listen } from "./live.js";
import { quietly } from "./notices.js";
import { refresh } from "./store.js";

function wireTheme() {
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const set = (theme) => {
    if (theme) root.dataset.theme = theme;
    $("theme").setAttribute("aria-pressed", String(isDark()));
  };
  set(localStorage.getItem("keruen-theme"));
  $("theme").onclick = () => {
    const theme = isDark() ? "light" : "dark";
    localStorage.setItem("keruen-theme", theme);
    set(theme);
  };
}

function wirePanes() {
  const toList = () => {
    document.body.dataset.pane = "list";
    $("chats").querySelector("[aria-current=true]")?.focus();
  };
  $("back").onclick = toList;
}

async function begin() {
  wireTheme();
  wirePanes();
  wireHeader();
  wireChats();
  wireComposer();
  wireConversation();
  wireAttach();
  wireForward();
  wireCalls();
  await quietly(refresh());
  listen();
}

begin();
