import { bringToLife } from './story.js';

function styled() {
  if (!document.querySelector('link[href="/desk/desk.css"]')) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/desk/desk.css' }));
  }
}

/** Shows in a web application's tab the case at that address. */
export async function showCase(node, address) {
  styled();
  node.textContent = 'The case is being opened …';
  const answer = await fetch(address, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (!answer.ok) {
    node.textContent = answer.status === 404 ? 'This is about no single case, or about none that you may see.'
      : 'The case could not be opened. Try again; if it happens again, tell your administrator the time.';
    return;
  }
  const record = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.apws-case');
  record.querySelectorAll('a').forEach(link => { link.target = '_blank'; link.rel = 'noopener'; });
  node.replaceChildren(record);
  bringToLife(record);
}
