// Keeps the page of one event's door on the phone, so that it opens without a network too. It looks after that page and no other;
// what the door knows and has still to send is kept by door.js.
'use strict';

const PATIENCE = 4000;
const cacheName = 'door-' + self.registration.scope.replace(/^.*\/wydarzenia\/|\/wejscie.*$/g, '');

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (/^\/(static|webjars)\//.test(url.pathname)) event.respondWith(file(request));
});

// What was kept of this very door, or of another door of the event: its script reads from the address which one it is.
const kept = async url => {
  const cache = await caches.open(cacheName);
  const door = new URL(url.pathname, url.origin);
  for (const name of ['sesja', 'drzwi']) {
    if (url.searchParams.get(name)) door.searchParams.set(name, url.searchParams.get(name));
  }
  return await cache.match(door.href, {ignoreVary: true})
    || await cache.match(door.href, {ignoreSearch: true, ignoreVary: true});
};

// A network that answers nothing is as good as none.
async function page(request, url) {
  const answer = fetch(request);
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE));
  try {
    const first = await Promise.race([answer, late]);
    if (first && first.status < 500) return first;
    return await kept(url) || await answer;
  } catch (error) {
    const page = await kept(url);
    if (page) return page;
    throw error;
  }
}

async function file(request) {
  const cache = await caches.open(cacheName);
  return await cache.match(request, {ignoreVary: true}) || fetch(request);
}
