// Writing a section and talking about one. Everything works without this: a button shows the preview, quotes are typed.

const form = document.querySelector("form[data-editor]");
const editors = Array.from(document.querySelectorAll("form[data-editor]"));
let isSending = false;

// What was typed and not saved is not left behind by accident.
function isChanged(editor) {
  const field = editor.elements.markdown;
  return "typed" in editor.dataset || (field && field.value !== field.defaultValue);
}

for (const editor of editors) {
  editor.addEventListener("submit", () => { isSending = true; });
  editor.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    editor.requestSubmit(editor.querySelector("button[type=submit]:not([data-preview])"));
  });
}

addEventListener("beforeunload", (event) => {
  if (!isSending && editors.some(isChanged)) event.preventDefault();
});
addEventListener("pageshow", () => { isSending = false; });

// Where the ways into a postmortem do not all fit, the one that is open is in sight.
const here = document.querySelector(".tabs [aria-current]");
const ways = here?.closest("ul");
if (ways && ways.scrollWidth > ways.clientWidth) {
  ways.scrollLeft = here.offsetLeft - ways.offsetLeft - (ways.clientWidth - here.offsetWidth) / 2;
}

// The look beside the text follows it, a little after the last key.
const look = document.querySelector("[data-look]");
const preview = form?.querySelector("button[data-preview]");
const state = form?.querySelector(".editor-state");
const pauseMilliseconds = 600;
let timer = 0;
let asked = 0;

async function show() {
  const number = ++asked;
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(preview.formAction, { method: "POST", body, redirect: "error" });
    if (number !== asked) return;
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-look]");
    if (fresh) look.replaceChildren(...fresh.childNodes);
    state.textContent = isChanged(form) ? "Not saved yet." : "";
  } catch {
    if (number === asked) state.textContent = "The preview cannot be shown now. Your text is still here.";
  }
}

if (form && look && preview && state) {
  form.elements.markdown.addEventListener("input", () => {
    state.textContent = "Not saved yet.";
    clearTimeout(timer);
    timer = setTimeout(show, pauseMilliseconds);
  });
  preview.addEventListener("click", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    show();
  });
}

// Words that were selected in a section are what its next comment is about.
const contextMax = 32;
let selected = null;

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const start = range.startContainer.parentElement?.closest("[data-section]");
  if (!start || !start.contains(range.endContainer)) return;
  const before = range.cloneRange();
  before.selectNodeContents(start);
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.selectNodeContents(start);
  after.setStart(range.endContainer, range.endOffset);
  const quote = selection.toString().trim();
  if (!quote || quote.length > 2000) return;
  selected = {
    section: start.dataset.section, quote, prefix: before.toString().slice(-contextMax),
    suffix: after.toString().slice(0, contextMax), offset: Array.from(before.toString()).length,
  };
});

for (const part of document.querySelectorAll("[data-comment]")) {
  part.addEventListener("toggle", () => {
    const fields = part.querySelector("form")?.elements;
    if (!part.open || !fields || selected?.section !== part.dataset.comment || fields.quote.value) return;
    for (const name of ["quote", "prefix", "suffix", "offset"]) fields[name].value = selected[name];
    fields.text.focus();
  });
}

// What others save meanwhile is announced, and comes in when it is asked for: nothing moves under whoever reads.
const newer = document.getElementById("newer");

function announceNewer(words) {
  if (newer.firstChild) return;
  const link = document.createElement("a");
  link.href = location.pathname + location.search;
  link.className = "button strong";
  link.textContent = words;
  newer.append(link);
}

if (newer?.dataset.events) {
  const source = new EventSource(newer.dataset.events);
  source.addEventListener("change", (event) => {
    const version = Number(JSON.parse(event.data).version);
    if (version > Number(newer.dataset.version)) announceNewer("Somebody saved a newer version: show it");
  });
  source.addEventListener("reset", () => announceNewer("There may be a newer version: show it"));
}
