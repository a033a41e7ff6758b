/**
 * <welcome-stories feed="https://…/feed.json">: the newest stories of a feed, on the page of a local group.
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * The links inside the element are what people see without script, while the feed is on its way, and
 * whenever it cannot be read. Nothing is asked for but the feed and the pictures that lie beside it;
 * nothing is stored, measured or repeated. Words of the feed are only ever written as text.
 *
 * feed      the address of a JSON Feed: https, or http on one's own machine
 * count     how many stories, 1 to 20; 3 when nothing is said
 * look      light or dark; otherwise as the reader's machine prefers
 * heading   the level of the titles, 2 to 6; 3 when nothing is said
 * pictures  "no" leaves them out
 * lang      for feeds that do not tell their language
 *
 * A page may choose the colours: --welcome-ink with --welcome-paper, --welcome-accent, --welcome-line.
 */

const STYLE = `
/* All the room there is, also in the rows and columns of page builders. */
:host { display: block; inline-size: 100%; inline-size: stretch; min-inline-size: 0; }
:host([hidden]) { display: none; }

/* Nothing of the page reaches in but its letters and their size. */
.stories {
  all: initial; display: block; visibility: inherit; font-family: inherit; font-size: inherit; line-height: 1.55;
  container-type: inline-size; contain-intrinsic-inline-size: 12em; color-scheme: light dark; overflow-wrap: anywhere;
  --ink: var(--welcome-ink, light-dark(#1f2530, #ece7dc));
  --soft: var(--welcome-ink, light-dark(#555c69, #b8b4aa));
  --paper: var(--welcome-paper, light-dark(#fffdf8, #1d232d));
  --accent: var(--welcome-accent, light-dark(#a5341f, #f2a07f));
  --line: var(--welcome-line, light-dark(#dccfb8, #3a4250));
  color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 0.5em;
}
:host([look="light" i]) .stories { color-scheme: light; }
:host([look="dark" i]) .stories { color-scheme: dark; }

/* Each story has a seam above and beside it; those along the edge are cut off. */
ul { list-style: none; margin: 0; padding: 0; display: grid; overflow: clip; }
li {
  container-type: inline-size; position: relative; padding: 1.2em clamp(0.9em, 5cqi, 1.4em); break-inside: avoid;
  border-block-start: 2px dashed var(--line); border-inline-start: 2px dashed var(--line); margin-block-start: -2px; margin-inline-start: -2px;
}
article { display: grid; gap: 0.9em; align-items: start; }
.words { display: grid; gap: 0.5em; }
.picture { inline-size: 100%; block-size: auto; aspect-ratio: 3 / 2; object-fit: cover; border-radius: 3px; }

.title { margin: 0; font-size: 1.2em; font-weight: 700; line-height: 1.25; text-wrap: balance; }
p { margin: 0; max-inline-size: 64ch; text-wrap: pretty; }
.kind, .note, .by, .end { font-size: 0.9em; color: var(--soft); }
.kind, .by, .end { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1em; line-height: 1.4; }
.kind { gap: 0.5em; }
.kind::before { content: ""; inline-size: 0.8em; block-size: 0.8em; background: conic-gradient(from 45deg, var(--line) 25%, var(--accent) 0 50%, var(--line) 0 75%, var(--accent) 0); }
.note { color: var(--accent); }
.demonstration { border-inline-start: 2px dashed var(--accent); padding-inline-start: 0.7em; color: var(--soft); }
.end { max-inline-size: none; justify-content: space-between; padding: 0.9em clamp(1em, 5cqi, 1.56em); border-block-start: 1px solid var(--line); }
[dir="rtl"] { line-height: 1.8; }
[dir="ltr"] { line-height: 1.55; }
article[dir="rtl"] .title { line-height: 1.5; }

a { color: inherit; text-decoration: underline 0.08em color-mix(in srgb, var(--accent) 50%, transparent); text-underline-offset: 0.2em; }
.title a::after { content: ""; position: absolute; inset: 0; }
a:hover, li:hover .title a { text-decoration: underline 0.12em var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }

/* Where a story has room, its picture stands beside it. Where three have, they make a row; the last row is filled. */
@container (min-width: 28em) {
  article:has(.picture) { grid-template-columns: 10em minmax(0, 1fr); gap: 1.4em; }
}
@container (min-width: 52em) {
  ul { grid-template-columns: repeat(6, minmax(0, 1fr)); }
  li { grid-column: span 2; }
  li:nth-child(3n + 1):nth-last-child(2), li:nth-child(3n + 2):last-child { grid-column: span 3; }
  li:nth-child(3n + 1):last-child { grid-column: span 6; }
}
`;

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

/** What is expected to be words; anything else counts as none. */
const text = (value) => (typeof value === "string" ? value.trim() : "");

/** What is expected to have fields; anything else counts as having none. */
const fields = (value) => (value && typeof value === "object" ? value : {});

/** An address that can be trusted not to run anything: https, or http on the reader's own machine. */
function address(value) {
  try {
    const url = new URL(text(value));
    const isOwn = url.protocol === "http:" && /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);
    return (url.protocol === "https:" || isOwn) && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}

/** The first of some values that is the name of a language. */
function language(...values) {
  for (const value of values) {
    try {
      return Intl.getCanonicalLocales(text(value))[0];
    } catch {
      continue;
    }
  }
}

const direction = (value) => (value === "ltr" || value === "rtl" ? value : "");

const whole = (value) => (Number.isInteger(value) && value > 0 ? value : "");

/** An element with words or other elements in it. Attributes and contents that are empty are left out. */
function make(name, attributes, ...contents) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(key, value);
  }
  element.append(...contents.filter(Boolean));
  return element;
}

const paragraph = (kind, ...contents) => contents.some(Boolean) && make("p", { class: kind }, ...contents);

/** Words that lead somewhere, if it is somewhere one may be led to. */
const link = (url, words) => (url ? make("a", { href: url.href }, words) : words);

/**
 * The day as the feed writes it, so that it is the same day in every part of the world.
 * Browsers do not know every language: in those they do not know, the day is told in English, and says so.
 */
function time(value, lang) {
  const [day] = /^[12]\d{3}-\d\d-\d\d/.exec(text(value)) ?? [];
  const date = new Date(`${day}T00:00Z`);
  if (!day || Number.isNaN(date.valueOf())) return "";
  const format = new Intl.DateTimeFormat([lang, "en-GB"].filter(Boolean), { dateStyle: "long", timeZone: "UTC" });
  return make("time", { datetime: day, lang: format.resolvedOptions().locale }, format.format(date));
}

/** A picture that lies beside the feed; one that cannot be shown goes without a trace. */
function picture(item, origin) {
  const url = address(item.image);
  if (url?.origin !== origin) return "";
  const own = fields(item._welcome);
  const size = { width: whole(own.image_width), height: whole(own.image_height) };
  const image = make("img", { class: "picture", loading: "lazy", decoding: "async", referrerpolicy: "no-referrer", ...size });
  image.alt = text(own.image_alt);
  image.addEventListener("error", () => image.remove());
  image.src = url.href;
  return image;
}

/** One story. */
function story(item, options) {
  const own = fields(item._welcome);
  const lang = language(item.language, options.lang);
  const title = make(`h${options.heading}`, { class: "title" }, link(address(item.url), text(item.title)));
  const names = Array.isArray(item.authors) ? item.authors.map((author) => text(fields(author).name)) : [];
  const demonstration = own.demonstration === true && (text(own.demonstration_note) || "Demonstration");
  const words = make(
    "div",
    { class: "words" },
    paragraph("kind", text(own.type_name)),
    title,
    paragraph("note demonstration", demonstration),
    paragraph("note", text(own.content_note)),
    paragraph("summary", text(own.text) || text(item.summary)),
    paragraph("by", names.filter(Boolean).join(", "), time(item.date_published, lang)),
  );
  const image = options.pictures && picture(item, options.origin);
  return make("article", { lang, dir: direction(own.dir) || "auto" }, image, words);
}

/** Whether an item is a story; notices of what is gone are for programs that keep copies, and this keeps none. */
const isStory = (item) => text(item.title) && fields(item._welcome).notice !== true;

/** All that is drawn of a feed, or nothing where it has no stories. */
function stories(feed, options) {
  const items = (Array.isArray(feed.items) ? feed.items : []).map(fields).filter(isStory);
  if (!items.length) return null;
  const own = fields(feed._welcome);
  const name = text(feed.title) || options.host;
  const more = text(own.more);
  const home = address(feed.home_page_url);
  const articles = items.slice(0, options.count).map((item) => make("li", {}, story(item, options)));
  return make(
    "div",
    { class: "stories", lang: options.lang, dir: direction(own.dir) },
    make("ul", { role: "list", "aria-label": name }, ...articles),
    home && more ? paragraph("end", name, link(home, more)) : paragraph("end", link(home, name)),
  );
}

class WelcomeStories extends HTMLElement {
  static observedAttributes = ["feed", "count", "heading", "pictures", "lang"];

  #root = this.attachShadow({ mode: "open" });
  #isPlanned = false;
  /** Where the feed is from, and what was read: undefined while it is on its way, null when it cannot be read. */
  #source = null;
  #feed = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [SHEET];
    this.#draw();
  }

  connectedCallback() {
    this.#plan();
  }

  attributeChangedCallback() {
    this.#plan();
  }

  /** Attributes that change together are one drawing. */
  #plan() {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    queueMicrotask(() => {
      this.#isPlanned = false;
      if (this.isConnected) this.#show();
    });
  }

  /** Read the feed if it is another one than before, and draw. */
  async #show() {
    const source = address(this.getAttribute("feed"));
    if (source?.href === this.#source?.href) return this.#draw();
    this.#source = source;
    this.#feed = source ? undefined : null;
    this.#draw();
    if (!source) return;
    const feed = await this.#read(source);
    if (source !== this.#source) return;
    this.#feed = feed;
    this.#draw();
  }

  /** What a feed says, or null; those who look after the page find the reason in the browser's console. */
  async #read(source) {
    try {
      const answer = await fetch(source, { credentials: "omit", referrerPolicy: "no-referrer" });
      if (!answer.ok) throw new Error(`it answers ${answer.status}`);
      return fields(await answer.json());
    } catch (error) {
      console.info(`welcome-stories shows the links inside, because ${source} cannot be read: ${error.message}`);
      return null;
    }
  }

  /** Put the stories in place of the links inside, or the links in place of the stories. */
  #draw() {
    const drawn = this.#feed && stories(this.#feed, this.#options());
    const busy = this.#feed === undefined && "true";
    this.#root.replaceChildren(drawn || make("div", { "aria-busy": busy }, make("slot", {})));
  }

  #options() {
    return {
      count: this.#number("count", 1, 20),
      heading: this.#number("heading", 2, 6),
      pictures: this.getAttribute("pictures")?.trim().toLowerCase() !== "no",
      lang: language(this.#feed.language, this.closest("[lang]")?.lang),
      origin: this.#source.origin,
      host: this.#source.host,
    };
  }

  /** The number an attribute says, or the nearest that is allowed; three when it says none. */
  #number(name, least, most) {
    const value = Number.parseInt(this.getAttribute(name), 10);
    return Number.isNaN(value) ? 3 : Math.min(Math.max(value, least), most);
  }
}

customElements.get("welcome-stories") ?? customElements.define("welcome-stories", WelcomeStories);
