// What is said over the page: a toast for a few seconds, an alert until it is closed.

import { $ } from "./dom.js";

const SHOWN_MS = 3500;

export function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { $("toast").hidden = true; }, SHOWN_MS);
}

export function alertBox(text) {
  $("alert-text").textContent = text;
  $("alert").showModal();
}

// A promise whose failure is told to the person instead of to the console.
export const quietly = (promise) => promise.catch((error) => toast(error.message));
