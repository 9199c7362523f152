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
