import { NAME, ORIGIN } from "../_includes/page.js";

export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }) => feed.url,
};

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text) => text.replace(/[&<>]/g, (character) => ENTITIES[character]);

const item = (text) => `<item>
<title>${text.data.title}</title>
<link>${ORIGIN}${text.url}</link>
<guid>${ORIGIN}${text.url}</guid>
<pubDate>${text.date.toUTCString()}</pubDate>
${text.data.topics.map((topic) => `<category>${topic}</category>`).join("")}
<description>${text.data.description}</description>
<content:encoded>${escaped(text.content)}</content:encoded>
</item>
`;

export function render({ feed }) {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${NAME}: ${feed.title}</title>
<link>${ORIGIN}/</link>
<description>Stories of welcome</description>
<language>en-GB</language>
<atom:link href="${ORIGIN}${feed.url}" rel="self" type="application/rss+xml"/>
${feed.texts.map(item).join("")}
</channel>
</rss>
`;
}
