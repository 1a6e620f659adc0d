// The form viewer in Tasklist leaves an empty entry among a form's errors for each field of a list's row that is filled in rightly
// (https://github.com/bpmn-io/form-js/issues/1494), and Tasklist, which counts the entries, would keep "Complete" shut for good. So it stays
// open: whoever presses it is shown what is missing, by the form first and in any case by the server, which checks every entry again.
const COMPLETE = 'button[ng-click="complete()"]';
const START = 'button[ng-click="startProcessInstance()"]';
const watched = new WeakSet();

function holderOfInvalid(scope) {
  return scope && !Object.hasOwn(scope, '$invalid') ? holderOfInvalid(scope.$parent) : scope;
}

function keepOpen() {
  const button = document.querySelector(COMPLETE);
  const scope = button && window.angular.element(button).scope();
  if (!scope || watched.has(button)) {
    return;
  }
  watched.add(button);
  scope.$watch('$invalid', invalid => {
    if (invalid && document.querySelector('.fjs-container')) {
      holderOfInvalid(scope).$invalid = false;
    }
  });
  scope.$evalAsync();
}

new MutationObserver(keepOpen).observe(document.documentElement, { childList: true, subtree: true });

// What was said of one try is not said any more once there is another; Tasklist would keep it even after a success.
document.addEventListener('click', event => {
  const button = event.target instanceof Element && event.target.closest(COMPLETE + ', ' + START);
  if (button) {
    window.angular.element(button).injector().get('Notifications').clearAll();
  }
}, true);
