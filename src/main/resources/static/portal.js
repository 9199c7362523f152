// What scripts add here is comfort only; every page works without them.
'use strict';

// A form is sent once: a second click while the first is on its way does nothing.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  window.setTimeout(() => delete form.dataset.sent, 4000);
});

// A form that came back with mistakes puts the reader at their list.
document.addEventListener('DOMContentLoaded', () => {
  const summary = document.querySelector('.error-summary');
  if (summary) summary.focus();
});

// What was done is said once: not again when the page is read anew, kept or passed on.
const address = new URL(window.location.href);
if (address.searchParams.has('zrobiono')) {
  address.searchParams.delete('zrobiono');
  window.history.replaceState(window.history.state, '', address);
}

// "Remark on this" opens the form beside the provision; without a script, or in a new tab, it is a page of its own.
document.addEventListener('click', event => {
  const button = event.target.closest('.act .unit-tools a.btn');
  if (!button || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.getElementById('beside')?.remove();
  window.htmx.ajax('GET', button.getAttribute('href'), {target: button.closest('.unit'), swap: 'afterend'})
    .then(() => document.querySelector('#beside textarea')?.focus());
});

// A text may grow past its limit, so that nothing pasted is cut off unseen; the count under its field tells.
const count = area => {
  const line = document.getElementById(area.id + '-longest');
  if (!line) return;
  const length = [...area.value].length;
  const over = length > Number(area.dataset.longest);
  line.textContent = line.dataset.counted.replace('%', length.toLocaleString(document.documentElement.lang));
  line.classList.toggle('field-error', over);
  if (over) line.setAttribute('role', 'status');
  else line.removeAttribute('role');
};
document.addEventListener('input', event => {
  if (event.target.matches('textarea[data-longest]')) count(event.target);
});
document.addEventListener('DOMContentLoaded', () =>
  document.querySelectorAll('textarea[data-longest]').forEach(area => area.value && count(area)));

// What is ticked in a long list and not saved yet is counted beside its button; whoever turns the page is asked before it is lost.
document.addEventListener('DOMContentLoaded', () => {
  const line = document.querySelector('[data-ticked]');
  const form = line && document.getElementById(line.dataset.ticked);
  if (!form) return;
  const many = () => [...form.elements].filter(field => field.type === 'checkbox' && field.checked).length;
  const tell = () => {
    line.textContent = many() ? line.dataset.words.replace('%', many()) : '';
  };
  let saving = false;
  form.addEventListener('submit', () => saving = true);
  document.addEventListener('change', tell);
  window.addEventListener('pageshow', () => {
    saving = false;
    tell();
  });
  window.addEventListener('beforeunload', event => {
    if (!saving && many()) event.preventDefault();
  });
});

// A file that is empty or too large is named at its field before anything is sent, so that nothing typed is at risk.
const refuse = input => {
  const id = input.id + '-unfit';
  document.getElementById(id)?.remove();
  const files = [...input.files];
  const words = files.some(file => file.size === 0)
    ? input.dataset.empty
    : files.some(file => input.dataset.most && file.size > Number(input.dataset.most) * 1048576)
      ? input.dataset.large
      : '';
  if (!words) return false;
  const line = document.createElement('p');
  line.id = id;
  line.className = 'field-error';
  line.setAttribute('role', 'alert');
  line.textContent = words;
  input.after(line);
  return true;
};
document.addEventListener('change', event => {
  if (event.target.matches('input[type=file]')) refuse(event.target);
});
document.addEventListener('submit', event => {
  const refused = [...event.target.querySelectorAll('input[type=file]')].filter(refuse);
  if (refused.length) {
    event.preventDefault();
    event.stopPropagation();
    refused[0].focus();
  }
}, true);

// Who stood at the door of an event has its list of people on the phone. It goes when they sign out, and a day after the event; what
// is still to be sent stays, because people came.
window.portalForgetDoors = async slugs => {
  const doors = JSON.parse(localStorage.getItem('portal.doors') || '{}');
  for (const slug of slugs) {
    delete doors[slug];
    if ('caches' in window) await caches.delete('door-' + slug);
    const registration = await navigator.serviceWorker?.getRegistration('/wydarzenia/' + slug + '/wejscie');
    if (registration?.scope.endsWith('/wejscie')) await registration.unregister();
  }
  await new Promise(resolve => {
    const request = indexedDB.open('portal-door');
    // One that was never made is not made here, where nobody knows what belongs into it.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => resolve();
    request.onsuccess = () => {
      const database = request.result;
      const stores = ['lists', 'doubts'].filter(name => database.objectStoreNames.contains(name));
      const end = () => {
        database.close();
        resolve();
      };
      if (!stores.length) return end();
      const transaction = database.transaction(stores, 'readwrite');
      transaction.oncomplete = transaction.onabort = end;
      for (const name of stores) {
        transaction.objectStore(name).openCursor().onsuccess = event => {
          const cursor = event.target.result;
          if (!cursor) return;
          if (slugs.includes(cursor.value.event)) cursor.delete();
          cursor.continue();
        };
      }
    };
  });
  localStorage.setItem('portal.doors', JSON.stringify(doors));
};
const doorsKept = () => {
  try {
    return JSON.parse(localStorage.getItem('portal.doors') || '{}');
  } catch {
    return {};
  }
};
const doorsOver = Object.entries(doorsKept()).filter(([, until]) => until < Date.now()).map(([slug]) => slug);
if (doorsOver.length) window.portalForgetDoors(doorsOver).catch(() => {});
// Whoever stood at a door without a network has in the phone who came; the portal learns of it when that door is opened.
const doorsWaiting = () => {
  try {
    return Object.keys(JSON.parse(localStorage.getItem('portal.waiting') || '{}')).filter(slug => /^[a-z0-9-]+$/.test(slug));
  } catch {
    return [];
  }
};
const tellOfDoors = words => {
  const main = document.getElementById('main');
  const slugs = doorsWaiting();
  document.getElementById('door-waits')?.remove();
  if (!main?.dataset.doorWaits || !slugs.length) return false;
  const note = document.createElement('div');
  note.id = 'door-waits';
  note.className = 'note note-warn no-print';
  note.setAttribute('role', 'alert');
  const line = document.createElement('p');
  line.textContent = words(main.dataset);
  note.append(line);
  for (const slug of slugs) {
    const link = document.createElement('a');
    link.href = '/wydarzenia/' + slug + '/wejscie';
    link.textContent = main.dataset.doorOpen;
    const row = document.createElement('p');
    row.append(link);
    note.append(row);
  }
  main.prepend(note);
  return true;
};
if (!document.getElementById('door')) tellOfDoors(words => words.doorWaits);
let warnedOfDoors = false;
document.addEventListener('submit', event => {
  const kept = Object.keys(doorsKept());
  if (!event.target.matches('form[action="/wylogowanie"]')) return;
  if (!warnedOfDoors && tellOfDoors(words => words.doorLeaving)) {
    warnedOfDoors = true;
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (!kept.length) return;
  event.preventDefault();
  window.portalForgetDoors(kept).catch(() => {}).finally(() => event.target.submit());
}, true);
