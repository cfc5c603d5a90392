// A click on the ¶ beside a heading copies the link to that section; without a clipboard it stays a plain link.
const copied = document.documentElement.lang === "en" ? "Link copied" : "Link kopiert";

const say = document.createElement("p");
say.className = "visually-hidden";
say.setAttribute("role", "status");
document.body.append(say);

for (const link of document.querySelectorAll("a.anchor")) {
  link.addEventListener("click", async () => {
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(link.href.replace(/\?[^#]*/, ""));
    say.textContent = copied;
    link.dataset.copied = copied;
    setTimeout(() => { say.textContent = ""; delete link.dataset.copied; }, 2000);
  });
}
