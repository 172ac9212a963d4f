// Keeps a drill's page up while it is played: its clock, what comes, what is next. Without it the page says how to load
// it anew. Nothing that is being typed is touched, and nothing slips under a thumb.

const root = document.getElementById("drill");
const news = document.getElementById("drill-news");
const moved = document.getElementById("drill-moved");
const title = document.title;

// The server's clock counts, not the device's: the page says what time it was made.
const made = Date.parse(document.body.dataset.now ?? "");
const ahead = Number.isNaN(made) ? 0 : made - Date.now();

// How long a part that just changed takes no touch: a thumb on its way down meant what stood there before.
const settleMilliseconds = 500;
// Looked at even where nothing was told: lines of the incident are no changes of the drill.
const lookMilliseconds = 20000;

function two(number) {
  return String(number).padStart(2, "0");
}

// As the server writes it: 07:42, 1:07:42.
function reading(seconds) {
  const whole = Math.floor(Math.max(0, seconds));
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return whole >= 3600 ? `${Math.floor(whole / 3600)}:${rest}` : rest;
}

function drillSeconds() {
  const clock = document.querySelector("[data-drill-clock]");
  if (!clock) return null;
  const seconds = Number(clock.dataset.seconds);
  if (clock.dataset.goes !== "1") return seconds;
  const passed = (Date.now() + ahead - Date.parse(clock.dataset.at)) / 1000;
  return seconds + Math.max(0, passed) * Number(clock.dataset.speed);
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function tick() {
  const now = drillSeconds();
  if (now === null) return;
  for (const clock of document.querySelectorAll("[data-drill-clock]")) write(clock, reading(now));
  for (const clock of document.querySelectorAll("[data-drill-due]")) {
    const left = Number(clock.dataset.drillDue) - now;
    write(clock, left > 0 ? `in ${reading(left)}` : `${reading(-left)} past its time`);
  }
  for (const clock of document.querySelectorAll("[data-drill-since]")) {
    write(clock, reading(now - Number(clock.dataset.drillSince)));
  }
  const progress = document.querySelector("[data-drill-progress]");
  const length = Number(progress?.closest("svg").dataset.length);
  if (length > 0) progress.setAttribute("width", String(Math.round((Math.min(now, length) * 1000) / length)));
}

// Whether somebody is in the middle of something in a part.
function isInUse(part) {
  const focus = document.activeElement;
  if (focus && part.contains(focus) && focus.matches("input:not([type=hidden]), textarea, select")) return true;
  return Array.from(part.querySelectorAll("input:not([type=hidden]), textarea, select")).some((field) => {
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    return field.selectedIndex !== Math.max(0, Array.from(field.options).findIndex((option) => option.defaultSelected));
  });
}

// Where the keyboard stands, in a way that can be found again after a part was made anew.
function focusKey(part) {
  const focus = document.activeElement;
  if (!focus || focus === document.body || !part.contains(focus)) return null;
  const form = focus.closest("form")?.querySelector("[name=_form]")?.value ?? "";
  return { form, words: focus.getAttribute("aria-label") ?? focus.textContent };
}

function giveFocus(part, key) {
  const same = Array.from(part.querySelectorAll("button, a, summary")).find(
    (node) =>
      (node.getAttribute("aria-label") ?? node.textContent) === key.words &&
      (node.closest("form")?.querySelector("[name=_form]")?.value ?? "") === key.form,
  );
  (same ?? part.querySelector("h2[tabindex]"))?.focus({ preventScroll: true });
}

function plain(node) {
  // Keys of forms and the clock's own digits are new each time, and no change.
  const copy = node.cloneNode(true);
  for (const field of copy.querySelectorAll("[name=_key], [name=_csrf]")) field.remove();
  for (const clock of copy.querySelectorAll("[data-drill-clock], [data-drill-due], [data-drill-since]")) {
    clock.textContent = "";
    clock.removeAttribute("data-at");
    if (clock.dataset.goes === "1") clock.removeAttribute("data-seconds");
  }
  for (const part of copy.querySelectorAll("[data-drill-progress]")) part.removeAttribute("width");
  for (const node of copy.querySelectorAll(".just-in")) node.classList.remove("just-in");
  for (const node of copy.querySelectorAll("details")) node.removeAttribute("open");
  return copy.innerHTML;
}

function bringIn(here, there) {
  if (plain(here) === plain(there) || isInUse(here)) return;
  const key = focusKey(here);
  const open = new Set(Array.from(here.querySelectorAll("details[open][id]"), (node) => node.id));
  const known = new Set(Array.from(here.querySelectorAll(".message[id]"), (node) => node.id));
  // What stands below, and is looked at or written in, stays where it is on the screen.
  const focus = document.activeElement;
  const anchor = focus && focus !== document.body && !here.contains(focus) ? focus : null;
  const top = anchor?.getBoundingClientRect().top;
  here.replaceChildren(...there.childNodes);
  for (const node of here.querySelectorAll("details[id]")) if (open.has(node.id)) node.open = true;
  for (const node of here.querySelectorAll(".message[id]")) {
    if (!known.has(node.id)) node.classList.add("just-in");
  }
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
  if (key) giveFocus(here, key);
  here.classList.add("is-settling");
  setTimeout(() => here.classList.remove("is-settling"), settleMilliseconds);
}

function newest(node) {
  return node.querySelector("[data-words]")?.dataset.words ?? "";
}

function announce(before, after) {
  if (after === "" || after === before) return;
  write(news, after);
  if (document.hidden) document.title = `● ${title}`;
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.title = title;
});

// Another phase has other parts: the page is shown anew, unless that would lose what is being written.
function changePhase() {
  if (!isInUse(root)) {
    location.reload();
    return;
  }
  if (!moved || moved.firstChild) return;
  const link = document.createElement("a");
  link.href = location.pathname;
  link.textContent = "The drill has moved on. Load the page anew when you have sent what you write.";
  moved.replaceChildren(link);
}

let isLooking = false;
let isStale = false;
// A form of this page is on its way: what it comes to is shown by the page that follows.
let isLeaving = false;

async function look() {
  if (isLeaving) return;
  if (isLooking) {
    isStale = true;
    return;
  }
  isLooking = true;
  try {
    const response = await fetch(root.dataset.drillLive, { headers: { Accept: "text/html" } });
    if (!response.ok || response.redirected) throw new Error(`the server answered ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (isLeaving) return;
    const phase = page.querySelector("[data-phase]")?.dataset.phase;
    if (root.dataset.phase !== "any" && phase && phase !== root.dataset.phase) {
      changePhase();
      return;
    }
    const before = newest(root);
    for (const there of page.querySelectorAll("[data-live]")) {
      const here = root.querySelector(`[data-live="${there.dataset.live}"]`);
      if (here) bringIn(here, there);
    }
    announce(before, newest(root));
    tick();
    document.body.classList.remove("is-behind");
  } catch {
    document.body.classList.add("is-behind");
  } finally {
    isLooking = false;
    if (isStale) {
      isStale = false;
      look();
    }
  }
}

if (root && news) {
  const source = new EventSource(root.dataset.drillEvents);
  addEventListener("submit", () => {
    isLeaving = true;
    // Where nothing follows, the page goes on by itself.
    setTimeout(() => {
      isLeaving = false;
      look();
    }, lookMilliseconds);
  });
  // The page may come back as it was left.
  addEventListener("pageshow", () => {
    isLeaving = false;
  });
  source.addEventListener("change", look);
  source.addEventListener("reset", look);
  source.addEventListener("error", () => document.body.classList.add("is-behind"));
  source.addEventListener("open", () => {
    if (document.body.classList.contains("is-behind")) look();
  });
  root.addEventListener("focusout", () => setTimeout(look, 200));
  setInterval(tick, 250);
  setInterval(() => {
    if (!document.hidden) look();
  }, lookMilliseconds);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
  document.body.classList.add("is-followed");
}
