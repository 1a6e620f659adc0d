// Puts the box that finds pupils into the top bar of Tasklist and Cockpit, for whoever has to do with pupils.
import { searchBox } from './search-box.js';

const BAR = '[cam-widget-header]';

function put() {
  const bar = document.querySelector(BAR);
  if (bar && !bar.querySelector('.apws-search')) {
    if (!document.querySelector('link[href="/desk/desk.css"]')) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/desk/desk.css' }));
    }
    bar.prepend(searchBox());
  }
}

new MutationObserver(put).observe(document.documentElement, { childList: true, subtree: true });
put();
