// What the keyboard does beside what the browser's own keys do; `?` shows it. Everything can be done without.

function isTyping(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function show(id) {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

function write(sign) {
  const input = document.getElementById("say");
  if (!(input instanceof HTMLInputElement)) return false;
  if (sign && !input.value.startsWith(sign)) input.value = `${sign} ${input.value}`;
  input.focus();
  return true;
}

function follow(selector) {
  const link = document.querySelector(selector);
  if (link instanceof HTMLElement) link.click();
  return link !== null;
}

function goTo(id) {
  const place = document.getElementById(id);
  if (!place) return false;
  place.scrollIntoView({ block: "start" });
  place.querySelector("[tabindex], a, button")?.focus({ preventScroll: true });
  return true;
}

const acts = {
  n: () => write(""),
  "!": () => write("!"),
  "@": () => write("@"),
  u: () => follow(".next-word a[href], a[href*='/updates/new']"),
  t: () => goTo("timeline"),
  ".": () => follow(".new-lines button"),
  d: () => follow("a[href='/declare']"),
  h: () => follow("a.brand"),
  "?": () => {
    show("shortcuts");
    return document.getElementById("shortcuts") !== null;
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (acts[event.key]?.()) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-shows]")) {
  button.addEventListener("click", () => show(button.dataset.shows));
}
