// Making elements. Text from outside only ever becomes text nodes: nothing here parses HTML.

export const $ = (id) => document.getElementById(id);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

// Draws only what has changed, so that focus, an open spoiler and a screen reader's place in the
// log survive. A part is {key, same, draw}: who it is, what it looks like, how to make it.
export function keep(container, parts) {
  const wanted = new Set(parts.map((part) => part.key));
  for (const child of [...container.children]) if (!wanted.has(child.dataset.key)) child.remove();
  const known = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let at = container.firstElementChild;
  for (const part of parts) {
    let element = known.get(part.key);
    if (!element || element.same !== part.same) {
      const fresh = Object.assign(part.draw(), { same: part.same });
      fresh.dataset.key = part.key;
      if (element === at) at = element ? fresh : at;
      if (element) replaceKeepingFocus(element, fresh);
      element = fresh;
    }
    if (element === at) at = at.nextElementSibling;
    else container.insertBefore(element, at);
  }
}

// What had the focus is found again by its words, or else by its place from the end.
function replaceKeepingFocus(old, fresh) {
  const all = (element) => [...element.querySelectorAll("button, a, [tabindex]")].reverse();
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const place = all(old).indexOf(focused);
  old.replaceWith(fresh);
  if (!focused) return;
  const same = all(fresh).find((each) => each.textContent === focused.textContent);
  (same || all(fresh)[place])?.focus({ preventScroll: true });
}

export function avatar(name, kind = "") {
  const element = make("div", { class: `avatar ${kind}`, "aria-hidden": "true" }, [...name][0] || "?");
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  element.style.setProperty("--hue", hue);
  return element;
}

const asDate = (seconds) => new Date(seconds * 1000);

export const clock = (seconds) =>
  asDate(seconds).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export const day = (seconds) =>
  asDate(seconds).toLocaleDateString([], { day: "numeric", month: "long" });

export const wholeDate = (seconds) => asDate(seconds).toLocaleString();

export const safeUrl = (url) => (/^(https?|tg|mailto|tel):/i.test(url) ? url : null);

export function outside(url, ...children) {
  return make("a", { href: safeUrl(url), target: "_blank", rel: "noopener noreferrer" }, ...children);
}
