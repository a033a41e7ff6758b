import { card, page } from "../_includes/page.js";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => `${list.url}index.html`,
};

const urlOf = (list, number) => (number === 1 ? list.first : `${list.first}${number}/`);

function neighbours(list) {
  if (list.total === 1) return "";
  return `<nav class="pagination" aria-label="Pages">
${list.number > 1 ? `<a rel="prev" href="${urlOf(list, list.number - 1)}">Previous</a>` : ""}
<span>Page ${list.number} of ${list.total}</span>
${list.number < list.total ? `<a rel="next" href="${urlOf(list, list.number + 1)}">Next</a>` : ""}
</nav>`;
}

export function render({ list }) {
  return page(list.title, "", list.url, `<h1>${list.title}</h1>
<div class="grid">${list.texts.map(card).join("")}</div>
${neighbours(list)}`);
}
