"use strict";
// Makes tables that can be sorted and filtered, by keyboard too. Without it all is there to be read.
function value(row, column) {
  const cell = row.cells[column];
  return cell.classList.contains("n") ? Number(cell.textContent) : cell.textContent;
}

function sort(table, column) {
  const head = table.tHead.rows[0].cells[column];
  const up = head.getAttribute("aria-sort") !== "ascending";
  for (const other of table.tHead.rows[0].cells) {
    other.removeAttribute("aria-sort");
  }
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows).map((row) => ({ row, key: value(row, column) }));
  rows.sort((a, b) => {
    const order = typeof a.key === "number" ? a.key - b.key : a.key.localeCompare(b.key);
    return up ? order : -order;
  });
  body.append(...rows.map((one) => one.row));
}

function filter(table, words, count) {
  const wanted = words.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const row of table.tBodies[0].rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !wanted.every((word) => text.includes(word));
    shown += row.hidden ? 0 : 1;
  }
  count.textContent = ` ${shown} of ${table.tBodies[0].rows.length} rows`;
}

for (const table of document.querySelectorAll("table.list")) {
  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(table, column));
    head.replaceChildren(button);
  });
  if (table.tBodies[0].rows.length > 5) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("span");
    input.type = "search";
    count.setAttribute("role", "status");
    input.addEventListener("input", () => filter(table, input.value, count));
    label.append("filter ", input, count);
    table.parentElement.before(label);
  }
}

function open() {
  const row = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const details = row ? row.querySelector("details") : null;
  if (details) {
    row.hidden = false;
    details.open = true;
    row.scrollIntoView();
  }
}
addEventListener("hashchange", open);
open();
