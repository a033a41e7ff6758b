export const ORIGIN = "https://example.org";
export const NAME = "Welcome Stories";

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export const day = (date) => date.toISOString().slice(0, 10);

export const time = (date) => `<time datetime="${day(date)}">${LONG.format(date)}</time>`;

export const card = (text) => `<article class="card">
<h3 class="card__title"><a href="${text.url}">${text.data.title}</a></h3>
<p class="card__meta">${time(text.date)}</p>
<p class="card__summary">${text.data.description}</p>
</article>
`;

export const page = (title, description, url, main) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${NAME}</title>
<meta name="description" content="${description}">
<link rel="stylesheet" href="/site.css">
<link rel="alternate" type="application/rss+xml" href="/feeds/all/rss.xml" title="All stories">
<link rel="canonical" href="${ORIGIN}${url}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${ORIGIN}${url}">
<meta property="og:site_name" content="${NAME}">
</head>
<body>
<a class="skip-link" href="#main">Skip to the text</a>
<header class="site-header">
<a href="/">${NAME}</a>
<nav aria-label="Menu"><ul>
<li><a href="/stories/">Stories</a></li>
<li><a href="/explainers/">Explainers</a></li>
<li><a href="/topics/">Topics</a></li>
<li><a href="/places/">Places</a></li>
</ul></nav>
</header>
<main id="main" class="wrapper">
${main}
</main>
<footer class="site-footer"><p>${NAME}</p></footer>
</body>
</html>
`;
