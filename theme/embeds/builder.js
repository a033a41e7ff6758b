// Makes the snippet that shows our stories on another site follow what is chosen, and shows how it looks.
// SPDX-License-Identifier: AGPL-3.0-or-later
const builder = document.querySelector(".builder");
const { site, root, script, integrity, copied, byHand } = builder.dataset;
const field = (name) => builder.querySelector(`#${name}`);
const done = builder.querySelector(".builder__done");
const stage = builder.querySelector(".builder__stage");
const here = new URL("../", location.href).href;
const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

/** A name as it may stand in an attribute. */
const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What a frame is called on another site, where nobody knows whose stories they are. */
const title = (option) => (option.value === "all" || option.value === came ? site : `${site}: ${option.text}`);

/** What was chosen. */
const chosen = () => ({
  name: field("choice").value,
  title: title(field("choice").selectedOptions[0]),
  number: field("choice").value === came ? 1 : field("number").value,
  look: field("look").value,
  way: field("choice").value === came ? "frame" : (field("way")?.value ?? "frame"),
});

/** The text that people came from, where they came from one: `#text/…`. */
const came = /^#(text\/[0-9a-z]+(?:\.[a-z-]+)?)$/.exec(location.hash)?.[1];
if (came) {
  const option = new Option(builder.dataset.thisText, came, true, true);
  field("choice").prepend(option);
}

/** How high a frame is for so many stories, in CSS pixels; and as a style, which gives more on a phone, where lines are short. */
const height = (number) => 120 + 175 * number;
const tall = (number) => `clamp(${height(number)}px,${90 + 424 * number}px - ${33 * number}vw,${90 + 300 * number}px)`;

/** In a division, since themes of WordPress keep one in the column of the words and leave a frame alone. */
const frame = ({ name, title, number, look }, base) =>
  `<div><iframe src="${base}embed/${name}/#${look}-${number}" title="${quoted(title)}" loading="lazy" ` +
  `sandbox="${SANDBOX}" width="100%" height="${height(number)}" style="display:block;border:0;height:${tall(number)}"></iframe></div>`;

const element = ({ name, title, number, look }) =>
  `<script type="module" src="${root}${script}" integrity="${integrity}" crossorigin="anonymous"></` +
  `script>\n<welcome-stories feed="${root}feeds/${name}/feed.json" count="${number}" look="${look}">\n` +
  `  <ul><li><a href="${root}">${quoted(title)}</a></li></ul>\n</welcome-stories>`;

/** Show what was chosen, from this very site. */
const preview = async (own) => {
  if (own.way === "frame") {
    const shown = document.createElement("iframe");
    shown.className = "builder__preview";
    shown.title = own.title;
    shown.style.height = tall(own.number);
    shown.setAttribute("sandbox", SANDBOX);
    shown.src = `${here}embed/${own.name}/#${own.look}-${own.number}`;
    stage.replaceChildren(shown);
  } else {
    await import(here + script);
    const shown = document.createElement("welcome-stories");
    shown.setAttribute("feed", `${here}feeds/${own.name}/feed.json`);
    shown.setAttribute("count", own.number);
    shown.setAttribute("look", own.look);
    stage.replaceChildren(shown);
  }
};

const update = () => {
  const own = chosen();
  for (const name of ["number", "way"]) if (field(name)) field(name).disabled = own.name === came;
  field("snippet").value = own.way === "frame" ? frame(own, root) : element(own);
  done.textContent = "";
  preview(own);
};

const copy = async () => {
  field("snippet").select();
  try {
    await navigator.clipboard.writeText(field("snippet").value);
    done.textContent = copied;
  } catch {
    done.textContent = byHand;
  }
};

for (const name of ["choice", "number", "look", "way"]) field(name)?.addEventListener("change", update);
field("copy").addEventListener("click", copy);
for (const hidden of builder.querySelectorAll("[hidden]")) hidden.hidden = false;
update();
