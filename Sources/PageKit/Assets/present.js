// The presenting view by keyboard: a screen forward, a screen back, the first, the last. It scrolls without this.

const screens = Array.from(document.querySelectorAll(".screen"));
const place = document.querySelector(".present-place");

function current() {
  const middle = innerHeight / 2;
  const index = screens.findIndex((screen) => {
    const box = screen.getBoundingClientRect();
    return box.top <= middle && box.bottom > middle;
  });
  return Math.max(index, 0);
}

function say() {
  place.textContent = `${current() + 1} of ${screens.length}`;
}

function go(index) {
  const screen = screens[Math.min(Math.max(index, 0), screens.length - 1)];
  screen.focus({ preventScroll: true });
  screen.scrollIntoView({ block: "start" });
}

const steps = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
};

if (screens.length > 0) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("a")) return;
    if (event.key === "Home") go(0);
    else if (event.key === "End") go(screens.length - 1);
    else if (event.key in steps) {
      const step = event.key === " " && event.shiftKey ? -1 : steps[event.key];
      const screen = screens[current()].getBoundingClientRect();
      // A screen that is taller than the window is read to its end first.
      if ((event.key === "ArrowDown" || event.key === " ") && step > 0 && screen.bottom > innerHeight + 8) return;
      if (event.key === "ArrowUp" && screen.top < -8) return;
      go(current() + step);
    } else return;
    event.preventDefault();
  });
  addEventListener("scroll", say, { passive: true });
  say();
}
