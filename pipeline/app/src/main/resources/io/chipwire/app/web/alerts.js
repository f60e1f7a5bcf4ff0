// An inbox that fills while it is looked at. Without this file, reloading shows the same.
const inbox = document.querySelector("[data-events]");
const live = document.getElementById("live");
let source = null;
let lastId = null;
let planned = 0;

const told = (text) => (live.textContent = text);

// One question to the server for however many alerts came in together; what is there stays, with its focus.
const fill = async () => {
  planned = 0;
  const response = await fetch(inbox.dataset.page).catch(() => null);
  if (!response?.ok || response.redirected) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const there = new Set([...inbox.children].map((item) => item.dataset.alert));
  const added = [...fresh.querySelectorAll("#inbox > li")].filter((item) => !there.has(item.dataset.alert));
  added.reverse().forEach((item) => {
    item.classList.add("new");
    inbox.prepend(item);
  });
  document.querySelectorAll("[id^=told], [id^=held]").forEach((count) => {
    const now = fresh.getElementById(count.id);
    if (now) {
      count.textContent = now.textContent;
    }
  });
  if (added.length > 0) {
    document.getElementById("noalerts")?.remove();
    const titles = added.map((item) => item.querySelector("h3").textContent.trim());
    document.getElementById("news").textContent =
      added.length === 1 ? "New alert: " + titles[0] : added.length + " new alerts";
  }
};

const plan = () => {
  planned = planned || setTimeout(fill, 200);
};

const listen = () => {
  const address = new URL(inbox.dataset.events, location.href);
  if (lastId !== null) {
    address.searchParams.set("lastEventId", lastId);
  }
  source = new EventSource(address);
  source.onopen = () => told("live");
  source.addEventListener("alert", (event) => {
    lastId = event.lastEventId;
    const id = JSON.parse(event.data).id;
    if (![...inbox.children].some((item) => item.dataset.alert === id)) {
      plan();
    }
  });
  source.onerror = () => {
    told("not live, trying again");
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => document.hidden || listen(), 10_000);
    }
  };
};

if (inbox) {
  listen();
  // A browser has few connections to one server: a page that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) {
      listen();
    }
  });
}

// The query, checked as it is typed: how much it finds, or what is wrong and where.
const checked = document.getElementById("checked");
const query = checked && document.getElementById("q");
let turn = 0;
let pause = 0;

const paragraph = (...content) => {
  const element = document.createElement("p");
  element.append(...content);
  return element;
};

const marked = (text, position) => {
  const end = position + (text.slice(position).match(/^\S*/)?.[0].length ?? 0);
  const mark = document.createElement("mark");
  mark.textContent = text.slice(position, end) || "␣";
  const code = document.createElement("code");
  code.append(text.slice(0, position), mark, text.slice(end));
  const place = paragraph(code);
  place.className = "place";
  return place;
};

const check = async () => {
  const mine = ++turn;
  const text = query.value;
  if (text.trim() === "") {
    query.removeAttribute("aria-invalid");
    checked.replaceChildren();
    return;
  }
  const response = await fetch("/api/v1/check?q=" + encodeURIComponent(text)).catch(() => null);
  const answer = response?.ok ? await response.json() : null;
  if (mine !== turn || !answer) {
    return;
  }
  const wrong = answer.problem !== undefined;
  query.setAttribute("aria-invalid", String(wrong));
  if (wrong) {
    const problem = paragraph(answer.problem);
    problem.className = "fault";
    checked.replaceChildren(marked(text, answer.position), problem);
  } else {
    const found = answer.articles.toLocaleString("en") + (answer.articles === 1 ? " article" : " articles");
    const count = paragraph(found + " in the index now.");
    count.className = "count";
    checked.replaceChildren(count);
  }
};

if (query) {
  query.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(check, 250);
  });
  check();
  const attempt = document.getElementById("try");
  attempt.hidden = false;
  attempt.addEventListener("click", () => {
    const value = (id) => document.getElementById(id).value;
    const asked = new URLSearchParams({
      q: query.value,
      minimumConfidence: value("confidence"),
      minimumCorroboration: value("corroboration"),
    });
    if (value("most") !== "") {
      asked.set("atMost", value("most") + "/" + document.querySelector("[name=period]").value);
    }
    asked.set("repeats", document.querySelector("[name=repeats]").checked);
    window.open("/alerts/backtest?" + asked, "_blank", "noopener");
  });
}
