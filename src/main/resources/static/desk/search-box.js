// The box that finds pupils: what is typed is looked for as it is typed, and the first few who are found stand below it. Without this script
// it leads to the page of the search.
const PAUSE = 200;
const SHORTEST = 2;

function isLast(box, typed) {
  return box.value.trim() === typed;
}

async function look(form, box) {
  const typed = box.value.trim();
  if (typed.length < SHORTEST) {
    shut(form);
    return;
  }
  const answer = await fetch('/search/list?for=' + encodeURIComponent(typed), { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (!answer.ok || !isLast(box, typed)) {
    return;
  }
  const list = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.apws-found');
  shut(form);
  if (!list.children.length) {
    list.append(Object.assign(document.createElement('li'), { textContent: 'Nobody is found whom you may see.' }));
  }
  list.querySelectorAll('a').forEach(link => { link.target = '_blank'; link.rel = 'noopener'; });
  list.setAttribute('role', 'status');
  form.append(list);
}

function shut(form) {
  form.querySelector('.apws-found')?.remove();
}

function boxOf(event) {
  return event.target instanceof Element ? event.target.closest('.apws-search input') : null;
}

// on the document, because a web application may put a copy of its own in the place of what was put into its bar
let waits;
document.addEventListener('input', event => {
  const box = boxOf(event);
  if (box) {
    clearTimeout(waits);
    waits = setTimeout(() => look(box.form, box), PAUSE);
  }
});
document.addEventListener('keydown', event => {
  const form = event.target instanceof Element && event.target.closest('.apws-search');
  if (form && event.key === 'Escape') {
    shut(form);
    form.querySelector('input').focus();
  }
});
document.addEventListener('click', event => document.querySelectorAll('.apws-search').forEach(form => form.contains(event.target) || shut(form)));

/** A box for the top bar of a web application that has none. */
export function searchBox() {
  const form = document.createElement('form');
  form.className = 'apws-search';
  form.setAttribute('role', 'search');
  form.action = '/search';
  form.target = '_blank';
  const label = Object.assign(document.createElement('label'), { htmlFor: 'apws-search', textContent: 'Find a pupil' });
  const box = Object.assign(document.createElement('input'), { id: 'apws-search', name: 'for', type: 'search', autocomplete: 'off', spellcheck: false });
  form.append(label, box);
  return form;
}
