// Five minutes before a sign-in ends, a calm bar says so; one press and it goes on. Other tabs hear of it.

const bar = document.querySelector("[data-stay]");
const words = bar?.querySelector("[role=status]");
const button = bar?.querySelector("button");
const until = document.querySelector("[data-until]");
const tabs = bar && new BroadcastChannel("signed-in");
let timers = [];

function show(sentence, canStay) {
  bar.hidden = false;
  button.hidden = !canStay;
  words.textContent = sentence;
}

// `seconds` until the end, `warnIn` until the bar; nothing is shown before.
function wait({ seconds, warnIn, at }) {
  timers.forEach(clearTimeout);
  bar.hidden = true;
  until.textContent = at;
  timers = [
    setTimeout(() => show(`You will be signed out at ${at}. What you have typed stays if you stay signed in.`, true), warnIn * 1000),
    setTimeout(() => show("You have been signed out. Copy what you have typed before you leave this page.", false), seconds * 1000),
  ];
}

async function stay(event) {
  event.preventDefault();
  try {
    const answer = await fetch(bar.action, {
      method: "POST",
      body: new FormData(bar),
      headers: { Accept: "application/json" },
      redirect: "error",
    });
    const { seconds, warn_in: warnIn, until: at } = await answer.json();
    const news = { seconds, warnIn, at };
    wait(news);
    tabs.postMessage(news);
  } catch {
    show("You could not be kept signed in. Copy what you have typed, and sign in again.", true);
  }
}

if (bar) {
  const news = { seconds: Number(bar.dataset.seconds), warnIn: Number(bar.dataset.warnIn), at: until.textContent };
  bar.addEventListener("submit", stay);
  tabs.addEventListener("message", (event) => wait(event.data));
  wait(news);
  tabs.postMessage(news);
}
