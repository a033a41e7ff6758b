import { ORIGIN, day } from "../_includes/page.js";

export const data = { permalink: "/sitemap.xml" };

const row = (url, date) => `<url><loc>${ORIGIN}${url}</loc>${date ? `<lastmod>${day(date)}</lastmod>` : ""}</url>\n`;

export function render({ collections }) {
  const lists = collections.lists.filter((list) => list.number === 1);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${["/", "/topics/", "/places/"].map((url) => row(url)).join("")}
${lists.map((list) => row(list.url)).join("")}
${collections.texts.map((text) => row(text.url, text.date)).join("")}
</urlset>
`;
}
