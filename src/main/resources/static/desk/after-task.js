// What has come of a task is said when it has been completed, above the place where its form was, with what is next in the case.
import { request } from './request.js';
import { takeAndOpen, whenCompleted } from './tasklist-7.24.js';

/** What runs by itself after a task is done within moments; what is said is asked for again once it should be. */
const ASKED_AFTER = [300, 2500];

function place() {
  let place = document.querySelector('.apws-after');
  if (!place) {
    place = document.createElement('section');
    place.className = 'apws-after';
    place.setAttribute('role', 'status');
    place.setAttribute('aria-label', 'What has happened');
    document.body.append(place);
  }
  return place;
}

function shut() {
  document.querySelector('.apws-after')?.remove();
}

async function say(task) {
  const answer = await request('/case/after-task/' + encodeURIComponent(task));
  if (!answer.ok) {
    return;
  }
  const said = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.apws-said');
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'apws-shut', textContent: 'Close' });
  close.addEventListener('click', shut);
  said.querySelector('.apws-ways').append(close);
  said.querySelector('.apws-go-on')?.addEventListener('click', event => {
    takeAndOpen(event.target.dataset.task);
    shut();
  });
  place().replaceChildren(said);
}

whenCompleted(task => ASKED_AFTER.forEach(moment => setTimeout(() => say(task), moment)));
