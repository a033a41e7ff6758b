import { NAME, card, page } from "../_includes/page.js";

export const data = { permalink: "/index.html" };

export function render({ collections }) {
  return page(NAME, "", "/", `<h1>${NAME}</h1>
<div class="grid">${collections.texts.slice(0, 24).map(card).join("")}</div>`);
}
