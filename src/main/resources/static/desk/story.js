// The story of a case: narrowed to one kind of event, and what was recorded opened below its line. Without this script all of it stands there,
// and what was recorded opens in a tab of its own.
function narrow(record, chosen) {
  record.querySelectorAll('.apws-kinds button').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.kind === chosen)));
  record.querySelectorAll('.apws-story > li').forEach(event => { event.hidden = Boolean(chosen) && event.dataset.kind !== chosen; });
}

function offerKinds(record) {
  const kinds = [...new Set([...record.querySelectorAll('.apws-story > li')].map(event => event.dataset.kind))].sort();
  const group = record.querySelector('.apws-kinds');
  ['', ...kinds].forEach(kind => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: kind || 'everything' });
    button.dataset.kind = kind;
    button.addEventListener('click', () => narrow(record, kind));
    group.append(button);
  });
  group.hidden = kinds.length < 2;
  narrow(record, '');
}

async function open(link) {
  const event = link.closest('li');
  const shown = event.querySelector('.apws-entry');
  if (shown) {
    shown.remove();
    link.setAttribute('aria-expanded', 'false');
    return;
  }
  const answer = await fetch(link.href, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (answer.ok) {
    event.append(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.apws-entry'));
    link.setAttribute('aria-expanded', 'true');
  }
}

export function bringToLife(record) {
  offerKinds(record);
  record.addEventListener('click', event => {
    const link = event.target.closest('.apws-open');
    if (link) {
      event.preventDefault();
      open(link);
    }
  });
}
