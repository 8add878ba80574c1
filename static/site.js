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
    for (let year = from; year <= to; year++) wanted.push(`=year/${year}`);
    const names = leaves.filter((name) => name[0] === "=" && wanted.some((term) => term.startsWith(bare(name))));
    const terms = new Set(wanted);
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
    return Promise.all(keys.map(async (key) => (await get(`t${chunk(key).toString(16)}.json`))[key]));
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

// The picture of the whole span: zoomed and moved with buttons, keys, a drag or two fingers.

const DAY = 86400000;
const EPOCH = Date.UTC(2000, 0, 1) / DAY - 730120;
const BARS = 96;
const SHORTEST = 28;

function zoomer(figure) {
  const lang = document.documentElement.lang;
  const turned = document.documentElement.dir === "rtl";
  const tools = figure.querySelector(".zoom");
  const still = [...figure.querySelectorAll("svg, .closer")];
  const said = tools.querySelector("[role=status]");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "band live");
  svg.setAttribute("width", "100%");
  svg.setAttribute("height", "158");
  svg.setAttribute("role", "img");
  svg.setAttribute("tabindex", "0");
  let days, first, last, from, to, bars, ticks, band;

  const date = (day) => new Date((day + EPOCH) * DAY);
  // Making a format takes far longer than using it.
  const formats = new Map();
  const label = (day, span) => {
    const at = date(day);
    const month = span < 2500 ? "short" : undefined;
    const options = { timeZone: "UTC", year: "numeric", month, day: span < 100 ? "numeric" : undefined, era: at.getUTCFullYear() < 1 ? "short" : undefined };
    const key = `${options.era}${month}${options.day}`;
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(lang, options));
    return formats.get(key).format(at);
  };
  const iso = (day) => date(day).toISOString().slice(0, 10);
  const below = (day) => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle] < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const element = (name, kind) => {
    const made = document.createElementNS(svg.namespaceURI, name);
    if (kind) made.setAttribute("class", kind);
    svg.append(made);
    return made;
  };

  let asked = false;
  function draw() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const step = (to - from) / BARS;
      let at = below(from);
      const counts = bars.map((_, place) => {
        const next = below(from + step * (place + 1));
        const count = next - at;
        at = next;
        return count;
      });
      const most = Math.max(1, ...counts);
      counts.forEach((count, place) => {
        const tall = count ? Math.max(3, (count / most) * 118) : 0;
        bars[place].style.transform = `scaleY(${tall / 118})`;
      });
      ticks.forEach((tick, place) => {
        const text = label(Math.round(from + ((to - from) * place) / (ticks.length - 1)), to - from);
        if (tick.textContent !== text) tick.textContent = text;
      });
    });
  }

  let timer;
  function show(one, two, quiet) {
    const span = Math.round(Math.min(Math.max(two - one, SHORTEST), last - first));
    from = Math.round(Math.max(first, Math.min((one + two - span) / 2, last - span)));
    to = from + span;
    draw();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const count = below(to) - below(from);
      const text = (count === 1 ? tools.dataset.one : tools.dataset.many).replace("{n}", count.toLocaleString(lang));
      said.textContent = `${text}: ${label(Math.round(from), span)} – ${label(Math.round(to - 1), span)}`;
      svg.setAttribute("aria-label", said.textContent);
      const list = tools.querySelector("a");
      list.href = list.dataset.href + `?from=${date(from).getUTCFullYear()}&to=${date(to - 1).getUTCFullYear()}`;
      if (!quiet) history.replaceState(null, "", span < last - first ? `?span=${iso(from)}..${iso(to - 1)}` : location.pathname);
    }, 150);
  }

  const zoom = (by, where = 0.5) => {
    const span = (to - from) * by;
    const middle = from + (to - from) * where;
    show(middle - span * where, middle + span * (1 - where));
  };
  const move = (by) => show(from + (to - from) * by, to + (to - from) * by);
  const acts = {
    in: () => zoom(0.5), out: () => zoom(2), earlier: () => move(-0.4), later: () => move(0.4), all: () => show(first, last),
  };
  const keys = { "+": "in", "=": "in", "-": "out", ArrowLeft: turned ? "later" : "earlier", ArrowRight: turned ? "earlier" : "later", Home: "all", 0: "all" };

  function begin() {
    begin.done ||= fetch(tools.dataset.days).then((answer) => answer.json()).then((gaps) => {
      let day = 0;
      days = gaps.map((gap) => (day += gap));
      first = days[0];
      last = Math.max(days[days.length - 1] + 1, first + SHORTEST);
      band = element("rect", "window");
      band.setAttribute("height", "132");
      bars = [...Array(BARS)].map((_, place) => {
        const bar = element("rect", "bar");
        bar.setAttribute("x", `${(100 * (turned ? BARS - 1 - place : place)) / BARS}%`);
        bar.setAttribute("width", `${100 / BARS}%`);
        bar.setAttribute("y", "14");
        bar.setAttribute("height", "118");
        return bar;
      });
      ticks = [...Array(innerWidth < 640 ? 3 : 5)].map((_, place, all) => {
        const part = place / (all.length - 1);
        const tick = element("text");
        tick.setAttribute("x", `${100 * (turned ? 1 - part : part)}%`);
        tick.setAttribute("y", "152");
        tick.style.textAnchor = part === 0 ? "start" : part === 1 ? "end" : "middle";
        return tick;
      });
      for (const item of still) item.hidden = item.style.display = "none";
      still[0].before(svg);
      show(first, last, true);
    });
    return begin.done;
  }

  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const act = event.target.dataset.act;
    if (act) begin().then(acts[act]);
  });
  svg.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    acts[act]();
  });

  // A drag chooses a span; two fingers pull it apart.
  const fingers = new Map();
  const part = (x) => {
    const box = svg.getBoundingClientRect();
    const at = Math.min(1, Math.max(0, (x - box.left) / box.width));
    return turned ? 1 - at : at;
  };
  svg.addEventListener("pointerdown", (event) => { svg.setPointerCapture(event.pointerId); fingers.set(event.pointerId, [event.clientX, event.clientX]); });
  svg.addEventListener("pointermove", (event) => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const others = [...fingers].filter(([id]) => id !== event.pointerId);
    if (others.length) {
      const other = others[0][1][1];
      const before = Math.abs(finger[1] - other);
      finger[1] = event.clientX;
      const after = Math.abs(finger[1] - other);
      if (before > 8 && after > 8) zoom(before / after, part((finger[1] + other) / 2));
      finger[0] = finger[1];
      return;
    }
    finger[1] = event.clientX;
    const [one, two] = finger.map(part).sort((a, b) => a - b);
    band.setAttribute("x", `${100 * (turned ? 1 - two : one)}%`);
    band.setAttribute("width", `${100 * (two - one)}%`);
  });
  const end = (event) => {
    const finger = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    if (!finger) return;
    band.setAttribute("width", 0);
    const [one, two] = finger.map(part).sort((a, b) => a - b);
    if (event.type === "pointerup" && two - one > 0.02) show(from + (to - from) * one, from + (to - from) * two);
  };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(event.deltaY / 300), part(event.clientX));
  }, { passive: false });

  const asks = /^(-?\d+-\d\d-\d\d)\.\.(-?\d+-\d\d-\d\d)$/.exec(new URLSearchParams(location.search).get("span"));
  if (asks) {
    const [one, two] = asks.slice(1).map((text) => Date.parse(text.length > 10 && text[0] !== "-" ? `+${text}` : text) / DAY - EPOCH);
    if (one <= two) begin().then(() => show(one, two + 1));
  }
}

for (const figure of document.querySelectorAll(".overview:has(.zoom)")) zoomer(figure);

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
