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
};

drawAll();
document.addEventListener("htmx:afterSettle", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
