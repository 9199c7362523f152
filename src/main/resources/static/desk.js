// The clerk's tools: a keyboard for the lists and pages of remarks, and what is typed is kept while it is typed.
// Every way that a key goes is a link, a field or a button of the page, which works without this script.
'use strict';

(() => {
  // ---- Keys. The choice to switch them off is all that this browser remembers. ----

  const OFF = 'portal.shortcuts';
  const dialog = document.getElementById('shortcuts');
  const door = document.getElementById('shortcuts-door');
  const box = document.getElementById('shortcuts-on');
  if (!dialog || !door || !box) return;

  const isOn = () => {
    try {
      return localStorage.getItem(OFF) !== 'off';
    } catch {
      return true;
    }
  };
  let on = isOn();

  const tellAssistiveTechnology = () => {
    document.querySelectorAll('[data-key]').forEach(element => {
      if (on) element.setAttribute('aria-keyshortcuts', element.dataset.key);
      else element.removeAttribute('aria-keyshortcuts');
    });
    document.querySelectorAll('[data-chord]').forEach(element =>
      element.setAttribute('aria-keyshortcuts', 'Control+' + element.dataset.chord));
  };
  tellAssistiveTechnology();

  box.checked = on;
  box.addEventListener('change', () => {
    on = box.checked;
    try {
      if (on) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, 'off');
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
    tellAssistiveTechnology();
  });
  door.hidden = false;
  door.querySelector('button').addEventListener('click', () => dialog.showModal());
  document.getElementById('shortcuts-close').addEventListener('click', () => dialog.close());

  const rows = [...document.querySelectorAll('a[data-row]')];
  const rowOf = element => rows.findIndex(link => link.closest('tr') === element?.closest?.('tr'));
  const moveBy = step => {
    const at = rowOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
    rows[next]?.focus();
  };
  const tick = () => {
    const at = rowOf(document.activeElement);
    if (at >= 0) rows[at].closest('tr').querySelector('input[type=checkbox]')?.click();
  };
  const goTo = element => {
    if (element.matches('a')) element.click();
    else element.focus();
  };

  const isTyping = element =>
    element.matches?.('textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])');

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || dialog.open) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const button = event.target.closest?.('form')?.querySelector(`[data-chord="${CSS.escape(key)}"]`);
      if (button) {
        event.preventDefault();
        button.form.requestSubmit(button);
      }
      return;
    }
    if (!on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '?') {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    if (rows.length && (event.key === 'j' || event.key === 'k')) {
      event.preventDefault();
      moveBy(event.key === 'j' ? 1 : -1);
      return;
    }
    if (rows.length && event.key === 'x') {
      tick();
      return;
    }
    if (event.key === 'o') {
      const answer = document.getElementById('rationale');
      if (answer) {
        event.preventDefault();
        answer.focus();
      }
      return;
    }
    const target = event.key.length === 1 && document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target) {
      event.preventDefault();
      goTo(target);
    }
  });

  // "#szukaj" in the address puts the reader into the search, and not only near it.
  if (location.hash === '#szukaj') document.getElementById('szukaj')?.focus();

  // ---- What is typed. The portal keeps it, not the browser: nothing is left on a computer that others use. ----

  const form = document.getElementById('answer-form');
  if (!form) return;
  const PAUSE = 1500;
  const AGAIN = 10000;
  const OUTLIVING = 60000;
  const kept = document.getElementById('kept');
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, {hour: '2-digit', minute: '2-digit'});
  let timer;
  let sending;
  let leaving = false;
  let changed = false;

  const say = what => {
    form.querySelectorAll('[data-when]').forEach(element => {
      element.hidden = element.dataset.when !== what;
    });
    if (what) kept.hidden = true;
  };

  const keep = async () => {
    window.clearTimeout(timer);
    if (!changed || leaving) return;
    sending?.abort();
    const mine = sending = new AbortController();
    changed = false;
    const body = new URLSearchParams(new FormData(form)).toString();
    try {
      const reply = await fetch(form.dataset.keep, {
        method: 'POST',
        headers: {'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8'},
        body,
        redirect: 'manual',
        // What may outlive its page is bounded by browsers to 64 KiB; what is longer would not be sent at all.
        keepalive: document.visibilityState === 'hidden' && body.length < OUTLIVING,
        signal: mine.signal,
      });
      if (reply.status === 204) {
        say('');
        kept.textContent = kept.dataset.words.replace('%', clock.format(new Date()));
        kept.hidden = false;
        return;
      }
      changed = true;
      const expired = reply.type === 'opaqueredirect' || reply.status === 401;
      say(expired ? 'expired' : 'refused');
      if (expired) timer = window.setTimeout(keep, AGAIN);
    } catch {
      if (mine.signal.aborted) return;
      changed = true;
      say('offline');
      timer = window.setTimeout(keep, AGAIN);
    }
  };

  form.addEventListener('input', () => {
    changed = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => {
    leaving = true;
    window.clearTimeout(timer);
    sending?.abort();
  });
  // A form that could not be sent is typed in again.
  window.addEventListener('pageshow', () => {
    leaving = false;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
  window.addEventListener('beforeunload', event => {
    if (changed && !leaving) event.preventDefault();
  });
})();
