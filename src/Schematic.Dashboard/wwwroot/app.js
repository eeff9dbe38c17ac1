// What must work at once or without a circuit: theme, copying, menus, the navigation drawer, the state of the connection.
(() => {
  "use strict";
  const root = document.documentElement;
  const year = 365 * 24 * 60 * 60;

  const setCookie = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  };

  // Theme
  const markTheme = () => {
    for (const button of document.querySelectorAll("[data-set-theme]"))
      button.setAttribute("aria-pressed", String(button.dataset.setTheme === root.dataset.theme));
  };

  const setTheme = (theme) => {
    root.dataset.theme = theme;
    setCookie("schematic.theme", theme);
    markTheme();
  };

  // Height of rows
  const markDensity = () => {
    for (const button of document.querySelectorAll("[data-set-density]"))
      button.setAttribute("aria-pressed", String(button.dataset.setDensity === root.dataset.density));
  };

  const setDensity = (density) => {
    root.dataset.density = density;
    setCookie("schematic.density", density);
    markDensity();
  };

  // Copying
  const copy = async (button) => {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The clipboard is only there over https or on localhost: select and copy the old way.
      const area = document.createElement("textarea");
      area.value = text;
      area.style.cssText = "position:fixed;opacity:0";
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    const name = button.dataset.copyName ??= button.getAttribute("aria-label");
    button.classList.add("copied");
    button.setAttribute("aria-label", "Copied");
    clearTimeout(button.copyTimer);
    button.copyTimer = setTimeout(() => {
      button.classList.remove("copied");
      button.setAttribute("aria-label", name);
    }, 1600);
  };

  // Navigation drawer and menus
  const setNavigation = (open) => {
    root.classList.toggle("nav-open", open);
    document.querySelector("[data-nav-toggle]")?.setAttribute("aria-expanded", String(open));
    if (open)
      document.querySelector("#navigation a")?.focus();
  };

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details[data-menu][open]"))
      if (menu !== except)
        menu.open = false;
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target)
      return;
    const copied = target.closest("[data-copy]");
    if (copied) {
      event.preventDefault();
      copy(copied);
    }
    const theme = target.closest("[data-set-theme]");
    if (theme)
      setTheme(theme.dataset.setTheme);
    const density = target.closest("[data-set-density]");
    if (density)
      setDensity(density.dataset.setDensity);
    if (target.closest("[data-nav-toggle]"))
      setNavigation(!root.classList.contains("nav-open"));
    else if (target.closest("[data-nav-close], #navigation a"))
      setNavigation(false);
    if (target.closest("[data-reload]"))
      location.reload();
    target.closest("[data-dismiss]")?.parentElement.setAttribute("hidden", "");
    if (target.closest("[data-reconnect]"))
      reconnect();
    const chosen = target.closest("[data-menu=once] .menu-item");
    // A dialog that opens now gives the focus back to what stays in sight.
    chosen?.closest("details").querySelector("summary").focus();
    closeMenus(chosen || target.closest(".menu-panel a") ? null : target.closest("details[data-menu]"));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape")
      return;
    const menu = document.querySelector("details[data-menu][open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (root.classList.contains("nav-open")) {
      setNavigation(false);
      document.querySelector("[data-nav-toggle]")?.focus();
    }
  });

  document.addEventListener("toggle", () => {
    markTheme();
    markDensity();
  }, true);

  // Plain forms are sent once.
  document.addEventListener("submit", (event) => {
    const button = event.target.querySelector("[data-submit-once]");
    if (!button)
      return;
    if (button.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    button.setAttribute("aria-busy", "true");
    button.textContent = button.dataset.submitOnce;
  });

  // The first field that is refused gets the focus, unless something else is typed meanwhile.
  let sentForm;

  const focusInvalid = () => {
    const first = sentForm?.querySelector("[aria-invalid=true]");
    if (!first)
      return;
    sentForm = undefined;
    first.focus();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    sentForm = form;
    // One that is refused again for the same reason changes nothing that could be observed.
    setTimeout(() => { if (sentForm === form) focusInvalid(); }, 1000);
  });
  document.addEventListener("input", () => { sentForm = undefined; });
  new MutationObserver(focusInvalid).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-invalid"] });

  // The reader's own zone beside UTC
  document.addEventListener("pointerover", (event) => {
    const time = event.target instanceof Element ? event.target.closest("time[datetime]") : null;
    if (!time || time.dataset.zoned === time.dateTime)
      return;
    time.dataset.zoned = time.dateTime;
    const here = new Date(time.dateTime).toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short" });
    time.title = `${time.title.split("\n")[0]}\n${here} (${Intl.DateTimeFormat().resolvedOptions().timeZone})`;
  });

  // Connection. The client script writes its state into the class of this element; after its last attempt we go on asking.
  const bar = document.getElementById("components-reconnect-modal");
  let waiting;

  const reconnect = async () => {
    try {
      // True: the circuit is there again. False: the server no longer knows it.
      if (!(await Blazor.reconnect()))
        restarted();
    } catch {
      // Still away.
    }
  };

  const restarted = () => {
    clearInterval(waiting);
    bar.className = "reconnect components-reconnect-rejected";
    // A reload closes the dialog, and nothing opens it again; nor does it add rows to a form that was built by clicks.
    if (document.querySelector(".dialog-layer, [data-unsaved=true]:not([data-return])"))
      return;
    keepTyped();
    location.reload();
  };

  // A page that the server has forgotten is loaded anew, and what was typed is typed again. A draft that the browser keeps needs
  // none of it but what was never sent.
  const typedKey = "schematic.typed";
  const typed = new Set();
  const patience = 10_000;

  const typedFields = () => [...document.querySelectorAll("main :is(input, select, textarea):not([type=password], [type=file])")];

  const nameOf = (field) => (field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? field.name).trim();

  // Ids are new with each load: a field is known by its label, and by its place among those that share it.
  const placesOf = () => {
    const counts = new Map();
    return typedFields().map((field) => {
      const name = nameOf(field);
      counts.set(name, (counts.get(name) ?? -1) + 1);
      return { field, name, place: counts.get(name) };
    });
  };

  const keepTyped = () => {
    const returns = document.querySelector("[data-return=fields]");
    const fields = placesOf()
      .filter(({ field }) => typed.has(field) && (returns || pendingChange.has(field)))
      .map(({ field, name, place }) => ({ name, place, value: field.value, isChecked: field.checked }));
    sessionStorage.setItem(typedKey, JSON.stringify({ address: location.href, fields }));
  };

  const typeAgain = (field, { value, isChecked }) => {
    if (field.matches("[type=checkbox], [type=radio]")) {
      if (field.checked !== isChecked)
        field.click();
      return true;
    }
    // Its choices may still be on their way.
    if (field.matches("select") && ![...field.options].some((option) => option.value === value))
      return false;
    field.value = value;
    for (const type of ["input", "change"])
      field.dispatchEvent(new Event(type, { bubbles: true }));
    return field.value === value;
  };

  const tellLost = (fields) => {
    const lost = document.getElementById("typed-lost");
    lost.querySelector("span").textContent = fields.map(({ name, value }) => `${name}: ${value}`).join(" · ");
    lost.hidden = false;
  };

  const restoreTyped = () => {
    const kept = JSON.parse(sessionStorage.getItem(typedKey));
    sessionStorage.removeItem(typedKey);
    if (kept?.address !== location.href)
      return;
    let left = kept.fields;
    let mayContinue = true;
    const until = Date.now() + patience;
    const step = () => {
      if (!document.querySelector("main[inert]")) {
        const draft = mayContinue && document.querySelector("[data-continue-draft]");
        if (draft) {
          mayContinue = false;
          draft.click();
        }
        const places = placesOf();
        left = left.filter((old) => {
          const found = places.find(({ name, place }) => name === old.name && place === old.place);
          if (!found || found.field.disabled || (!typed.has(found.field) && !typeAgain(found.field, old)))
            return true;
          typed.add(found.field);
          return false;
        });
      }
      if (Date.now() < until && (left.length > 0 || mayContinue))
        setTimeout(step, 200);
      else if (left.length > 0)
        tellLost(left);
    };
    step();
  };

  const isTyped = (event) => event.isTrusted && event.target.matches("input, select, textarea");
  for (const type of ["input", "change"])
    document.addEventListener(type, (event) => { if (isTyped(event)) typed.add(event.target); }, true);

  // What was entered while the line was cut, or so shortly before that the cut had not shown yet, may never have been heard:
  // the client script drops it. Once the line is back, the fields send it again.
  const silence = 30_000;
  const entered = new Map();

  const isCut = () => bar?.matches(".components-reconnect-show, .components-reconnect-failed");

  const remember = (event) => {
    const field = event.target;
    if (!event.isTrusted || !field.matches("input, select, textarea"))
      return;
    if (!isCut()) {
      for (const [old, { at }] of entered)
        if (at < event.timeStamp - silence)
          entered.delete(old);
    }
    // Replaying text twice gives the same text. Replaying a choice could undo what was done after it.
    if (isCut() || !field.matches("select, [type=checkbox], [type=radio]"))
      entered.set(field, { at: event.timeStamp, types: new Set(entered.get(field)?.types).add(event.type) });
  };
  document.addEventListener("input", remember, true);
  document.addEventListener("change", remember, true);

  // A field is bound to "change", which the browser does not always raise: a list of suggestions that opens or fills meanwhile can
  // swallow it. Raise a missed change event on blur.
  const pendingChange = new WeakSet();
  const note = (event) => {
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement))
      return;
    if (event.type === "input")
      pendingChange.add(event.target);
    else if (!pendingChange.delete(event.target) || event.type === "change")
      return;
    else
      event.target.dispatchEvent(new Event("change", { bubbles: true }));
  };
  for (const type of ["input", "change", "focusout"])
    document.addEventListener(type, note, true);

  const replayInput = () => {
    const fields = [...entered];
    entered.clear();
    for (const [field, { types }] of fields)
      for (const type of types)
        if (field.isConnected)
          field.dispatchEvent(new Event(type, { bubbles: true }));
  };

  restoreTyped();

  if (bar) {
    let wasCut = false;
    new MutationObserver(() => {
      if (wasCut && bar.classList.contains("components-reconnect-hide"))
        replayInput();
      wasCut = isCut();
      if (bar.classList.contains("components-reconnect-rejected")) {
        if (!bar.dataset.restarted) {
          bar.dataset.restarted = "true";
          restarted();
        }
      } else if (bar.classList.contains("components-reconnect-failed")) {
        clearInterval(waiting);
        waiting = setInterval(reconnect, 5000);
      } else {
        clearInterval(waiting);
      }
    }).observe(bar, { attributes: true, attributeFilter: ["class"] });
  }

  // Back leads to where one was in a list. Its rows come after the page, so the browser itself returns to an empty one.
  const positions = new Map();
  let returnTo;

  const stopReturning = () => { returnTo = undefined; };

  addEventListener("scroll", () => {
    if (returnTo === undefined)
      positions.set(location.href, scrollY);
  }, { passive: true });
  for (const type of ["wheel", "touchstart", "pointerdown", "keydown"])
    addEventListener(type, stopReturning, { passive: true });

  addEventListener("popstate", () => {
    returnTo = positions.get(location.href);
    const address = location.href;
    const until = performance.now() + patience;
    let since;
    const step = (now) => {
      if (returnTo === undefined || location.href !== address)
        return;
      if (root.scrollHeight - innerHeight >= returnTo) {
        since ??= now;
        scrollTo(0, returnTo);
      }
      // The new page puts its focus on the heading, and scrolls there, once.
      if (now > until || now > since + 400)
        stopReturning();
      else
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });

  // A page that is left says so, so that its circuit need not wait for its return. The client script does it on "unload", which
  // browsers are giving up: https://developer.chrome.com/docs/web-platform/deprecating-unload. One that may come back by the Back
  // button keeps its circuit for as long as one whose line was cut: it reconnects, or reloads where the circuit is gone by then.
  addEventListener("pagehide", (event) => {
    if (!event.persisted)
      window.Blazor?.disconnect?.();
  });

  // Dragging by a handle shows what it stands for, and what is like it can be dropped on. Firefox drags nothing without data.
  let dragged;

  document.addEventListener("dragstart", (event) => {
    dragged = event.target instanceof Element ? event.target.closest("[data-drag]")?.dataset.drag : undefined;
    if (!dragged)
      return;
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(event.target.closest(dragged), 16, 16);
  });

  for (const name of ["dragenter", "dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      if (dragged && event.target instanceof Element && event.target.closest(dragged))
        event.preventDefault();
    });
  }

  document.addEventListener("dragend", () => { dragged = undefined; });

  // Cells of a sheet: arrows and Enter move between them, Escape restores one. Sideways only from the edge of the text, so that
  // it can still be edited. Here and not on the server, which would be felt with each key.
  const besides = { ArrowLeft: -1, ArrowRight: 1 };
  const below = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

  const moveInSheet = (event) => {
    const cell = event.target instanceof Element && event.target.closest("[data-sheet] [data-cell]");
    if (!cell || event.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      return;
    if (event.key === "Escape" && cell.dataset.was !== undefined) {
      if (cell.value === cell.dataset.was)
        return;
      cell.value = cell.dataset.was;
      cell.dispatchEvent(new Event("change", { bubbles: true }));
      event.preventDefault();
      return;
    }
    const [row, column] = [cell.closest("tr"), cell.closest("td")];
    let to;
    if (event.key in below && !(event.key === "Enter" && cell.tagName === "A")) {
      const step = event.key === "Enter" && event.shiftKey ? -1 : below[event.key];
      to = (step < 0 ? row.previousElementSibling : row.nextElementSibling)?.children[column.cellIndex];
    } else if (event.key in besides && !event.shiftKey) {
      const isInput = cell.tagName === "INPUT";
      const isAll = isInput && cell.value.length > 0 && cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
      const edge = isInput && (besides[event.key] < 0 ? cell.selectionEnd === 0 : cell.selectionStart === cell.value.length);
      if (isInput && !isAll && !edge)
        return;
      to = besides[event.key] < 0 ? column.previousElementSibling : column.nextElementSibling;
    } else {
      return;
    }
    event.preventDefault();
    const next = to?.querySelector("[data-cell]");
    next?.focus();
    next?.select?.();
    // Nothing is left at the edge, and what was typed counts all the same.
    if (!next)
      cell.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // The first click selects what the cell holds, so that typing replaces it; the next one sets the caret.
  let pointedCell;

  const pointAtCell = (event) => {
    const cell = event.target instanceof Element && event.target.closest("[data-sheet] input[data-cell]");
    pointedCell = cell && cell !== document.activeElement ? cell : undefined;
  };

  const selectPointedCell = (event) => {
    if (pointedCell && event.target === pointedCell && pointedCell.selectionStart === pointedCell.selectionEnd)
      pointedCell.select();
    pointedCell = undefined;
  };

  document.addEventListener("keydown", moveInSheet);
  document.addEventListener("pointerdown", pointAtCell);
  document.addEventListener("click", selectPointedCell);

  // Comboboxes: the server fills the list, the keys work here. A choice is a click on an option. "data-answered" says what was
  // searched for: Enter waits for the answer to what is typed, and does not choose what an earlier text found.
  const boxOf = (target) => target instanceof Element ? target.closest("[data-combobox]") : null;
  const inputOf = (box) => box.querySelector("[role=combobox]");
  const staysOpen = (box) => box.dataset.combobox === "always";

  const activate = (box, option) => {
    for (const other of box.querySelectorAll("[role=option][aria-selected=true]"))
      other.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option)
      inputOf(box).setAttribute("aria-activedescendant", option.id);
    else
      inputOf(box).removeAttribute("aria-activedescendant");
  };

  const setExpanded = (box, isExpanded) => {
    if (staysOpen(box))
      return;
    box.toggleAttribute("data-open", isExpanded);
    inputOf(box).setAttribute("aria-expanded", String(isExpanded));
    if (!isExpanded)
      activate(box, null);
  };

  const steps = { ArrowDown: 1, ArrowUp: -1 };

  const moveInOptions = (box, step) => {
    const options = [...box.querySelectorAll("[role=option]")];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (options.length > 0)
      activate(box, options[at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length]);
  };

  const enterOption = (box, event) => {
    if (!staysOpen(box) && !box.hasAttribute("data-open"))
      return;
    const text = inputOf(box).value.trim();
    const active = box.querySelector("[role=option][aria-selected=true]");
    if (!active && text === "" && !staysOpen(box))
      return;
    event.preventDefault();
    if (box.querySelector("[role=listbox]").dataset.answered === text || (active && text === ""))
      active?.click();
    else
      box.dataset.entered = text;
  };

  document.addEventListener("keydown", (event) => {
    const box = boxOf(event.target);
    if (!box || event.target !== inputOf(box) || event.isComposing)
      return;
    if (event.key in steps) {
      event.preventDefault();
      setExpanded(box, true);
      moveInOptions(box, steps[event.key]);
    } else if (event.key === "Enter") {
      enterOption(box, event);
    } else if (event.key === "Escape" && box.hasAttribute("data-open")) {
      event.stopPropagation();
      setExpanded(box, false);
    }
  }, true);

  // Pointing at an option must not take the focus out of the field, which would close the list below the pointer.
  document.addEventListener("pointerdown", (event) => {
    const box = boxOf(event.target);
    if (box && event.target === inputOf(box))
      setExpanded(box, true);
  });
  document.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-combobox] [role=listbox]"))
      event.preventDefault();
  });
  document.addEventListener("input", (event) => {
    const box = boxOf(event.target);
    if (!box || event.target !== inputOf(box))
      return;
    delete box.dataset.entered;
    setExpanded(box, true);
  });
  document.addEventListener("focusout", (event) => {
    const box = boxOf(event.target);
    if (box && !box.contains(event.relatedTarget))
      setExpanded(box, false);
  });
  document.addEventListener("click", (event) => {
    const option = event.target instanceof Element && event.target.closest("[data-combobox] [role=option]");
    if (option)
      setExpanded(boxOf(option), false);
  });

  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const box = boxOf(target);
      const text = box && inputOf(box).value.trim();
      if (!box || target.dataset.answered !== text)
        continue;
      activate(box, text === "" && !staysOpen(box) ? null : target.querySelector("[role=option]"));
      if (box.dataset.entered === text) {
        delete box.dataset.entered;
        target.querySelector("[role=option]")?.click();
      }
    }
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-answered"] });

  // Dialogs: the server draws them; here is who has the focus. Whatever lies below the topmost one is inert, which keeps Tab
  // within it, and the bar that says a connection is lost within reach.
  const layers = document.getElementsByClassName("dialog-layer");
  const focusable = "a[href], button:not([disabled]), input:not([disabled], [type=hidden]), select:not([disabled]), textarea:not([disabled]), [tabindex='0']";
  const openers = new Map();

  const syncDialogs = () => {
    const open = [...layers];
    const top = open.at(-1);
    const isNew = top && !openers.has(top);
    if (isNew)
      openers.set(top, document.activeElement);
    let opener = null;
    for (const [layer, focused] of [...openers].reverse())
      if (!layer.isConnected) {
        opener = focused;
        openers.delete(layer);
      }
    document.querySelector(".frame")?.toggleAttribute("inert", open.length > 0);
    for (const layer of open)
      layer.toggleAttribute("inert", layer !== top);
    if (isNew)
      (top.querySelector(".dialog-body")?.querySelector(focusable) ?? top.querySelector(".dialog")).focus();
    else if (opener && (document.activeElement ?? document.body) === document.body)
      (opener.isConnected ? opener : document.querySelector("h1"))?.focus();
  };

  let shown = 0;
  new MutationObserver(() => {
    if (layers.length !== shown || (shown > 0 && !openers.has(layers[shown - 1]))) {
      shown = layers.length;
      syncDialogs();
    }
  }).observe(document.body, { subtree: true, childList: true });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented)
      layers[layers.length - 1]?.querySelector("[data-dialog-close]")?.click();
  });

  // What is fixed at the bottom says how high it is, so that the page leaves room: nothing that is to be clicked or has the
  // focus comes to lie under it.
  const fixed = { "--dock": "save-dock", "--toasts": "toasts" };
  const heights = new ResizeObserver(() => measureFixed());
  const measured = new Set();

  const measureFixed = () => {
    for (const [variable, name] of Object.entries(fixed)) {
      const element = document.getElementsByClassName(name)[0];
      root.style.setProperty(variable, `${element?.offsetHeight ?? 0}px`);
      if (element && !measured.has(element)) {
        measured.add(element);
        heights.observe(element);
      }
    }
    for (const element of measured)
      if (!element.isConnected) {
        heights.unobserve(element);
        measured.delete(element);
      }
  };

  // An element that goes is resized to nothing, one that comes is looked for.
  new MutationObserver(() => {
    for (const name of Object.values(fixed)) {
      const element = document.getElementsByClassName(name)[0];
      if (element && !measured.has(element))
        measureFixed();
    }
  }).observe(document.body, { subtree: true, childList: true });
  measureFixed();

  // The search in the top bar. A native dialog keeps the focus inside, closes on Escape and gives the focus back.
  const palette = () => document.querySelector("dialog[data-search]");

  const openSearch = () => {
    const dialog = palette();
    if (!dialog || dialog.open)
      return;
    closeMenus();
    dialog.showModal();
    const input = dialog.querySelector("input");
    input.focus();
    input.select();
    activate(boxOf(input), dialog.querySelector("[role=option]"));
  };

  const isWriting = (target) => target instanceof Element && target.closest("input, select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const isShortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    if ((!isShortcut && !isSlash) || !palette() || document.querySelector(".dialog-layer"))
      return;
    event.preventDefault();
    if (isShortcut && palette().open)
      palette().close();
    else
      openSearch();
  });

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-search-open]"))
      openSearch();
    else if (target?.closest("[data-search-close], [data-search] [role=option]") || target?.matches("dialog[data-search]"))
      palette().close();
  });

  if (/Mac|iPhone|iPad/.test(navigator.platform))
    root.classList.add("is-mac");

  window.schematic = {
    // The circuit of this page is refused: shown in place of the sentence for any error.
    tooManyPages() {
      const error = document.getElementById("blazor-error-ui");
      error.firstChild.textContent = "Too many pages of the console are open. Close some of them. ";
      error.style.display = "block";
    },
    rememberEnvironment: (cookie, id) => setCookie(cookie, id),
    // A file that the circuit sends piece by piece.
    saveFile: async (name, type, stream) => {
      const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
      const link = document.createElement("a");
      [link.href, link.download] = [url, name];
      link.click();
      URL.revokeObjectURL(url);
    },
    // Charts need a script that no other page loads.
    loadScript(source) {
      const loaded = document.querySelector(`script[src="${source}"]`);
      if (loaded?.dataset.loaded)
        return Promise.resolve();
      const script = loaded ?? Object.assign(document.createElement("script"), { src: source });
      const done = new Promise((resolve, reject) => {
        script.addEventListener("load", () => {
          script.dataset.loaded = "true";
          resolve();
        });
        script.addEventListener("error", () => {
          script.remove();
          reject(new Error(`${source} cannot be loaded.`));
        });
      });
      if (!loaded)
        document.head.append(script);
      return done;
    },
    // What was opened from the search last.
    recent: {
      read: (key) => localStorage.getItem(key),
      write: (key, text) => localStorage.setItem(key, text),
    },
    // Read in pieces: what the browser sends in one message is limited.
    draft: {
      read: (key, from, length) => localStorage.getItem(key)?.substring(from, from + length) ?? null,
      write: (key, text) => localStorage.setItem(key, text),
      remove: (key) => localStorage.removeItem(key),
    },
  };
  markTheme();
  markDensity();
})();
