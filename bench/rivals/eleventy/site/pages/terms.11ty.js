import { page } from "../_includes/page.js";

export const data = {
  pagination: { data: "collections.terms", size: 1, alias: "kind" },
  permalink: ({ kind }) => `${kind.url}index.html`,
};

export function render({ kind }) {
  const rows = kind.terms.map(([term, own]) => `<li><a href="${kind.url}${term}/">${term}</a> (${own.length})</li>`);
  return page(kind.title, "", kind.url, `<h1>${kind.title}</h1>
<ul>${rows.join("\n")}</ul>`);
}
