// Makes of what another program put into the clipboard what an article can hold. It only tidies: what is stored passes
// the server's allow-list, whatever way it came. The document it is parsed into runs nothing and loads nothing.

const DROPPED = "script, style, meta, link, title, template, noscript, iframe, object, embed, svg, math, xml, "
    + "img, picture, video, audio, input, button, select, textarea, form > label";
const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, table, section, article, figure, pre";
const KEPT = new Set(["href", "style"]);
const EMPTY = /^[\s\u00a0]*$/;

export function tidied(html) {
    const body = new DOMParser().parseFromString(withoutHandlers(html), "text/html").body;
    for (const node of comments(body)) node.remove();
    for (const element of body.querySelectorAll(DROPPED)) element.remove();
    makeLists(body);
    for (const table of body.querySelectorAll("table")) table.replaceWith(...rows(table));
    for (const heading of body.querySelectorAll("h1, h2, h4, h5, h6")) rename(heading, "h3");
    for (const element of body.querySelectorAll("*")) strip(element);
    joinBlanks(body);
    dropEmpty(body);
    return body.innerHTML;
}

// They would not run; but the page's policy would complain of each.
function withoutHandlers(html) {
    return html.replace(/<[^<>]*>/g, (tag) => tag.replace(/\son\w+\s*=/gi, " data-handler="));
}

function nodes(root, kind) {
    const walker = root.ownerDocument.createTreeWalker(root, kind), found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
}

const comments = (root) => nodes(root, NodeFilter.SHOW_COMMENT);

// Word writes lists as paragraphs that only look like one: the mark is text, the depth stands in the style.
function makeLists(body) {
    const open = [];
    let last = null;
    for (const paragraph of body.querySelectorAll("p[style*='mso-list'], p[class*='MsoListParagraph']")) {
        const mark = paragraph.querySelector("[style*='mso-list']");
        const depth = Number(/level(\d)/.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 1);
        const kind = /^\(?[0-9a-z]{1,4}[.)]/i.test(mark?.textContent.trim() ?? "") ? "ol" : "ul";
        mark?.remove();
        if (!last || paragraph.previousElementSibling !== last) open.length = 0;
        open.length = Math.min(open.length, depth);
        while (open.length < depth) {
            const list = body.ownerDocument.createElement(kind), above = open.at(-1)?.lastElementChild;
            if (above) above.append(list);
            else if (open.length) open.at(-1).append(list);
            else paragraph.before(list);
            open.push(list);
        }
        const item = body.ownerDocument.createElement("li");
        item.append(...paragraph.childNodes);
        open.at(-1).append(item);
        paragraph.remove();
        last = open[0];
    }
}

// A line for each row: an article has no tables.
function rows(table) {
    return [...table.rows].map((row) => {
        const line = table.ownerDocument.createElement("p");
        line.textContent = [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(" | ");
        return line;
    });
}

function rename(element, name) {
    const other = element.ownerDocument.createElement(name);
    other.append(...element.childNodes);
    element.replaceWith(other);
}

function strip(element) {
    for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
    if (element.tagName.includes(":")) element.replaceWith(...element.childNodes); // <o:p>
}

// No-break spaces that Word makes of two blanks; those between two words stay.
function joinBlanks(body) {
    for (const text of nodes(body, NodeFilter.SHOW_TEXT)) text.data = text.data.replace(/[ \u00a0]{2,}|^\u00a0$/g, " ");
}

function dropEmpty(body) {
    for (const line of body.querySelectorAll("br")) {
        if ([...line.parentElement.children].some((one) => one.matches(BLOCKS))) line.remove();
    }
    for (const block of [...body.querySelectorAll(BLOCKS)].reverse()) if (EMPTY.test(block.textContent)) block.remove();
}
