"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const { records } = JSON.parse(byId("data").textContent);
  const [text, lists, card, status, form] = ["text", "lists", "card", "status", "filters"].map(byId);
  const items = [...lists.querySelectorAll("ol > li")];
  const segments = [...text.querySelectorAll(".s")];
  const refs = new Map([...text.querySelectorAll(".ref")].map((ref) => [ref.dataset.n, ref]));
  const positions = new Map(records.map((record, i) => [record.n, i]));
  const shown = records.map(() => true);
  let chosen = -1;
  document.documentElement.classList.add("scripted");

  // A segment says "3.0 7.1": mark 3 in lane 0 and mark 7 in lane 1.
  const marks = (segment) => segment.dataset.m.split(" ").map((pair) => pair.split(".").map(Number));

  const draw = (segment) => {
    const names = ["s"];
    for (const [mark, lane] of marks(segment)) {
      if (shown[mark]) names.push(`l${lane}-${records[mark].s}`);
      if (mark === chosen) names.push("on");
    }
    segment.className = names.join(" ");
  };

  const matches = (record) => {
    const { domain, party } = form.elements;
    if (!form.elements[`show-${record.s}`]?.checked) return false;
    if (domain.value && !record.d.some((d) => d === domain.value || d.startsWith(`${domain.value}.`))) return false;
    return !party.value || record.p.includes(party.value);
  };

  const apply = () => {
    let count = 0;
    records.forEach((record, i) => {
      shown[i] = matches(record);
      count += shown[i];
      items[i].hidden = !shown[i];
      const ref = refs.get(record.n);
      if (ref) ref.hidden = !shown[i];
    });
    for (const section of lists.children) section.hidden = !section.querySelector("li:not([hidden])");
    segments.forEach(draw);
    status.textContent = `${count} of ${records.length} records`;
    hideCard();
  };

  // What decided a record is shown in the text without further elements, where the browser can.
  let nodes = null;
  const range = ([start, end]) => {
    if (!nodes) {
      nodes = [];
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let at = 0, node; (node = walker.nextNode()); ) {
        nodes.push([at, node]);
        at += node.length;
      }
    }
    const find = (offset) => {
      let low = 0, high = nodes.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (nodes[middle][0] <= offset) low = middle;
        else high = middle - 1;
      }
      return nodes[low];
    };
    const [first, begin] = find(start), [last, finish] = find(end - 1);
    const made = new Range();
    made.setStart(begin, start - first);
    made.setEnd(finish, end - last);
    return made;
  };
  const showCues = (places) => {
    if (!globalThis.Highlight || !CSS.highlights) return;
    CSS.highlights.set("cue", new Highlight(...places.map(range)));
  };

  const choose = (i, { from } = {}) => {
    const before = chosen;
    chosen = i;
    segments.filter((s) => marks(s).some(([m]) => m === i || m === before)).forEach(draw);
    showCues(i < 0 ? [] : records[i].x);
    if (before >= 0 && before !== i) items[before].firstElementChild.open = false;
    if (i < 0) return;
    if (!shown[i]) { // a record that is asked for is shown
      form.reset();
      apply();
    }
    const details = items[i].firstElementChild;
    details.open = true;
    if (from !== "list") {
      details.scrollIntoView({ block: "nearest" });
      history.replaceState(null, "", `#${records[i].n}`);
    }
  };

  const hideCard = () => { card.hidden = true; };
  const showCard = (segment) => {
    const over = marks(segment).map(([m]) => m).filter((m) => shown[m]);
    if (!over.length) return hideCard();
    card.replaceChildren(...over.map((m) => {
      const line = document.createElement("p");
      const { n, h, r } = records[m];
      line.textContent = [`${n} ${records[m].s}`, h, r].filter(Boolean).join(" · ");
      return line;
    }));
    card.hidden = false;
    const box = segment.getClientRects()[0] ?? segment.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    card.style.left = `${Math.max(0, left) + scrollX}px`;
    const above = box.top - card.offsetHeight - 6;
    card.style.top = `${(above > 0 ? above : box.bottom + 6) + scrollY}px`;
  };

  // The listeners stand on the two regions, however many marks there are.
  text.addEventListener("click", (event) => {
    const segment = event.target.closest(".s");
    if (!segment || event.target.closest("a") || !getSelection().isCollapsed) return;
    const over = marks(segment).map(([m]) => m).filter((m) => shown[m]).reverse();
    if (over.length) choose(over[(over.indexOf(chosen) + 1) % over.length]);
  });
  text.addEventListener("pointerover", (event) => {
    const segment = event.target.closest(".s");
    if (segment) showCard(segment);
    else hideCard();
  });
  text.addEventListener("pointerleave", hideCard);
  text.addEventListener("focusin", (event) => {
    const segment = event.target.closest(".ref")?.previousElementSibling;
    if (segment?.matches(".s")) showCard(segment);
  });
  text.addEventListener("focusout", hideCard);
  // `toggle` does not bubble, but it can be caught on the way down.
  lists.addEventListener("toggle", (event) => {
    const i = positions.get(event.target.id);
    if (event.target.open && i !== chosen) choose(i, { from: "list" });
    else if (!event.target.open && i === chosen) choose(-1);
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hideCard();
    if (chosen >= 0) choose(-1);
  });
  const follow = () => {
    const i = positions.get(location.hash.slice(1));
    if (i === undefined) return;
    choose(i);
    items[i].querySelector("summary").focus();
  };
  addEventListener("hashchange", follow);
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply)); // only then are the fields as they were
  follow();
})();
