// What a form still lacks is said above it when it is sent, in the words of its labels, each with a way to its field; what the server refuses is
// said there, too.
import { whenRefused, withoutMessages } from './tasklist-7.24.js';

const SEND = 'button[ng-click="complete()"], button[ng-click="startProcessInstance()"]';
const CHECKED_WITHIN = 400;
const OF_THE_SERVER = /'([^']+)' \(([\w.]+)(?:, row (\d+))?\): (.+?)(?=; '|$)/g;

function box(container) {
  const beside = container.parentElement;
  beside.querySelector(':scope > .apws-missing')?.remove();
  const box = document.createElement('section');
  box.className = 'apws-missing';
  box.tabIndex = -1;
  box.setAttribute('role', 'alert');
  box.setAttribute('aria-label', 'What is missing');
  beside.prepend(box);
  return box;
}

function row(field) {
  const of = field.id.match(/_(\d+)(?:-|$)/);
  return of ? ', row ' + (Number(of[1]) + 1) : '';
}

/** A field with what the form viewer says of it. */
function problem(wrong) {
  const field = wrong.querySelector('input, textarea, select, [tabindex]');
  const label = (wrong.querySelector('label, .fjs-form-field-label')?.textContent || '').replace(/\*\s*$/, '').trim();
  const said = wrong.querySelector('.fjs-form-field-error')?.textContent.trim() || '';
  return field && { field, text: label + row(field) + ': ' + (said === 'Field is required.' ? 'is missing' : said) };
}

function show(container, heading, problems) {
  const said = box(container);
  said.append(Object.assign(document.createElement('p'), { textContent: heading }));
  const list = document.createElement('ul');
  problems.forEach(({ text, field }) => {
    const item = document.createElement('li');
    if (field) {
      const link = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
      link.addEventListener('click', () => {
        field.scrollIntoView({ block: 'center' });
        field.focus();
      });
      item.append(link);
    } else {
      item.textContent = text;
    }
    list.append(item);
  });
  said.append(list);
  withoutMessages();
  said.focus();
  said.scrollIntoView({ block: 'nearest' });
}

function containerOf(button) {
  return button.closest('.modal-content')?.querySelector('.fjs-container') || document.querySelector('.task-details .fjs-container, .fjs-container');
}

function whatTheFormLacks(container) {
  const problems = [...container.querySelectorAll('.fjs-has-errors')].map(problem).filter(Boolean);
  if (problems.length) {
    show(container, problems.length === 1 ? 'One answer is missing or cannot be. Nothing has been sent.'
      : problems.length + ' answers are missing or cannot be. Nothing has been sent.', problems);
  }
}

/** A field of a list has the list's key before its own, and its row after it. */
function fieldOf(container, key, row) {
  const id = '-' + key.replace('.', '-') + (row ? '_' + (row - 1) : '');
  return container.querySelector(`:is(input, textarea)[id*="${id}"]`) || container.querySelector(`[id*="${id}"]`);
}

document.addEventListener('click', event => {
  const button = event.target instanceof Element && event.target.closest(SEND);
  const container = button && containerOf(button);
  if (container) {
    container.parentElement.querySelector(':scope > .apws-missing')?.remove();
    setTimeout(() => document.contains(container) && whatTheFormLacks(container), CHECKED_WITHIN);
  }
}, true);

whenRefused(message => {
  const container = document.querySelector('.modal-content .fjs-container') || document.querySelector('.fjs-container');
  const problems = [...String(message).matchAll(OF_THE_SERVER)];
  if (container && problems.length) {
    show(container, 'This was not recorded. Please correct:', problems.map(([, label, key, row, why]) =>
      ({ text: label + (row ? ', row ' + row : '') + ': ' + why, field: fieldOf(container, key, row) })));
  }
});
