// Answers seven statements so that the server cannot tell whose they are: the ticket is made and blinded here (RFC 9474,
// RSABSSA-SHA384-PSS-Deterministic), signed unseen, and sent with the answers without any session. Until it is counted
// both stay in this browser and are sent again when the page is opened. Without script the server makes the ticket.

const form = document.getElementById("survey");
const plain = document.querySelector("[data-plain]");
const state = form?.querySelector(".survey-state");
const thanks = document.getElementById("thanks");
const after = thanks?.querySelector(".survey-after");
const forget = thanks?.querySelector(".survey-forget");
const place = `mayday survey ${form?.dataset.round}`;
const open = (form?.dataset.open ?? "").split(" ").map((round) => `mayday survey ${round}`);
const bytesOfKey = 256;
const bytesOfHash = 48;
const exponent = 65537n;

const number = (bytes) => BigInt("0x" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
const octets = (value) => {
  const digits = value.toString(16).padStart(bytesOfKey * 2, "0");
  return Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
};
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const hash = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
const chance = (count) => crypto.getRandomValues(new Uint8Array(count));

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function power(base, times, modulus) {
  let result = 1n;
  for (base %= modulus; times > 0n; times >>= 1n) {
    if (times & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

// Extended Euclid; nil where there is no inverse.
function inverse(value, modulus) {
  let [rest, next, factor, following] = [modulus, value, 0n, 1n];
  while (next !== 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [factor, following] = [following, factor - times * following];
  }
  return rest === 1n ? (factor + modulus) % modulus : undefined;
}

// RFC 8017, B.2.1.
async function mask(seed, length) {
  let bytes = new Uint8Array(0);
  for (let count = 0; bytes.length < length; count += 1) {
    bytes = joined(bytes, await hash(joined(seed, Uint8Array.of(0, 0, 0, count))));
  }
  return bytes.slice(0, length);
}

// EMSA-PSS-ENCODE of RFC 8017, 9.1.1, for one bit less than the key has.
async function encoded(message) {
  const salt = chance(bytesOfHash);
  const digest = await hash(joined(new Uint8Array(8), await hash(message), salt));
  const room = bytesOfKey - bytesOfHash - 1;
  const block = joined(new Uint8Array(room - bytesOfHash - 1), Uint8Array.of(1), salt);
  const cover = await mask(digest, room);
  const masked = block.map((byte, index) => byte ^ cover[index]);
  masked[0] &= 0x7f;
  return joined(masked, digest, Uint8Array.of(0xbc));
}

async function newTicket(modulus) {
  const secret = chance(32);
  const message = number(await encoded(secret));
  for (;;) {
    const factor = number(chance(bytesOfKey));
    const back = factor > 1n && factor < modulus ? inverse(factor, modulus) : undefined;
    if (back === undefined) continue;
    const blinded = (message * power(factor, exponent, modulus)) % modulus;
    return { secret: base64(secret), blinded: base64(octets(blinded)), back: String(back), message: String(message) };
  }
}

// The signature without its blinding; it must be one over what was blinded.
function opened(ticket, signature, modulus) {
  const whole = (number(fromBase64(signature)) * BigInt(ticket.back)) % modulus;
  if (power(whole, exponent, modulus) !== BigInt(ticket.message)) throw new Error("The ticket was signed wrongly.");
  return base64(octets(whole));
}

const kept = () => JSON.parse(localStorage.getItem(place) ?? "null");
const keep = (ticket) => localStorage.setItem(place, JSON.stringify(ticket));

async function problem(response) {
  const body = await response.json().catch(() => ({}));
  const words = [body.detail, body.hint].filter(Boolean).join("; ");
  return words ? words[0].toUpperCase() + words.slice(1) + "." : "The server did not take it.";
}

async function signed(ticket, modulus) {
  if (ticket.signature) return ticket;
  const response = await fetch(form.dataset.sign, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": form.dataset.token },
    body: JSON.stringify({ blinded: ticket.blinded }),
  });
  if (!response.ok) throw new Error(await problem(response));
  const { signature } = await response.json();
  return { secret: ticket.secret, answers: ticket.answers, signature: opened(ticket, signature, modulus) };
}

async function send() {
  const modulus = BigInt("0x" + form.dataset.modulus);
  state.textContent = "Sending …";
  try {
    const ticket = await signed(kept(), modulus);
    keep(ticket);
    const response = await fetch(form.action, {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        round: Number(form.dataset.round),
        ticket: ticket.secret,
        signature: ticket.signature,
        answers: ticket.answers,
      }),
    });
    if (!response.ok) throw new Error(await problem(response));
    const { receipt } = await response.json();
    done(receipt === "counted");
  } catch (error) {
    const reason = error instanceof TypeError ? "The server cannot be reached." : error.message;
    state.textContent = `${reason} Your answer is still in this browser; open this page again to send it.`;
  }
}

// Thanks stand where the statements were: nobody has to look for them below a form that is done.
function done(isCounted) {
  form.hidden = true;
  thanks.hidden = false;
  thanks.focus({ preventScroll: true });
  thanks.scrollIntoView({ block: "center" });
  if (isCounted) {
    // The ticket alone stays, so that nobody is asked twice here.
    const { secret, signature } = kept();
    keep({ secret, signature, isCounted: true });
    after.textContent = "Your answer is counted, together with others.";
    forget.hidden = true;
  } else {
    after.textContent =
      "Your answer waits with others until it can be counted without standing alone. Open this page once more before the last day: if the server was started anew, it is sent again.";
    forget.hidden = false;
  }
}

function begin() {
  form.hidden = false;
  plain.hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const answers = [1, 2, 3, 4, 5, 6, 7].map((item) => Number(given.get(`answer.${item}`)));
    const ticket = kept() ?? (await newTicket(BigInt("0x" + form.dataset.modulus)));
    keep({ ...ticket, answers });
    await send();
  });
  forget.addEventListener("click", () => {
    localStorage.removeItem(place);
    forget.hidden = true;
    after.textContent = "This browser has forgotten your answer. If the server is started anew before it is counted, it is lost.";
  });
  const ticket = kept();
  if (ticket?.isCounted) done(true);
  else if (ticket?.answers) send();
}

// Of rounds that are over, or that ask somebody else, nothing needs to be kept.
function tidy() {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("mayday survey ") && !open.includes(name)) localStorage.removeItem(name);
  }
}

try {
  tidy();
  const isAble = globalThis.crypto?.subtle !== undefined && typeof BigInt === "function";
  // A ticket that was drawn elsewhere cannot be drawn again here.
  if (form && plain && isAble && (!form.dataset.drawn || kept())) begin();
} catch {
  // Storage may be switched off: then the server makes the ticket.
}
