// The article's form keeps what is typed. Without this script it works as any form does.
import { autosave } from "./autosave.js";
import { countCharacters } from "./counting.js";
import { keepCompany } from "./company.js";
import { offerLocal } from "./local.js";
import { editSections } from "./sections.js";

const form = document.getElementById("article_form");
const page = JSON.parse(document.getElementById("writing").textContent);

window.addEventListener("load", () => {
  editSections(form, page.words);
  countCharacters(page.words);
  offerLocal(form, page);
  autosave(form, page);
  if (page.presence) keepCompany(form, page);
});
