// The plain site by Eleventy. Lists, feeds and related texts are worked out once, and each page looks up its own.

const PER_PAGE = 24;
const IN_FEED = 20;
const RELATED = 3;

function gather(texts, keysOf) {
  const found = new Map();
  for (const text of texts) {
    for (const key of keysOf(text)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(text);
    }
  }
  return found;
}

function pagesOf(title, url, texts) {
  const total = Math.max(1, Math.ceil(texts.length / PER_PAGE));
  return Array.from({ length: total }, (_, at) => ({
    title,
    first: url,
    url: at ? `${url}${at + 1}/` : url,
    number: at + 1,
    total,
    texts: texts.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  }));
}

let sorted;

function site(api) {
  if (sorted) return sorted;
  const texts = api.getFilteredByGlob("content/*/*.md").sort((one, other) => other.date - one.date);
  const sections = gather(texts, (text) => [text.data.section]);
  const topics = gather(texts, (text) => text.data.topics);
  const places = gather(texts, (text) => text.data.places);
  const lists = [];
  const feeds = [{ title: "Welcome Stories", url: "/feeds/all/rss.xml", texts: texts.slice(0, IN_FEED) }];
  for (const [kind, terms] of [["", sections], ["topic", topics], ["place", places]]) {
    for (const [term, own] of terms) {
      lists.push(...pagesOf(term, kind ? `/${kind}s/${term}/` : `/${term}/`, own));
      if (kind) feeds.push({ title: term, url: `/feeds/${kind}/${term}/rss.xml`, texts: own.slice(0, IN_FEED) });
    }
  }
  for (const own of sections.values()) {
    own.forEach((text, at) => {
      text.data.beside.before = own[at + 1];
      text.data.beside.after = own[at - 1];
    });
  }
  for (const text of texts) {
    const same = topics.get(text.data.topics[0]);
    text.data.beside.related = same.slice(0, RELATED + 1).filter((other) => other !== text).slice(0, RELATED);
  }
  sorted = { texts, sections, topics, places, lists, feeds };
  return sorted;
}

export default function (config) {
  config.on("eleventy.before", () => { sorted = undefined; });
  config.addPassthroughCopy("site.css");
  config.addCollection("texts", (api) => site(api).texts);
  config.addCollection("lists", (api) => site(api).lists);
  config.addCollection("feeds", (api) => site(api).feeds);
  config.addCollection("terms", (api) => [
    { title: "Topics", url: "/topics/", terms: [...site(api).topics].sort() },
    { title: "Places", url: "/places/", terms: [...site(api).places].sort() },
  ]);
}

export const config = { markdownTemplateEngine: false, dir: { input: ".", output: "_site" } };
