// What is typed into a form is kept on the server as it is typed, for whoever typed it, and stands there again after a click elsewhere, a reload
// or the end of a session. Nothing of it stays in the browser: Tasklist's own drafts are turned away.
import { OWN_DRAFTS, answersOf, dataOf, fill, formIn, isOpen, listsOf, openTask, processToStart, whenStarted } from './tasklist-7.24.js';
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

/** What names a row that the form came with, so that what was typed into it is found again where the list has changed meanwhile. */
const NAMES_OF_ROWS = ['upn', 'parentId', 'session', 'number', 'name'];

/** The rows as they are now, with what was typed into each; rows that a person has added themselves as they were. */
function rowsWith(typed, rows, inputs) {
  const name = (rows || []).length && NAMES_OF_ROWS.find(key => !inputs.includes(key) && rows.every(row => row[key] !== undefined));
  return !name ? typed : rows.map(row => {
    const was = typed.find(one => one[name] === row[name]) || {};
    return { ...row, ...Object.fromEntries(inputs.filter(key => key in was).map(key => [key, was[key]])) };
  });
}

/** What the form shows is what it shows today; what was typed is as it was typed. */
function withTyped(form, given, typed) {
  const lists = listsOf(form);
  const answers = Object.entries(typed).map(([key, value]) =>
    [key, lists.has(key) && Array.isArray(value) ? rowsWith(value, given[key], lists.get(key)) : value]);
  return { ...given, ...Object.fromEntries(answers) };
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
  await fill(form, withTyped(form, given, content.answers));
  note(container).textContent = 'This stands here as you typed it, kept at ' + time(keptAt) + '.';
  offerToDiscard(container, address, form, given);
}

function keepAsTyped(container, address, form) {
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
      const answer = await request(address, 'PUT', { answers }).catch(() => undefined);
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
    await fill(form, { ...dataOf(form), caseReference: aboutCase });
    aboutCase = undefined;
  }
  const given = structuredClone(dataOf(form));
  await bringBack(container, address, form, given);
  keepAsTyped(container, address, form);
}

new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(container => {
  if (!seen.has(container) && container.querySelector('.fjs-form-field')) {
    watch(container);
  }
})).observe(document.documentElement, { childList: true, subtree: true });
