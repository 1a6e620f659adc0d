// What is typed into a form is kept on the server as it is typed, for whoever typed it, and stands there again after a click elsewhere, a reload
// or the end of a session. Nothing of it stays in the browser: Tasklist's own drafts are turned away.
import { OWN_DRAFTS, answersOf, fill, formIn, isOpen, openTask, processToStart, whenStarted } from './tasklist-7.24.js';
import { request } from './request.js';

const PAUSE = 700;
const seen = new WeakSet();

const own = key => String(key).startsWith(OWN_DRAFTS);
const { setItem, getItem } = Storage.prototype;
Storage.prototype.setItem = function (key, value) {
  if (!own(key)) {
    setItem.call(this, key, value);
  }
};
Storage.prototype.getItem = function (key) {
  return own(key) ? null : getItem.call(this, key);
};
Object.keys(window.localStorage).filter(own).forEach(key => window.localStorage.removeItem(key));

function addressOf(container) {
  if (container.closest('.modal-dialog')) {
    const process = processToStart();
    return process && '/api/drafts/processes/' + encodeURIComponent(process);
  }
  const task = openTask();
  return task && '/api/drafts/tasks/' + encodeURIComponent(task);
}

function time(moment) {
  return new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function note(container) {
  const beside = container.parentElement;
  let line = beside.querySelector(':scope > .apws-kept');
  if (!line) {
    line = document.createElement('p');
    line.className = 'apws-kept';
    line.setAttribute('role', 'status');
    beside.prepend(line);
  }
  return line;
}

function offerToDiscard(container, address, form, given) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Discard it' });
  button.addEventListener('click', async () => {
    await request(address, 'DELETE');
    await fill(form, given);
    note(container).textContent = 'What had been typed was discarded.';
  });
  note(container).append(' ', button);
}

/** What lists of the form stand for is told by what the form came with: rows that are not the same are not filled in again. */
function listsIn(data) {
  return JSON.stringify(Object.entries(data).filter(([, value]) => Array.isArray(value)));
}

function restored(given, draft) {
  const sameLists = listsIn(given) === draft.lists;
  const answers = Object.entries(draft.answers).filter(([, value]) => sameLists || !Array.isArray(value));
  return { answers: { ...given, ...Object.fromEntries(answers) }, sameLists };
}

async function bringBack(container, address, form, given) {
  const answer = await request(address);
  if (answer.status !== 200) {
    return;
  }
  const { content, keptAt } = await answer.json();
  if (given.caseReference && container.closest('.modal-dialog') && content.answers.caseReference !== given.caseReference) {
    return;
  }
  const { answers, sameLists } = restored(given, content);
  await fill(form, answers);
  note(container).textContent = 'This stands here as you typed it, kept at ' + time(keptAt) + '.'
    + (sameLists ? '' : ' The lists of this form have changed since: they stand as they are now.');
  offerToDiscard(container, address, form, given);
}

function keepAsTyped(container, address, form, given) {
  const lists = listsIn(given);
  let waits;
  let last = JSON.stringify(answersOf(form));
  form.on('changed', () => {
    clearTimeout(waits);
    waits = setTimeout(async () => {
      const answers = answersOf(form);
      const now = JSON.stringify(answers);
      if (now === last || !isOpen(container) || !document.contains(container)) {
        return;
      }
      const answer = await request(address, 'PUT', { answers, lists }).catch(() => undefined);
      if (answer?.ok) {
        last = now;
        note(container).textContent = 'Kept at ' + time((await answer.json()).keptAt) + '.';
      } else if (document.contains(container)) {
        note(container).textContent = 'What you typed last could not be kept. Copy it before you leave this form.';
      }
    }, PAUSE);
  });
}

whenStarted(process => process && request('/api/drafts/processes/' + encodeURIComponent(process), 'DELETE'));

/** What is begun from the page of a case is about that case: its reference comes with the address. */
let aboutCase;
function rememberCase() {
  aboutCase = new URLSearchParams(window.location.hash.split('?')[1] || '').get('case') || aboutCase;
}
window.addEventListener('hashchange', rememberCase);
rememberCase();

async function watch(container) {
  const form = formIn(container);
  if (!form) {
    return;
  }
  seen.add(container);
  const address = addressOf(container);
  if (!address) {
    return;
  }
  if (container.closest('.modal-dialog') && aboutCase) {
    await fill(form, { ...answersOf(form), caseReference: aboutCase });
    aboutCase = undefined;
  }
  const given = structuredClone(answersOf(form));
  await bringBack(container, address, form, given);
  keepAsTyped(container, address, form, given);
}

new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(container => {
  if (!seen.has(container) && container.querySelector('.fjs-form-field')) {
    watch(container);
  }
})).observe(document.documentElement, { childList: true, subtree: true });
