import { card, page, time } from "./page.js";

export function render(data) {
  const { before, after, related } = data.beside;
  const terms = [
    ...data.topics.map((term) => `<a href="/topics/${term}/">${term}</a>`),
    ...data.places.map((term) => `<a href="/places/${term}/">${term}</a>`),
  ];
  return page(data.title, data.description, data.page.url, `<article>
<header class="article-head">
<p class="type">${data.section}</p>
<h1>${data.title}</h1>
<p class="summary">${data.description}</p>
<p class="soft">Published ${time(data.page.date)}</p>
</header>
<div class="prose">
${data.content}
</div>
<div class="tags">
${terms.join(" ")}
</div>
</article>
<section aria-labelledby="related">
<h2 id="related">Related</h2>
<div class="grid">${related.map(card).join("")}</div>
</section>
<nav class="neighbours" aria-label="Neighbours">
${before ? `<a rel="prev" href="${before.url}">${before.data.title}</a>` : ""}
${after ? `<a rel="next" href="${after.url}">${after.data.title}</a>` : ""}
</nav>`);
}
