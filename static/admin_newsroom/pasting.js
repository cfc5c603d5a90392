// What is pasted from elsewhere comes into the text tidied. What an editor of this page copied stays as it is.

import { tidied } from "./tidy.js";

const ours = new WeakSet();

addEventListener("paste", (event) => {
    const text = event.target.closest?.(".ProseMirror");
    const html = event.clipboardData?.getData("text/html");
    if (!text || !html || ours.has(event) || html.includes("data-pm-slice")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const data = new DataTransfer();
    data.setData("text/html", tidied(html));
    data.setData("text/plain", event.clipboardData.getData("text/plain"));
    const again = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    ours.add(again);
    event.target.dispatchEvent(again);
}, true);
