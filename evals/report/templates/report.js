"use strict";
(() => {
  const cases = JSON.parse(document.getElementById("data").textContent);
  const list = document.getElementById("cases");
  const more = document.getElementById("more");
  const count = document.getElementById("count");
  const field = (name) => document.getElementById(name).value;
  const PAGE = 50;
  let chosen = [];
  let shown = 0;

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const haystack = (one) => [one.id, one.cluster, ...one.tags, ...one.turns, one.text, ...one.failures].join("\n").toLowerCase();
  for (const one of cases) one.haystack = haystack(one);

  const matches = (one) => {
    const words = field("search").toLowerCase().split(/\s+/).filter(Boolean);
    const kind = field("kind"), outcome = field("outcome"), metric = field("metric");
    return words.every((word) => one.haystack.includes(word))
      && (!kind || one.kind === kind)
      && (!outcome || (outcome === "passed") === one.passed)
      && (!metric || (metric in one.scores && one.scores[metric] < 1));
  };

  const section = (parent, title, lines) => {
    if (!lines.length) return;
    parent.append(element("h3", "", title));
    const items = element("ul");
    for (const line of lines) items.append(element("li", "", line));
    parent.append(items);
  };
  const detail = (one) => {
    const box = element("div", "detail");
    section(box, "What failed and why", one.failures);
    box.append(element("h3", "", one.turns.length > 1 ? "Conversation" : "Question"));
    for (const turn of one.turns) box.append(element("pre", "", turn));
    box.append(element("h3", "", "Answer"), element("pre", "", one.text || "(none)"));
    if (one.model) box.append(element("h3", "", "Reviewer's answer"), element("pre", "", one.model));
    section(box, "Evidence", one.citations.map((c) => `[${c.n}] ${c.document} > ${c.section} (${c.date}): ${c.excerpt}`));
    section(box, "Verdicts", one.verdicts.map((v) => `${v.table}: ${Object.entries(v.inputs).map(([k, x]) => `${k}=${x}`).join(", ")} > ${v.outcome}`));
    section(box, "Passages", one.passages.map((p, i) => `${i + 1}. ${p.document} > ${p.section} (lexical ${p.lexical_rank ?? "-"}, vector ${p.vector_rank ?? "-"}): ${p.text}`));
    section(box, "Scores", Object.entries(one.scores).map(([name, value]) => `${name}: ${value}`));
    return box;
  };
  const card = (one) => {
    const box = element("article", one.passed ? "case" : "case failed");
    const button = element("button");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    const waited = one.ms === null ? "" : ` · ${one.ms.toFixed(1)} ms`;
    button.append(
      element("span", "question", one.turns[one.turns.length - 1]),
      element("span", "state", one.passed ? "passed" : "failed"),
      element("span", "meta", `${one.id} · ${one.kind} · expected ${one.expect}, did ${one.behaviour}${waited}`),
    );
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!open));
      if (open) box.lastChild.remove(); else box.append(detail(one));
    });
    box.append(button);
    return box;
  };
  const showMore = () => {
    for (const one of chosen.slice(shown, shown + PAGE)) list.append(card(one));
    shown = Math.min(chosen.length, shown + PAGE);
    more.hidden = shown === chosen.length;
  };
  const filter = () => {
    chosen = cases.filter(matches);
    shown = 0;
    list.replaceChildren();
    count.textContent = `${chosen.length} of ${cases.length} cases`;
    showMore();
  };
  document.getElementById("filters").addEventListener("input", filter);
  document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", showMore);
  filter();
})();
