// The list over the message box: commands, or what the bot offers inline. The focus stays in the
// box; arrows move the choice, Enter takes it, Escape closes.

import { $, make } from "./dom.js";

let chosen = -1;

// Each option is {draw: [nodes], choose: function}.
export function suggest(options, label) {
  const list = $("suggest");
  chosen = -1;
  list.hidden = !options.length;
  list.setAttribute("aria-label", label || "Suggestions");
  list.replaceChildren(...options.map((option, index) => make("li", { role: "option",
    id: `option-${index}`, "aria-selected": "false",
    onmousedown: (event) => event.preventDefault(), // or the box would lose the focus
    onclick: option.choose }, ...option.draw)));
  $("text").setAttribute("aria-expanded", String(options.length > 0));
  $("text").removeAttribute("aria-activedescendant");
}

export const close = () => suggest([]);
export const isOpen = () => !$("suggest").hidden;

// True if the key was for the list.
export function takesKey(key) {
  if (!isOpen()) return false;
  if (key === "ArrowDown") move(1);
  else if (key === "ArrowUp") move(-1);
  else if (key === "Escape") close();
  else if (key === "Enter" && chosen >= 0) $("suggest").children[chosen].click();
  else return false;
  return true;
}

function move(step) {
  const options = [...$("suggest").children];
  const from = chosen < 0 && step < 0 ? 0 : chosen;
  chosen = (from + step + options.length) % options.length;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
  options[chosen].scrollIntoView({ block: "nearest" });
  $("text").setAttribute("aria-activedescendant", options[chosen].id);
}
