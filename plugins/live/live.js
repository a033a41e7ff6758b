/*
 * Keeps a page of the preview up to date: loads it again when what it shows has changed, at the place to which it was
 * scrolled, and shows over it what is wrong. It is added by the preview alone and is on no published page.
 */
(() => {
    "use strict";

    const {path, stamp} = document.currentScript.dataset;
    const place = `live ${location.pathname}${location.search}`;
    const isFramed = window.top !== window;
    let stream = null;

    /* Scrolls back to where the page was before it was loaded again, unless its reader has moved meanwhile. */
    const restore = () => {
        let kept = null;
        try {
            kept = JSON.parse(sessionStorage.getItem(place));
            sessionStorage.removeItem(place);
        } catch { /* Without a memory the page begins at its top. */ }
        if (!kept) return;
        let hasMoved = false;
        const back = () => hasMoved || scrollTo({left: kept[0], top: kept[1], behavior: "instant"});
        const move = () => { hasMoved = true; };
        for (const name of ["wheel", "touchmove", "keydown", "pointerdown"]) {
            addEventListener(name, move, {once: true, passive: true});
        }
        // The browser's own way knows nothing of words that were added; it is its turn again when the page is left.
        history.scrollRestoration = "manual";
        back();
        document.fonts.ready.then(back);
        addEventListener("load", back, {once: true});
        addEventListener("pagehide", () => { history.scrollRestoration = "auto"; }, {once: true});
    };

    const reload = () => {
        stream.close();
        try {
            sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
        } catch { /* The page is loaded again all the same. */ }
        location.reload();
    };

    const make = (tag, className, words = "") => {
        const element = document.createElement(tag);
        element.className = className;
        element.textContent = words;
        return element;
    };

    /* What lies over the page; a root of its own, so that no style of the page reaches it. */
    const over = (() => {
        if (isFramed) return null;
        const host = document.createElement("welcome-live");
        const root = host.attachShadow({mode: "open"});
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = "/_live/live.css";
        const box = make("div", "over");
        box.lang = "en";
        box.dir = "ltr";
        box.hidden = true;
        style.onload = style.onerror = () => { box.hidden = false; };
        root.append(style, box);
        document.body.append(host);
        return box;
    })();

    const list = ({problems, more}) => {
        const panel = make("section", "problems");
        panel.setAttribute("role", "alert");
        panel.setAttribute("aria-label", "What is wrong");
        const count = problems.length + more;
        const close = make("button", "close", "Close");
        close.type = "button";
        close.onclick = () => panel.remove();
        panel.onkeydown = event => { if (event.key === "Escape") panel.remove(); };
        const head = make("div", "head");
        head.append(make("strong", "count", count === 1 ? "1 problem" : `${count} problems`), close);
        const items = make("ul", "items");
        items.tabIndex = 0;
        for (const {place, what, todo} of problems) {
            const item = make("li", "item");
            item.append(make("code", "place", place), make("bdi", "what", what), make("bdi", "todo", todo));
            items.append(item);
        }
        if (more) items.append(make("li", "item", `The terminal tells of ${more} more.`));
        panel.append(head, items);
        return panel;
    };

    const show = news => {
        if (!over) return;
        const parts = [];
        if (news.state) parts.push(make("p", "state", `Preview: ${news.state}`));
        // Where nothing could be read, the page itself tells what is wrong.
        const isTold = stamp.startsWith("nothing-");
        if (news.problems.length && !isTold) parts.push(list(news));
        over.replaceChildren(...parts);
    };

    const listen = () => {
        stream = new EventSource(`/_live/events?${new URLSearchParams({path, stamp})}`);
        stream.onmessage = event => {
            const news = JSON.parse(event.data);
            if (news.hasChanged) reload();
            else show(news);
        };
    };

    /*
     * A browser keeps few connections to one host, and each page that listens holds one. So a page that nobody sees
     * does not listen; when it is seen again it is told at once what it has missed.
     */
    const attend = () => {
        const isSeen = document.visibilityState === "visible";
        if (isSeen && (!stream || stream.readyState === EventSource.CLOSED)) listen();
        if (!isSeen && stream) stream.close();
    };

    restore();
    attend();
    document.addEventListener("visibilitychange", attend);
    addEventListener("pagehide", () => stream && stream.close());
    addEventListener("pageshow", attend);
})();
