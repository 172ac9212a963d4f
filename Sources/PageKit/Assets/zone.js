// Shows the times of the public pages in the reader's own zone, and says so. Without it they stand in UTC.

{
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const note = document.getElementById("zone-note");
  const times = Array.from(document.querySelectorAll("time[data-zone]"));
  const written = times.map((time) => time.textContent);
  const today = new Date().toDateString();

  // In the language of the page, with the day before the month, as the page writes it.
  const short = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
  const full = new Intl.DateTimeFormat("en-GB", {
    weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
    timeZoneName: "short",
  });

  function local(time) {
    const instant = new Date(time.dateTime);
    if (Number.isNaN(instant.getTime())) return time.textContent;
    const isClock = time.dataset.zone === "clock" && instant.toDateString() === today;
    return (isClock ? short : full).format(instant).replace(/^([A-Z][a-z]+),/, "$1");
  }

  // The button, once pressed, goes: what it offers is done.
  function say(text, offer, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = offer;
    button.addEventListener("click", act);
    note.replaceChildren(text + " ", button);
  }

  function showLocal() {
    times.forEach((time, at) => {
      time.textContent = local(time);
      time.title = written[at];
    });
    say(`Times are shown in your own zone, ${zone}.`, "Show UTC", showUTC);
  }

  function showUTC() {
    times.forEach((time, at) => {
      time.textContent = written[at];
      time.removeAttribute("title");
    });
    say("All times are in UTC.", `Show ${zone}`, showLocal);
  }

  if (note && zone && zone !== "UTC" && zone !== "Etc/UTC") showLocal();
}
