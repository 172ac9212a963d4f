// Keeps the clocks of a page going. The server's clock counts, not the device's: the page says what time it was made.

const made = Date.parse(document.body.dataset.now ?? "");
const ahead = Number.isNaN(made) ? 0 : made - Date.now();

function two(number) {
  return String(number).padStart(2, "0");
}

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

// As the server writes it: 06:20, 1:44:10, 2 days 3 hours.
function reading(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  if (whole >= 86400) {
    const hours = Math.floor((whole % 86400) / 3600);
    return counted(Math.floor(whole / 86400), "day") + (hours > 0 ? " " + counted(hours, "hour") : "");
  }
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return whole >= 3600 ? `${Math.floor(whole / 3600)}:${rest}` : rest;
}

function tick() {
  const now = Date.now() + ahead;
  for (const clock of document.querySelectorAll("[data-clock]")) {
    const seconds = (Date.parse(clock.dateTime) - now) / 1000;
    if (Number.isNaN(seconds)) continue;
    const isUntil = clock.dataset.clock === "until";
    const text = isUntil ? (seconds > 0 ? "in " : "late by ") + reading(seconds) : reading(Math.min(seconds, 0));
    if (clock.textContent !== text) clock.textContent = text;
    const due = isUntil ? clock.closest(".due-ahead, .due-soon, .due-late") : null;
    if (due && seconds <= 0) {
      due.classList.remove("due-ahead", "due-soon");
      due.classList.add("due-late");
    }
  }
}

if (document.querySelector("[data-clock]")) {
  setInterval(tick, 1000);
  document.addEventListener("visibilitychange", tick);
}
