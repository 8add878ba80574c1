// What the pages can do beyond reading. All of them are whole without it.

const $ = (id) => document.getElementById(id);

// Search: see generator/site/search.py for what the files hold.

const SCRIPTS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PAGE = 10;

function words(text) {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) || []).flatMap((word) => {
    if (!SCRIPTS.test(word)) return word.length > 1 || /\d/.test(word) ? [word] : [];
    return word.length < 2 ? [word] : [...Array(word.length - 1).keys()].map((at) => word.slice(at, at + 2));
  });
}

function finder(form) {
  const files = new Map();
  const get = (name) => {
    if (!files.has(name)) {
      files.set(name, fetch(new URL(form.dataset.index.replace("index.json", name), location.href)).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }));
      files.get(name).catch(() => files.delete(name));
    }
    return files.get(name);
  };
  const leaf = (name) => get([...name].map((char) => char.codePointAt(0).toString(16)).join("-") + ".json");
  const bare = (name) => (name.endsWith(".") ? name.slice(0, -1) : name);

  // The events of a word, each with what the word tells of it; `some` are as good as none.
  async function events(leaves, word, begins) {
    const names = leaves.filter((name) =>
      (!name.endsWith(".") && word.startsWith(name)) || name === word + "." || (begins && bare(name).startsWith(word)));
    const found = new Map();
    let common = false;
    for (const held of await Promise.all(names.slice(0, 6).map(leaf))) {
      for (const [term, told] of Object.entries(held)) {
        if (term !== word && !(begins && term.startsWith(word))) continue;
        common ||= term === word && told[0] === "*";
        for (const item of told.replace("*", "").split(" ")) {
          if (!item) continue;
          const key = item.slice(0, -1);
          const weight = +item.slice(-1) * (term === word ? 2 : 1);
          if (weight > (found.get(key) || 0)) found.set(key, weight);
        }
      }
    }
    return { found, common };
  }

  async function years(leaves, from, to) {
    const found = new Map();
    const wanted = [];
    for (let year = from; year <= to; year++) wanted.push("=year/" + (year < 0 ? "-" : "") + year);
    const names = leaves.filter((name) => name[0] === "=" && wanted.some((term) => term.startsWith(bare(name))));
    const terms = new Set(wanted.map((term) => term.replace("--", "-")));
    for (const held of await Promise.all(names.map(leaf))) {
      for (const [term, told] of Object.entries(held)) {
        if (terms.has(term)) for (const item of told.split(" ")) found.set(item.slice(0, -1), 0);
      }
    }
    return { found, common: false };
  }

  async function search(query) {
    const head = await get("index.json");
    const leaves = head.leaves.split(" ");
    const typed = words(query.get("q") || "");
    const asked = typed.map((word, at) => events(leaves, word, at === typed.length - 1 || word.length > 3));
    for (const name of ["topics", "people", "places", "organizations", "status"]) {
      if (query.get(name)) asked.push(events(leaves, `=${name}/${query.get(name)}`, false));
    }
    const [from, to] = ["from", "to"].map((name) => parseInt(query.get(name), 10));
    if (from || to) {
      const [first, last] = form.dataset.years.split(" ").map(Number);
      asked.push(years(leaves, Math.max(from || first, first), Math.min(to || last, last)));
    }
    const answers = await Promise.all(asked);
    // A word that is nearly everywhere narrows nothing.
    const narrow = answers.filter((answer) => !answer.common);
    const [base, ...rest] = narrow.length ? narrow : answers;
    const scores = new Map();
    for (const [key, weight] of base ? base.found : []) {
      if (!(narrow.length ? rest : []).every((answer) => answer.found.has(key))) continue;
      scores.set(key, answers.reduce((sum, answer) => sum + (answer.found.get(key) || 0), 0));
    }
    const keys = [...scores.keys()].sort((one, two) => scores.get(two) - scores.get(one));
    return { keys, bits: head.bits };
  }

  async function told(keys, bits) {
    const chunk = (key) => (64 * ALPHABET.indexOf(key[0]) + ALPHABET.indexOf(key[1])) >> (12 - bits);
    return Promise.all(keys.map(async (key) => (await get(`d${chunk(key).toString(16)}.json`))[key]));
  }

  function line([title, when, slug, status]) {
    const item = document.createElement("li");
    const date = Object.assign(document.createElement("span"), { className: "date", textContent: when });
    const link = Object.assign(document.createElement("a"), { textContent: title });
    link.href = form.dataset.event.replace("/-/", `/${encodeURIComponent(slug)}/`);
    item.append(date, " ", link);
    if (status) {
      const text = form.elements.status.querySelector(`[value="${status}"]`)?.textContent || status;
      item.append(" ", Object.assign(document.createElement("span"), { className: `badge ${status}`, textContent: text }));
    }
    return item;
  }

  let turn = 0;
  let shown = PAGE;
  async function answer() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const mine = ++turn;
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    const asks = [...query.keys()].some((name) => name !== "q") || words(query.get("q") || "").length > 0;
    $("browse").hidden = asks;
    if (!asks) {
      $("results").replaceChildren();
      $("found").textContent = "";
      $("more").hidden = true;
      return;
    }
    try {
      const { keys, bits } = await search(query);
      const items = await told(keys.slice(0, shown), bits);
      if (mine !== turn) return;
      $("results").replaceChildren(...items.map(line));
      const many = keys.length === 1 ? form.dataset.one : form.dataset.many;
      $("found").textContent = keys.length ? many.replace("{n}", keys.length.toLocaleString(document.documentElement.lang)) : form.dataset.none;
      $("more").hidden = keys.length <= shown;
    } catch {
      if (mine !== turn) return;
      $("found").textContent = form.dataset.failed;
      $("browse").hidden = false;
    }
  }

  const query = new URLSearchParams(location.search);
  for (const [name, value] of query) if (form.elements[name]) form.elements[name].value = value;
  if ([...query.keys()].some((name) => name !== "q" && form.elements[name])) form.querySelector("details").open = true;
  let timer;
  const soon = () => { shown = PAGE; clearTimeout(timer); timer = setTimeout(answer, 80); };
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => { event.preventDefault(); soon(); });
  $("more").addEventListener("click", async () => {
    const next = shown;
    shown += PAGE;
    await answer();
    $("results").children[next]?.querySelector("a").focus();
  });
  if (query.size) answer();
}

if ($("finder")) finder($("finder"));

// Citations: copied at a click.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText($(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}

// The calendar: today's day, if anything happened on it.

const calendar = document.querySelector(".calendar");
if (calendar) {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = calendar.querySelector(`[data-day="${two(now.getMonth() + 1)}-${two(now.getDate())}"]`);
  if (today) today.setAttribute("aria-current", "date");
}
