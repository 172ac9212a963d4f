// Along the lines of a page by keyboard: j and k go to the next and the previous one, o opens what belongs to it.
// Everything on the page works without this.

const lines = ".rail .moment, .entry-list > .entry, .running-row, .incident-row";
let moments = Array.from(document.querySelectorAll(lines));

function isTyping(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function current() {
  const inFocus = moments.findIndex((moment) => moment.contains(document.activeElement));
  if (inFocus >= 0) return inFocus;
  // Nothing is in focus: begin with the first moment that can be seen.
  const visible = moments.findIndex((moment) => moment.getBoundingClientRect().bottom > 0);
  return visible - 1;
}

function go(step) {
  const next = Math.min(Math.max(current() + step, 0), moments.length - 1);
  (moments[next].querySelector("a.cover") ?? moments[next]).focus({ preventScroll: true });
  moments[next].scrollIntoView({ block: "center" });
}

function toggleEvidence() {
  const evidence = moments[current()]?.querySelector("details");
  if (evidence) evidence.open = !evidence.open;
}

if (moments.length > 0 || document.querySelector(".entry-list")) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    // New lines may have come in.
    moments = Array.from(document.querySelectorAll(lines));
    if (moments.length === 0) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "o") toggleEvidence();
  });
}

// What is folded on the screen is not folded on paper.
let opened = [];
addEventListener("beforeprint", () => {
  opened = Array.from(document.querySelectorAll("details:not([open])"));
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened = [];
});

// A long table of contents is in the way on a phone.
const contents = document.querySelector(".contents details");
if (contents && matchMedia("(max-width: 63.99rem)").matches) contents.open = false;
