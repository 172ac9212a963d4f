// The one input without a new page: type, press, it is in the timeline, and the input is ready for the next line. Files
// that are dropped are brought in one after the other. Without this script both are plain forms.

const form = document.querySelector("form[data-say]");
const input = document.getElementById("say");
const state = form?.querySelector(".say-state");
let sent = 0;

function refusal(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  // The incident's own page begins with what users feel: that is no answer. A page about a failure begins with what failed.
  const said = page.querySelector(".refused > p") ?? (page.getElementById("live") ? null : page.querySelector(".lede"));
  return said?.textContent?.trim() ?? "";
}

// Each line has a key of its own, so that sending one twice writes it once.
function body(part) {
  const data = new FormData(part);
  data.set("_key", `${data.get("_key")}-${sent}`);
  return data;
}

async function say(event) {
  // An update is written in full on a page of its own.
  if (input.value.trim().startsWith(">")) return;
  event.preventDefault();
  const text = input.value;
  state.textContent = "Writing …";
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(body(form)), redirect: "manual" });
    if (response.type !== "opaqueredirect" && !response.ok) {
      state.textContent = refusal(await response.text()) || "It was not written. Your text is still here.";
      return;
    }
    sent += 1;
    if (input.value === text) input.value = "";
    for (const field of form.querySelectorAll("input[type=datetime-local]")) field.value = "";
    state.textContent = "";
    keep();
    document.dispatchEvent(new CustomEvent("mayday:written"));
  } catch {
    state.textContent = "It was not sent: the server cannot be reached. Your text is still here.";
  }
}

// A line that was begun survives a reload, in this tab alone.
const place = `say ${location.pathname}`;

function keep() {
  try {
    if (input.value) sessionStorage.setItem(place, input.value);
    else sessionStorage.removeItem(place);
  } catch {
    // Storage may be switched off; then nothing is kept.
  }
}

if (form && input && state) {
  try {
    input.value ||= sessionStorage.getItem(place) ?? "";
  } catch {
    // As above.
  }
  input.addEventListener("input", keep);
  form.addEventListener("submit", say);
}

const drop = document.querySelector("form[data-drop]");

async function bringIn(files) {
  const report = drop.querySelector(".drop-state");
  for (const [index, file] of files.entries()) {
    report.textContent = `Reading ${file.name} (${index + 1} of ${files.length}) …`;
    const data = body(drop);
    data.set("_key", `${data.get("_key")}-${index}`);
    data.set("file", file, file.name);
    try {
      const response = await fetch(drop.action, { method: "POST", body: data, redirect: "manual" });
      if (response.type !== "opaqueredirect" && !response.ok) {
        report.textContent = `${file.name}: ${refusal(await response.text()) || "it was not taken in"}`;
        return;
      }
    } catch {
      report.textContent = `${file.name} was not sent: the server cannot be reached.`;
      return;
    }
  }
  location.reload();
}

if (drop) {
  const choice = drop.querySelector("input[type=file]");
  drop.addEventListener("submit", (event) => {
    if (choice.files.length < 2) return;
    event.preventDefault();
    bringIn(Array.from(choice.files));
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = Array.from(event.dataTransfer?.files ?? []);
    if (files.length > 0) bringIn(files);
  });
}
