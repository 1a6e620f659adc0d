// All that our scripts know of the insides of Tasklist 7.24 and of the form viewer in it. Where one of these is missing, whoever asks is told
// so, and Tasklist goes on as it comes.

/** The task that is open, by its id; undefined where none is. */
export function openTask() {
  return new URLSearchParams(window.location.hash.split('?')[1] || '').get('task') || undefined;
}

/** The process whose start form is open, by its key; undefined where none is. */
export function processToStart() {
  const form = document.querySelector('.modal-dialog .fjs-container');
  for (let scope = form && window.angular?.element(form).scope(); scope; scope = scope.$parent) {
    if (scope.params?.processDefinitionKey) {
      return scope.params.processDefinitionKey;
    }
  }
  return undefined;
}

/** The form of the form viewer, from the element that it was drawn into; undefined where its insides have changed. */
export function formIn(container) {
  const left = [container.__k];
  while (left.length) {
    const node = left.shift();
    if (Array.isArray(node)) {
      left.push(...node);
    } else if (node) {
      const services = node.props?.value?.getService;
      if (typeof services === 'function') {
        return services('form');
      }
      left.push(node.__k);
    }
  }
  return undefined;
}

/** All that stands in the form, what it shows among it, by the fields' keys. */
export function dataOf(form) {
  return form._getState().data;
}

function inputsIn(components) {
  return components.flatMap(one => {
    if (one.type === 'dynamiclist') {
      return one.path ? [one.path] : [];
    }
    if (one.components) {
      return inputsIn(one.components);
    }
    return one.key && one.type !== 'expression' && !one.readonly && !one.disabled ? [one.key] : [];
  });
}

/** What a person can answer in the form, by the fields' keys: lists whole, with what their rows show. */
export function answersOf(form) {
  const { data, schema } = form._getState();
  return Object.fromEntries(inputsIn(schema.components).filter(key => key in data).map(key => [key, data[key]]));
}

/** Whether the form can be filled in: the form of a task that nobody has taken has a lid on it. */
export function isOpen(container) {
  const lid = container.closest('[ng-class*="disabled-form"]');
  return !lid || !lid.classList.contains('disabled-form');
}

/** Whether that is the lid over the form of a task that nobody has taken. */
export function lidOver(element) {
  return element.classList.contains('disabled-form') && Boolean(element.querySelector('.fjs-container'));
}

/** Takes the task that is open; undefined where somebody has it. */
export function claimButton() {
  return document.querySelector('button.claim');
}

function listsIn(components) {
  return components.flatMap(one => one.type === 'dynamiclist' ? [one] : one.components ? listsIn(one.components) : []);
}

/** The lists of the form, each with the keys of what a person can answer in a row of it. */
export function listsOf(form) {
  return new Map(listsIn(form._getState().schema.components).map(list => [list.path, inputsIn(list.components)]));
}

export function fill(form, answers) {
  return form.importSchema(form._getState().schema, answers);
}

/** The keys of Tasklist's own drafts, which it would leave in the browser of a computer that others use too. */
export const OWN_DRAFTS = 'camunda-form:';

function injector() {
  return window.angular?.element(document.body).injector();
}

const completed = [];
const refused = [];
const started = [];

/** Calls back with a task's id each time that one has been completed with its form. */
export function whenCompleted(then) {
  completed.push(then);
}

/** Calls back with what the server says each time that it has refused a form. */
export function whenRefused(then) {
  refused.push(then);
}

/** Calls back with a process's key each time that one has been started with its form. */
export function whenStarted(then) {
  started.push(then);
}

function afterSending(resource, done) {
  const { submitForm } = resource;
  resource.submitForm = function (data, ...others) {
    const process = processToStart();
    const answer = submitForm.call(this, data, ...others);
    answer?.then(() => done(data, process), why => refused.forEach(then => then(why?.message ?? why)));
    return answer;
  };
}

function watchSending() {
  const api = injector()?.get('camAPI');
  if (!api) {
    return false;
  }
  afterSending(api.resource('task'), data => completed.forEach(then => then(data.id)));
  afterSending(api.resource('process-definition'), (data, process) => started.forEach(then => then(process)));
  return true;
}

const untilThere = setInterval(() => watchSending() && clearInterval(untilThere), 500);

/** Takes away what Tasklist says itself, once it has said it. */
export function withoutMessages() {
  setTimeout(() => injector()?.get('Notifications').clearAll(), 0);
}

/** Takes the task, if it is a group's, and opens it. */
export function takeAndOpen(task) {
  const root = injector().get('$rootScope');
  const tasks = injector().get('camAPI').resource('task');
  const open = () => {
    window.location.hash = window.location.hash.replace(/([?&])task=[^&]*/, '$1task=' + task).includes('task=' + task)
      ? window.location.hash.replace(/([?&])task=[^&]*/, '$1task=' + task)
      : window.location.hash + (window.location.hash.includes('?') ? '&' : '?') + 'task=' + task;
  };
  tasks.claim(task, root.authentication.name, open);
}

/** Takes a tab away from a task, by what stands on it. */
export function hideTab(name) {
  document.querySelectorAll('ul.nav-tabs > li').forEach(tab => {
    if (tab.textContent.trim() === name) {
      tab.style.display = 'none';
    }
  });
}
