// The door of an event on a phone: reads tickets with the camera, answers from a list that it keeps, and remembers who came until
// the portal has been told. Without this script the page is four forms, which work as long as there is a network.
'use strict';

(async () => {
  const page = document.getElementById('door');
  if (!page || !window.indexedDB || !window.crypto?.subtle) return;

  const here = page.dataset.here;
  const slug = page.dataset.event;
  // The page may have been kept for another door of the same event; the address tells which one this is.
  const asked = new URLSearchParams(window.location.search);
  const session = Number(asked.get('sesja') || 0) || null;
  const door = asked.get('drzwi') || '';
  const byId = id => document.getElementById(id);

  const words = {};
  byId('door-words').content.querySelectorAll('[data-word]').forEach(one => words[one.dataset.word] = one.textContent);
  const say = (name, ...values) => values.reduce((text, value, at) => text.replace('%' + (at + 1), value), words[name] ?? '');
  const plural = new Intl.PluralRules(page.dataset.lang);
  const counted = (name, number) =>
    (words[name + '.' + plural.select(number)] ?? words[name + '.other']).replace(/\d+/, number);
  const clock = millis => new Date(millis).toLocaleTimeString('pl-PL',
    {hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Warsaw'});

  // ---- What is kept on the phone ----

  const opening = new Promise((resolve, reject) => {
    const request = indexedDB.open('portal-door', 2);
    request.onupgradeneeded = () => {
      const make = (name, options) => {
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, options);
      };
      make('lists', {keyPath: 'event'});
      make('queue', {keyPath: 'number', autoIncrement: true});
      make('doubts', {keyPath: 'id'});
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  // A phone that keeps nothing has the forms of the page, which work without this script.
  try {
    await opening;
  } catch {
    return;
  }
  const stored = async (store, mode, work) => {
    const database = await opening;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  };
  const ofEvent = async store => (await stored(store, 'readonly', all => all.getAll())).filter(one => one.event === slug);
  // What is read is written in the same transaction, so that nothing comes between.
  const within = async (store, work) => {
    const database = await opening;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite');
      const result = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  };
  const keep = (store, value) => stored(store, 'readwrite', all => all.put(value));
  const drop = (store, key) => stored(store, 'readwrite', all => all.delete(key));

  let list = null;
  let offline = !navigator.onLine;
  let signedOut = false;
  let closed = false;
  let troubled = false;

  const mark = until => {
    const doors = JSON.parse(localStorage.getItem('portal.doors') || '{}');
    if (until) doors[slug] = until;
    else delete doors[slug];
    localStorage.setItem('portal.doors', JSON.stringify(doors));
  };

  const loadList = async () => {
    const reply = await fetch(here + '/lista', {headers: {Accept: 'application/json'}, cache: 'no-store'});
    if (reply.status === 401) {
      signedOut = true;
      // Long enough to sign in again; a phone that somebody else holds has no business with the list.
      if (list && !list.refused) await keep('lists', list = {...list, refused: Date.now()});
    }
    if (!reply.ok || reply.redirected) return;
    if (reply.status === 204) {
      offline = false;
      signedOut = false;
      return forgetList();
    }
    const fresh = await reply.json();
    const before = Date.now();
    list = {event: slug, fetched: before, ahead: before - fresh.now, ...fresh};
    // Who came and is not known there yet is in all the same.
    for (const one of await ofEvent('queue')) if (one.in) list.in.push(one.in);
    await keep('lists', list);
    mark(list.keepUntil + list.ahead);
    offline = false;
    signedOut = false;
  };

  // What waits to be sent stays, and so does the page while something waits.
  const forgetList = async () => {
    list = null;
    if ((await ofEvent('queue')).length) await drop('lists', slug);
    else await window.portalForgetDoors([slug]);
    byId('door-found').replaceChildren();
  };
  const mustForget = () => list && (Date.now() > list.keepUntil + list.ahead
    || list.refused && Date.now() > list.refused + Number(page.dataset.grace));

  const keepPage = async () => {
    if (!('caches' in window)) return;
    const cache = await caches.open('door-' + slug);
    const address = new URL(here, window.location.origin);
    if (session) address.searchParams.set('sesja', session);
    if (door) address.searchParams.set('drzwi', door);
    const reply = await fetch(address, {headers: {Accept: 'text/html'}});
    if (reply.ok && !reply.redirected) await cache.put(address, reply);
    const files = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src]')]
      .map(one => one.href || one.src);
    if (!reads()) files.push(new URL(page.dataset.reader, window.location.origin).href);
    for (const file of files) if (!await cache.match(file)) await cache.add(file);
  };

  // ---- What is answered ----

  const readCode = typed => {
    const code = typed.toUpperCase().replace(/[\s\u00a0\u2010-\u2015-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
    return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : null;
  };
  const hash = async code => {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
    return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('').slice(0, 32);
  };
  const judge = person => {
    if (person.state !== 'LET_IN') return person.state;
    const places = session ? person.places.filter(place => place.session === session) : person.places;
    const booked = places.filter(place => place.state === 'BOOKED');
    if (booked.some(place => place.mode === 'ON_SITE')) return 'LET_IN';
    if (booked.length) return 'ONLINE_ONLY';
    if (places.length) return 'WAITING_ONLY';
    return person.places.length ? 'OTHER_SESSION' : 'NO_PLACE';
  };
  const overruled = ['ONLINE_ONLY', 'WAITING_ONLY', 'OTHER_SESSION', 'NO_PLACE', 'NOT_CONFIRMED', 'UNKNOWN_HERE'];
  const isIn = answer => answer === 'LET_IN' || answer === 'ALREADY_IN';

  // Who was let in without having registered is known by the number of that entry until the portal gives them one.
  const same = (one, other) => Boolean(one.attendee && one.attendee === other.attendee
    || one.walkIn && one.walkIn === other.walkIn
    || one.pending && one.pending === other.pending);
  const whenIn = who => list?.in.find(one => (one.session ?? null) === session && same(one, who));

  const isOpen = () => {
    const time = session ? list?.sessions.find(one => one.id === session) : list;
    const now = Date.now() - (list?.ahead ?? 0);
    return !time?.opens || now >= time.opens && now < time.closes;
  };

  // What the phone itself would answer.
  const answerHere = async item => {
    const about = {id: item.id, name: item.name ?? '', organisation: item.organisation ?? ''};
    if (!isOpen()) return {...about, answer: 'NOT_THE_DAY'};
    if (item.kind === 'walk-in') return {...about, answer: 'LET_IN', since: item.at, pending: item.id};
    let person = null;
    if (item.kind === 'ticket') {
      const key = await hash(readCode(item.code));
      person = list?.people.find(one => one.hash === key);
      if (!person) return {...about, answer: item.despite ? 'LET_IN' : 'UNKNOWN_HERE', since: item.at};
    } else if (item.attendee) {
      person = list?.people.find(one => one.id === item.attendee);
    }
    const known = person
      ? {...about, name: person.name, organisation: person.organisation, attendee: person.id}
      : {...about, walkIn: item.walkIn, pending: item.entry, name: item.shown ?? about.name};
    const before = whenIn(known);
    if (before) return {...known, answer: 'ALREADY_IN', since: before.since, door: before.door};
    const judged = person ? judge(person) : 'LET_IN';
    if (judged === 'LET_IN' || item.despite && overruled.includes(judged)) {
      return {...known, answer: 'LET_IN', since: item.at, despite: judged === 'LET_IN' ? null : judged};
    }
    return {...known, answer: judged};
  };

  // ---- What is sent ----

  const waiting = new Map();
  let sending = Promise.resolve();

  const post = batch => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20000);
    return fetch(here + '/wpisy', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Accept: 'application/json'},
      body: JSON.stringify({now: Date.now(), entries: batch.map(one => one.sent)}),
      signal: stop.signal
    }).finally(() => clearTimeout(timer));
  };

  // One after another, so that what comes while a batch is on its way goes with the next.
  // While it is known that there is no network nothing is tried: what was never tried can be taken back without a trace.
  const send = () => {
    if (offline) return showState();
    sending = sending.then(sendAll).catch(() => { offline = true; }).then(() => showState());
    return sending;
  };
  // Whether the portal got it is not known any more from here on, even when no answer comes. What was taken back meanwhile is gone.
  const claim = batch => within('queue', queue => {
    const still = [];
    for (const one of batch) {
      queue.get(one.number).onsuccess = event => {
        const row = event.target.result;
        if (!row) return;
        row.tried = true;
        queue.put(row);
        still.push(row);
      };
    }
    return still;
  });
  const sendAll = async () => {
    const failed = new Set();
    let most = 50;
    let inARow = 0;
    troubled = false;
    for (;;) {
      // What the portal could not take in waits for the next time, with what takes it back; the others do not wait for it.
      const waits = (await ofEvent('queue')).filter(one => !failed.has(one.sent.id) && !failed.has(one.sent.of));
      if (!waits.length || closed) return;
      const batch = await claim(waits.slice(0, most));
      if (!batch.length) continue;
      const reply = await post(batch);
      if (reply.status === 401 || reply.status === 403) {
        signedOut = true;
        return;
      }
      // The portal answers: this is no lack of a network.
      offline = false;
      if (!reply.ok) {
        troubled = true;
        if (batch.length > 1) {
          most = 1;
        } else {
          failed.add(batch[0].sent.id);
          if (++inARow === 3) return;
        }
        continue;
      }
      inARow = 0;
      signedOut = false;
      const came = await reply.json();
      for (const answer of came.entries) {
        if (answer.answer === 'FAILED') {
          troubled = true;
          failed.add(answer.id);
        } else {
          await settle(batch.find(one => one.sent.id === answer.id), answer);
        }
      }
      // Of what it said nothing about it is not asked again and again.
      for (const one of batch) if (!came.entries.some(answer => answer.id === one.sent.id)) failed.add(one.sent.id);
      showCounts(came.numbers);
      showState();
    }
  };

  // The portal has answered: the entry leaves the phone, and what the phone said otherwise is shown to a person.
  const settle = async (one, answer) => {
    if (!one) return;
    const expects = waiting.get(one.sent.id);
    if (answer.answer === 'TAKEN_BACK') return drop('queue', one.number);
    if (!expects && !isIn(answer.answer) && isIn(one.said) && !one.sent.letIn) {
      // The phone had let them in before the portal answered. It is told so, and keeps it for the office.
      await keep('queue', {...one, sent: {...one.sent, letIn: true}});
      return;
    }
    await drop('queue', one.number);
    if (isIn(answer.answer)) {
      remember({entry: one.sent.id, attendee: answer.attendee, walkIn: answer.walkIn,
        pending: one.sent.kind === 'walk-in' ? one.sent.id : one.sent.entry ?? null, session: one.sent.session ?? null, since: answer.since,
        door: answer.door, name: answer.attendee ? '' : answer.name, organisation: answer.organisation});
    } else {
      forget(one.sent.id);
    }
    if (shown === one.sent.id) byId('door-answer').querySelector('.door-later')?.remove();
    if (expects) expects(answer);
    else if (answer.mistyped) await doubt(one, answer);
    else if (one.said !== answer.answer) await doubt(one, answer);
  };

  const remember = one => {
    if (!list) return;
    list.in = list.in.filter(other => !(other.entry && one.entry && other.entry === one.entry));
    if (one.walkIn && one.pending) list.in.filter(other => other.pending === one.pending).forEach(other => other.walkIn = one.walkIn);
    if (!list.in.some(other => (other.session ?? null) === (one.session ?? null) && same(other, one))) list.in.push(one);
    keep('lists', list).catch(() => {});
  };
  const forget = entry => {
    if (!list) return;
    list.in = list.in.filter(one => one.entry !== entry);
    keep('lists', list).catch(() => {});
  };

  const doubt = async (one, answer) => {
    await keep('doubts', {id: one.sent.id, event: slug, at: one.sent.at, session: one.sent.session ?? null,
      code: answer.name ? '' : one.sent.code ?? '', ...answer, name: answer.name || one.name || ''});
    if (shown === one.sent.id) showAnswer(answer);
    showDoubts();
  };

  const hurry = ms => new Promise(resolve => setTimeout(() => resolve(null), ms));

  // Somebody is at the door: asked of the portal while it answers quickly, else answered from the list and sent later.
  const arrive = async item => {
    item = {id: crypto.randomUUID(), at: Date.now(), session, door, ...item};
    const own = await answerHere(item);
    const told = offline || signedOut ? null : new Promise(resolve => waiting.set(item.id, resolve));
    if (!told && !isIn(own.answer)) return showAnswer({...own, item});
    // Of whom the list has, neither the code nor the name is kept once more.
    const {code, shown: named, ...rest} = item;
    const listed = own.attendee ? {...rest, attendee: own.attendee} : code ? {...rest, code} : rest;
    const entry = {event: slug, sent: told || !isIn(own.answer) ? listed : {...listed, letIn: true}, said: own.answer, tried: false,
      name: own.attendee ? '' : own.name};
    if (isIn(own.answer)) {
      entry.in = {entry: item.id, attendee: own.attendee ?? null, walkIn: own.walkIn ?? null, pending: own.pending ?? null, session,
        since: item.at, door, name: own.attendee ? '' : own.name, organisation: own.attendee ? '' : own.organisation};
    }
    try {
      entry.number = await keep('queue', entry);
    } catch {
      waiting.delete(item.id);
      return direct(entry, item);
    }
    const sent = send();
    const answer = told && await Promise.race([told, sent.then(() => hurry(50)), hurry(2500)]);
    waiting.delete(item.id);
    if (!answer && !isIn(own.answer)) {
      // The phone says no, and the portal could not be asked: nothing is left to be told, unless it is on its way.
      await within('queue', queue => {
        queue.get(entry.number).onsuccess = event => {
          if (event.target.result && !event.target.result.tried) queue.delete(entry.number);
        };
      });
    } else if (!answer && own.answer === 'LET_IN') {
      remember(entry.in);
    }
    const said = {...(answer ?? own), item, later: !answer};
    showAnswer(said);
    showState();
    return said;
  };

  // A phone that can keep nothing more asks the portal, as the plain form would.
  const direct = async (entry, item) => {
    let said = {id: item.id, answer: 'NOT_KEPT', name: item.name ?? ''};
    try {
      const reply = await post([entry]);
      const answer = reply.ok ? (await reply.json()).entries[0] : null;
      if (answer && answer.answer !== 'FAILED') said = answer;
    } catch {
      // Said below.
    }
    showAnswer({...said, item});
    return said;
  };

  const undo = async answer => {
    const taking = {event: slug, tried: false, said: 'TAKEN_BACK',
      sent: {id: crypto.randomUUID(), kind: 'undo', of: answer.id, at: Date.now(), session, door}};
    await within('queue', queue => {
      queue.getAll().onsuccess = event => {
        const kept = event.target.result.find(one => one.sent.id === answer.id);
        if (kept && !kept.tried) queue.delete(kept.number);
        else queue.add(taking);
      };
    });
    if (answer.answer === 'LET_IN') {
      if (list) {
        list.in = list.in.filter(one => !(one.entry === answer.id || (one.session ?? null) === session && same(one, answer)));
        await keep('lists', list);
      }
    }
    await send();
    showAnswer({...answer, answer: 'TAKEN_BACK', despite: null});
    // Or the list below would go on saying that they are in, with no way to let them in again.
    if (list) look();
  };

  // ---- What is shown ----

  const tones = {LET_IN: 'good', ALREADY_IN: 'warn', ONLINE_ONLY: 'warn', WAITING_ONLY: 'warn', OTHER_SESSION: 'warn',
    NO_PLACE: 'warn', NOT_CONFIRMED: 'warn', TAKEN_BACK: 'warn', UNKNOWN_HERE: 'warn'};
  const sentence = answer => {
    if (answer.answer === 'ALREADY_IN') {
      return answer.door ? say('ALREADY_IN_AT', clock(answer.since), answer.door) : say('ALREADY_IN', clock(answer.since));
    }
    return answer.answer === 'OTHER_EVENT' ? say('OTHER_EVENT', answer.elsewhere) : say(answer.answer);
  };
  const paragraph = (text, style) => {
    const line = document.createElement('p');
    if (style) line.className = style;
    line.textContent = text;
    return line;
  };
  const button = (text, about, action) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-outline-primary door-button';
    made.textContent = text;
    if (about) {
      const more = document.createElement('span');
      more.className = 'visually-hidden';
      more.textContent = ': ' + about;
      made.append(more);
    }
    made.addEventListener('click', action, {once: true});
    return made;
  };

  let shown = null;
  const showAnswer = answer => {
    const box = byId('door-answer');
    shown = answer.id;
    box.dataset.tone = tones[answer.answer] ?? 'bad';
    box.dataset.answer = answer.answer;
    const lines = [paragraph(sentence(answer), 'door-said')];
    if (answer.name) lines.push(paragraph(answer.name, 'door-name'));
    if (answer.organisation) lines.push(paragraph(answer.organisation, 'door-organisation'));
    if (answer.despite) lines.push(paragraph(say('despite') + ' ' + say(answer.despite)));
    if (answer.mistyped) lines.push(paragraph(say('mistyped')));
    if (answer.later && isIn(answer.answer)) lines.push(paragraph(say('later'), 'door-later'));
    if (isIn(answer.answer)) lines.push(button(say('undo'), '', () => undo(answer)));
    const item = answer.item;
    if (item && overruled.includes(answer.answer)) {
      lines.push(button(say('letIn'), '', () => arrive(item.kind === 'ticket'
        ? {kind: 'ticket', code: item.code, scanned: item.scanned, despite: true}
        : {kind: 'person', attendee: item.attendee, walkIn: item.walkIn, entry: item.entry, shown: item.shown, despite: true})));
    }
    box.replaceChildren(...lines);
    box.scrollIntoView({block: 'nearest'});
  };

  // For the other pages of the portal, which say so too.
  const tellOfQueue = many => {
    const waits = JSON.parse(localStorage.getItem('portal.waiting') || '{}');
    if (many) waits[slug] = many;
    else delete waits[slug];
    localStorage.setItem('portal.waiting', JSON.stringify(waits));
  };
  const showState = async () => {
    const queue = await ofEvent('queue');
    tellOfQueue(queue.length);
    byId('door-troubled').hidden = !troubled || offline || signedOut;
    byId('door-state').hidden = false;
    byId('door-offline').hidden = !offline || signedOut;
    byId('door-signed-out').hidden = !signedOut;
    byId('door-queue').textContent = queue.length ? counted('queue', queue.length) : '';
    byId('door-queue').dataset.length = queue.length;
    byId('door-list').textContent = list ? say('list', clock(list.fetched)) : '';
    byId('door-phone').hidden = !list && !queue.length;
  };
  const showCounts = numbers => {
    byId('door-came').textContent = say('of', numbers.came, numbers.registered);
    byId('door-not-registered').textContent = numbers.notRegistered;
    for (const one of numbers.sessions) {
      const place = page.querySelector('[data-counted="' + one.id + '"]');
      if (place) place.textContent = say('of', one.came, one.registered);
    }
  };
  const showDoubts = async () => {
    const doubts = await ofEvent('doubts');
    byId('door-attention').hidden = !doubts.length;
    byId('door-doubts').replaceChildren(...doubts.map(one => {
      const row = document.createElement('li');
      row.append(paragraph(clock(one.at) + (one.name ? ' ' + one.name : '') + (one.code ? ' ' + one.code : '')),
        paragraph(one.mistyped && isIn(one.answer) ? say('mistyped') : sentence(one)));
      if (one.attendee && overruled.includes(one.answer) && (one.session ?? null) === session) {
        row.append(button(say('letIn'), one.name, async () => {
          await drop('doubts', one.id);
          await arrive({kind: 'person', attendee: one.attendee, at: one.at, despite: true});
          await showDoubts();
        }));
      }
      row.append(button(say('known'), one.name || one.code, async () => {
          await drop('doubts', one.id);
          await showDoubts();
          byId('door-attention-title').tabIndex = -1;
          byId(byId('door-attention').hidden ? 'kod' : 'door-attention-title').focus();
        }));
      return row;
    }));
  };

  // ---- What is done by hand ----

  const take = (form, action) => byId(form).addEventListener('submit', event => {
    event.preventDefault();
    event.stopPropagation();
    action(new FormData(event.target), event.target);
  });

  const complain = (field, text) => {
    byId(field + '-error')?.remove();
    const hint = byId(field + '-hint')?.id ?? '';
    if (hint) byId(field).setAttribute('aria-describedby', hint);
    else byId(field).removeAttribute('aria-describedby');
    byId(field).classList.toggle('is-invalid', Boolean(text));
    byId(field).toggleAttribute('aria-invalid', Boolean(text));
    if (!text) return;
    byId(field).setAttribute('aria-invalid', 'true');
    const line = paragraph(text, 'field-error');
    line.id = field + '-error';
    byId(field).after(line);
    byId(field).setAttribute('aria-describedby', (hint + ' ' + line.id).trim());
    byId(field).focus();
  };

  take('door-code', async (fields, form) => {
    const code = readCode(fields.get('kod'));
    complain('kod', code ? '' : say('UNREADABLE'));
    if (!code) return;
    await arrive({kind: 'ticket', code, scanned: false});
    form.reset();
    byId('kod').value = '';
  });

  take('door-walk-in', async (fields, form) => {
    const name = fields.get('name').trim();
    complain('name', name ? '' : say('nameMissing'));
    const email = fields.get('email').trim();
    const wrong = email && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email);
    complain('email', name && wrong ? say('emailWrong') : '');
    if (!name || wrong) return;
    const said = await arrive({kind: 'walk-in', name, organisation: fields.get('organisation').trim(), email});
    if (isIn(said?.answer)) form.reset();
  });

  const plain = text => text.toLowerCase().replace(/ł/g, 'l').normalize('NFD').replace(/\p{M}/gu, '');
  const look = () => {
    const asked = plain(byId('szukaj').value.trim()).split(/\s+/).filter(Boolean);
    const found = byId('door-found');
    if (!asked.length) return found.replaceChildren();
    const people = [
      ...list.people.filter(one => one.name && one.state !== 'CANCELLED').map(one => ({...one, attendee: one.id})),
      ...list.in.filter(one => (one.walkIn || one.pending) && one.name)];
    const seen = new Set();
    const matching = people.filter(one => {
      const key = one.attendee ? 'a' + one.attendee : one.walkIn ? 'w' + one.walkIn : 'p' + one.pending;
      const text = plain(one.name + ' ' + one.organisation);
      return asked.every(word => text.includes(word)) && !seen.has(key) && seen.add(key);
    }).slice(0, 20);
    if (!matching.length) return found.replaceChildren(paragraph(say('none'), 'empty'));
    const rows = document.createElement('ul');
    rows.className = 'door-people';
    rows.append(...matching.map(one => {
      const row = document.createElement('li');
      const who = document.createElement('p');
      const name = document.createElement('strong');
      name.textContent = one.name;
      who.append(name);
      if (one.organisation) {
        const organisation = paragraph(one.organisation, 'quiet');
        row.append(who, organisation);
      } else row.append(who);
      const place = one.attendee ? judge(one) : 'LET_IN';
      if (place !== 'LET_IN') row.append(paragraph(say(place), 'quiet'));
      const before = whenIn(one);
      row.append(before
        ? paragraph(say('since', clock(before.since)), 'tag tag-good')
        : button(say('enter'), one.name, () => arrive({kind: 'person', attendee: one.attendee ?? null, walkIn: one.walkIn ?? null,
          entry: one.walkIn ? null : one.pending ?? null, shown: one.attendee ? '' : one.name})
          .then(look)));
      return row;
    }));
    found.replaceChildren(rows);
  };
  byId('door-search').addEventListener('submit', event => {
    if (!list) return;
    event.preventDefault();
    event.stopPropagation();
    look();
  });
  byId('szukaj').addEventListener('input', () => list && look());

  // ---- The camera ----

  const reads = () => 'BarcodeDetector' in window;
  let stream = null;
  let reader = null;
  let last = {code: '', at: 0};

  const script = () => new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = page.dataset.reader;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
  const makeReader = async () => {
    if (reads() && (await window.BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
      const detector = new window.BarcodeDetector({formats: ['qr_code']});
      return async video => (await detector.detect(video))[0]?.rawValue;
    }
    if (!window.jsQR) await script();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', {willReadFrequently: true});
    return async video => {
      const scale = Math.min(1, 640 / Math.max(video.videoWidth, video.videoHeight));
      canvas.width = video.videoWidth * scale;
      canvas.height = video.videoHeight * scale;
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
      return window.jsQR(pixels.data, pixels.width, pixels.height, {inversionAttempts: 'dontInvert'})?.data;
    };
  };
  const watch = async () => {
    const video = byId('door-video');
    while (stream) {
      if (video.videoWidth && !document.hidden) {
        const text = await reader(video).catch(() => null);
        // A ticket held before the camera is one ticket.
        if (text && (text !== last.code || Date.now() - last.at > 5000)) {
          last = {code: text, at: Date.now()};
          const code = readCode(text);
          if (code) await arrive({kind: 'ticket', code, scanned: true});
          else showAnswer({id: '', answer: 'UNREADABLE'});
        } else if (text) last.at = Date.now();
      }
      await hurry(120);
    }
  };
  const stopCamera = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = null;
    byId('door-view').hidden = true;
    byId('door-camera-start').textContent = byId('door-camera-start').dataset.off;
  };
  byId('door-camera-start').addEventListener('click', async event => {
    if (stream) return stopCamera();
    byId('door-camera-problem').hidden = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}, audio: false});
      reader ??= await makeReader();
      byId('door-video').srcObject = stream;
      byId('door-view').hidden = false;
      event.target.textContent = event.target.dataset.on;
      await byId('door-video').play();
      watch();
    } catch {
      stopCamera();
      byId('door-camera-problem').hidden = false;
    }
  });

  // ---- The life of the page ----

  byId('door-forget').addEventListener('click', async () => {
    await send();
    if ((await ofEvent('queue')).length) {
      byId('door-forgotten').textContent = say('sendFirst');
      return;
    }
    closed = true;
    stopCamera();
    await window.portalForgetDoors([slug]);
    list = null;
    byId('door-attention').hidden = true;
    byId('door-found').replaceChildren();
    byId('door-answer').replaceChildren();
    await showState();
    byId('door-phone').hidden = false;
    byId('door-forgotten').textContent = say('forgotten');
  });

  const refresh = async () => {
    if (closed) return;
    try {
      if (mustForget()) await forgetList();
      await loadList();
      if (mustForget()) await forgetList();
      offline = false;
      await send();
    } catch {
      offline = true;
    }
    await showState();
  };
  window.addEventListener('online', refresh);
  window.addEventListener('offline', () => {
    offline = true;
    showState();
  });
  setInterval(refresh, 60000);
  setInterval(async () => {
    if (!closed && (offline || (await ofEvent('queue')).length)) {
      if (offline) await refresh();
      else await send();
    }
  }, 8000);

  (async () => {
    byId('door-camera').hidden = !navigator.mediaDevices?.getUserMedia;
    list = (await ofEvent('lists'))[0] ?? null;
    await showDoubts();
    await refresh();
    page.dataset.ready = 'true';
    if ('serviceWorker' in navigator && !offline && !signedOut && list) {
      try {
        await navigator.serviceWorker.register(page.dataset.worker, {scope: here});
        await keepPage();
        navigator.storage?.persist?.();
        page.dataset.kept = 'true';
      } catch {
        // A browser that keeps no pages still keeps the list and the queue.
      }
    } else if ((await navigator.serviceWorker?.getRegistration(here))?.active) {
      page.dataset.kept = 'true';
    }
  })();
})();
