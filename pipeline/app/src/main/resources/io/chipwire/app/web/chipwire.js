// Keys: "/" goes to the search field, "j" and "k" to the next and previous article. Pages work without this file.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    const field = document.getElementById("q");
    field.focus();
    field.select();
  } else if (event.key === "j" || event.key === "k") {
    const links = [...document.querySelectorAll(".hit h2 a")];
    const at = links.indexOf(document.activeElement);
    const to = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
    links[to]?.focus();
  }
});

// Suggestions: a list below the query field (ARIA's combobox pattern); without this file it is a plain field.
const LIST = "suggestions";
let asked = 0;

const closeList = (field) => {
  asked++;
  document.getElementById(LIST)?.remove();
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
};

const openList = (field, typed, found) => {
  closeList(field);
  if (found.length === 0) {
    return;
  }
  const word = typed.search(/[^\s(]*$/);
  const list = document.createElement("ul");
  list.id = LIST;
  list.role = "listbox";
  list.ariaLabel = "Suggestions";
  list.append(...found.map((suggestion, at) => {
    const option = document.createElement("li");
    option.id = LIST + "-" + at;
    option.role = "option";
    option.ariaSelected = "false";
    option.dataset.query = suggestion.query;
    option.textContent = suggestion.query.slice(word);
    if (suggestion.articles >= 0) {
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = suggestion.articles.toLocaleString("en");
      option.append(" ", count);
    }
    return option;
  }));
  field.parentElement.append(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", LIST);
  field.setAttribute("aria-expanded", "true");
};

const suggest = async (field) => {
  const turn = ++asked;
  const typed = field.value.slice(0, field.selectionStart);
  const response = /[^\s(]$/.test(typed)
    ? await fetch("/api/v1/suggest?q=" + encodeURIComponent(typed)).catch(() => null)
    : null;
  const found = response?.ok ? await response.json() : [];
  if (turn === asked && document.activeElement === field) {
    openList(field, typed, found);
  }
};

const take = (field, option) => {
  const query = option.dataset.query;
  const rest = field.value.slice(field.selectionStart).trimStart();
  const start = query.endsWith(":") ? query : query + " ";
  field.value = start + rest;
  field.setSelectionRange(start.length, start.length);
  closeList(field);
  suggest(field);
};

const moveTo = (field, options, at) => {
  options.forEach((option, i) => (option.ariaSelected = String(i === at)));
  field.setAttribute("aria-activedescendant", options[at].id);
  options[at].scrollIntoView({ block: "nearest" });
};

document.addEventListener("input", (event) => {
  if (event.target.id === "q") {
    suggest(event.target);
  }
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  const options = [...document.querySelectorAll("#" + LIST + " li")];
  if (field.id !== "q" || options.length === 0) {
    return;
  }
  const at = options.findIndex((option) => option.ariaSelected === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    moveTo(field, options, at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length);
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    take(field, options[at]);
  } else if (["Enter", "Escape", "Tab"].includes(event.key)) {
    closeList(field);
  }
});

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest("#" + LIST + " li");
  const field = document.getElementById("q");
  if (option) {
    event.preventDefault(); // the field keeps the focus
    take(field, option);
  } else if (field && event.target !== field) {
    closeList(field);
  }
});

// Charts: each canvas carries its points; without this file the table below it tells the same.
const charts = new Set();
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const draw = (canvas) => {
  const points = JSON.parse(canvas.dataset.points);
  canvas.parentElement.hidden = false;
  const own = points.map((point) => ["actual", "reported"].includes(point.status));
  const chart = new Chart(canvas, {
    type: "line",
    data: {
      labels: points.map((point) => point.period),
      datasets: [{
        data: points.map((point) => point.value),
        borderColor: colour("--link"),
        segment: { borderDash: (at) => (own[at.p1DataIndex] ? undefined : [5, 5]) },
        pointBackgroundColor: own.map((result) => colour(result ? "--link" : "--paper")),
        pointRadius: 4,
        pointHoverRadius: 6,
      }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            label: (at) => points[at.dataIndex].text + " · " + points[at.dataIndex].status,
            footer: (at) => lines(points[at[0].dataIndex].sentence, 48),
          },
        },
      },
      scales: {
        x: { ticks: { color: colour("--soft") }, grid: { color: colour("--line") } },
        y: {
          beginAtZero: true,
          title: { display: true, text: canvas.dataset.unit, color: colour("--soft") },
          ticks: { color: colour("--soft"), callback: (value) => compact.format(value) },
          grid: { color: colour("--line") },
        },
      },
    },
  });
  charts.add(chart);
};

const drawBars = (canvas) => {
  const bars = JSON.parse(canvas.dataset.bars);
  canvas.parentElement.hidden = false;
  charts.add(new Chart(canvas, {
    type: "bar",
    data: {
      labels: bars.map((bar) => bar.label),
      datasets: [{ data: bars.map((bar) => bar.value), backgroundColor: colour("--link"), maxBarThickness: 40 }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      plugins: { legend: { display: false }, tooltip: { displayColors: false } },
      scales: {
        x: { ticks: { color: colour("--soft") }, grid: { display: false } },
        y: {
          beginAtZero: true,
          title: { display: true, text: canvas.dataset.unit, color: colour("--soft") },
          ticks: { color: colour("--soft"), precision: 0 },
          grid: { color: colour("--line") },
        },
      },
    },
  }));
};

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });

// A canvas does not break lines.
const lines = (text, width) =>
  text.split(/\s+/).reduce((all, word) => {
    const last = all[all.length - 1];
    if (last !== undefined && last.length + word.length < width) {
      all[all.length - 1] = last + " " + word;
    } else {
      all.push(word);
    }
    return all;
  }, []);

const drawAll = () => {
  charts.forEach((chart) => chart.destroy());
  charts.clear();
  document.querySelectorAll("canvas[data-points]").forEach(draw);
  document.querySelectorAll("canvas[data-bars]").forEach(drawBars);
};

drawAll();
document.addEventListener("htmx:afterSettle", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
