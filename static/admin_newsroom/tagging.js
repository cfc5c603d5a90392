// What a box of tags offers: those there are come first, so that Enter takes one; a new one says that it is new.
const { defaults } = django.jQuery.fn.select2;
const word = () => document.querySelector("select[data-added]")?.dataset.added;

defaults.set("insertTag", (found, tag) => found.push(Object.assign(tag, { added: true })));
defaults.set("templateResult", (one) => (one.added ? `${one.text} – ${word()}` : one.text));
