// Brings in what others write while the page is open. Nothing moves under the thumb: new lines wait behind one button,
// and only the head, whose place is kept for it, changes by itself.

const live = document.getElementById("live");
const list = document.getElementById("entries");
const notice = document.querySelector(".new-lines");

let known = Number(list?.dataset.version ?? 0);
let pending = new Map();
let isFetching = false;
let isStale = false;
// Whether what was written here waits for that look: it is shown at once, not announced.
let isOwnStale = false;

function address(part, parameters) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  const text = query.toString();
  return `/incidents/${live.dataset.incident}/${part}` + (text === "" ? "" : `?${text}`);
}

async function fragment(part, parameters = {}) {
  const response = await fetch(address(part, parameters), { headers: { Accept: "text/html" } });
  if (!response.ok || response.redirected) throw new Error(`the server answered ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// Which line stands first depends on whether the incident still runs.
function place(line) {
  const same = document.getElementById(line.id);
  if (same) {
    same.replaceWith(line);
    return;
  }
  const isNewestFirst = list.dataset.order === "newest";
  const key = (entry) => [Date.parse(entry.dataset.at), Number(entry.dataset.version)];
  const [at, version] = key(line);
  const next = Array.from(list.querySelectorAll(":scope > .entry")).find((entry) => {
    const [otherAt, otherVersion] = key(entry);
    const isLater = at !== otherAt ? at > otherAt : version > otherVersion;
    return isNewestFirst ? isLater : !isLater;
  });
  list.insertBefore(line, next ?? null);
}

function announce() {
  const count = pending.size;
  notice.replaceChildren();
  if (count === 0) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "strong";
  button.textContent = count === 1 ? "1 new line" : `${count} new lines`;
  button.addEventListener("click", insert);
  notice.append(button);
}

function insert() {
  for (const line of pending.values()) {
    const node = document.adoptNode(line);
    node.classList.add("just-in");
    place(node);
  }
  pending = new Map();
  announce();
  refreshHead(["what-now"]);
}

async function refreshHead(names) {
  try {
    const page = await fragment("head");
    for (const name of names) {
      const here = live.querySelector(`[data-live="${name}"]`);
      const there = page.querySelector(`[data-live="${name}"]`);
      const isInUse = here?.contains(document.activeElement) && document.activeElement !== document.body;
      if (here && there && !isInUse && here.innerHTML !== there.innerHTML) {
        here.replaceChildren(...there.childNodes);
      }
    }
  } catch {
    // The stream comes back by itself, and brings the head with its next change.
  }
}

async function look(isOwn) {
  if (isFetching) {
    isStale = true;
    isOwnStale ||= isOwn;
    return;
  }
  isFetching = true;
  try {
    const page = await fragment("entries", { after: String(known) });
    const news = page.querySelector("ol");
    for (const line of news?.querySelectorAll(":scope > .entry") ?? []) {
      // A line that stands here already, with as many corrections, is no news.
      const same = document.getElementById(line.id);
      if (same?.dataset.corrections !== line.dataset.corrections) pending.set(line.id, line);
    }
    known = Math.max(known, Number(news?.dataset.version ?? 0));
    if (isOwn) insert();
    else announce();
    await refreshHead(["marks", "lead", "words"]);
  } catch {
    document.body.classList.add("is-behind");
  } finally {
    isFetching = false;
    if (isStale) {
      const wasOwn = isOwnStale;
      isStale = false;
      isOwnStale = false;
      look(wasOwn);
    }
  }
}

if (live?.dataset.events && list && notice) {
  const source = new EventSource(live.dataset.events);
  source.addEventListener("change", (event) => {
    const version = Number(JSON.parse(event.data).version);
    if (!(version <= known)) look(false);
  });
  source.addEventListener("reset", () => look(false));
  source.addEventListener("open", () => document.body.classList.remove("is-behind"));
  source.addEventListener("error", () => document.body.classList.add("is-behind"));
  document.addEventListener("mayday:written", () => look(true));
}
