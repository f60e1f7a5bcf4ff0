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
