"use strict";
// A button in each heading sorts the rows; what is unknown stays last. Without this script the page says the same.
const words = new Intl.Collator(document.documentElement.lang, { numeric: true });

function value(row, place) {
  const cell = row.cells[place];
  const figure = cell.querySelector("data");
  return figure ? Number(figure.value) : cell.querySelector("time")?.dateTime ?? cell.textContent;
}

function compare(one, other) {
  return typeof one === "number" && typeof other === "number" ? one - other : words.compare(one, other);
}

function sort(table, place, direction) {
  const isUnknown = (row) => "unknown" in row.cells[place].dataset;
  const rows = [...table.tBodies[0].rows].sort(
    (one, other) =>
      isUnknown(one) - isUnknown(other) || direction * compare(value(one, place), value(other, place)),
  );
  table.tBodies[0].append(...rows);
}

for (const table of document.querySelectorAll("table")) {
  const headings = [...table.tHead.rows[0].cells];
  if (table.tBodies[0].rows.length < 2 || !table.dataset.sort) continue;
  headings.forEach((heading, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.ariaLabel = `${table.dataset.sort} (${heading.textContent})`;
    heading.append(button);
    heading.addEventListener("click", () => {
      const first = heading.classList.contains("figure") ? "descending" : "ascending";
      const isRising = (heading.ariaSort === first) === (first === "descending");
      headings.forEach((other) => { other.ariaSort = null; });
      heading.ariaSort = isRising ? "ascending" : "descending";
      sort(table, place, isRising ? 1 : -1);
    });
  });
}
