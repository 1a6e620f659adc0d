// What a person types as a date or a time is understood or refused, never changed. The form viewer's own date picker guesses: it makes
// 1 December of 31/11/2026 and 20 June of 20 Nov 2026; its time field makes 15:03 of 15:3o. So every date that is typed is read here, day
// first, and shown as 20/11/2026 whatever the browser's language is; and every time is put as 15:30 before the field reads it. What cannot be
// read is taken out of its field and said beside it, and "Complete" and "Start" wait until the person has seen to it.
const DATE = '.fjs-datepicker input';
const TIME = '.fjs-timepicker input';
const SEND = 'button[ng-click="complete()"], button[ng-click="startProcessInstance()"]';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WHOLE_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
  'december'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2099;
const REFUSED = 'apws-refused';

const typed = new WeakMap();

function wholeYear(year) {
  if (year.length === 4) {
    return Number(year);
  }
  const century = Math.floor(new Date().getFullYear() / 100) * 100;
  // of two digits: at most twenty years ahead, or it is of the century before
  return century + Number(year) > new Date().getFullYear() + 20 ? century - 100 + Number(year) : century + Number(year);
}

function monthNamed(name) {
  const short = name === 'sept' ? 8 : MONTHS.indexOf(name);
  return short >= 0 ? short : WHOLE_MONTHS.indexOf(name);
}

function real(year, month, day) {
  const date = new Date(year, month, day);
  return date.getFullYear() === year && date.getMonth() === month && date.getDate() === day
    && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? date : undefined;
}

/** The day at midnight; undefined for what is none. */
export function dateTyped(text) {
  const words = text.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  const weekday = words.match(/^([a-z]{3,9})\.? (.+)$/);
  if (weekday && weekday[1].length >= 3 && WEEKDAYS.some(day => day.startsWith(weekday[1]))) {
    const date = dateTyped(weekday[2]);
    return date && WEEKDAYS[date.getDay()].startsWith(weekday[1]) ? date : undefined;
  }
  let found;
  if ((found = words.match(/^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})$/))) {
    return real(wholeYear(found[4]), found[3] - 1, Number(found[1]));
  }
  if ((found = words.match(/^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/))) {
    return real(Number(found[1]), found[3] - 1, Number(found[4]));
  }
  if ((found = words.match(/^(\d{2})(\d{2})(\d{4})$/)) && real(Number(found[3]), found[2] - 1, Number(found[1]))) {
    return real(Number(found[3]), found[2] - 1, Number(found[1]));
  }
  if ((found = words.match(/^(\d{4})(\d{2})(\d{2})$/))) {
    return real(Number(found[1]), found[2] - 1, Number(found[3]));
  }
  if ((found = words.match(/^(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]+)\.?[ -]?(\d{4}|\d{2})$/)) && monthNamed(found[2]) >= 0) {
    return real(wholeYear(found[3]), monthNamed(found[2]), Number(found[1]));
  }
  if ((found = words.match(/^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/)) && monthNamed(found[1]) >= 0) {
    return real(Number(found[3]), monthNamed(found[1]), Number(found[2]));
  }
  return undefined;
}

/** As 15:30; undefined for what is no time of day. */
export function timeTyped(text) {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'noon' || words === 'midday') {
    return '12:00';
  }
  const found = words.match(/^(\d{1,2})(?:[:.h](\d{2}))? ?([ap])\.?m\.?$/) || words.match(/^(\d{1,2})[:.h](\d{2})$/) || words.match(/^(\d{2})(\d{2})$/);
  if (!found) {
    return undefined;
  }
  const half = found[3];
  let hour = Number(found[1]);
  const minute = Number(found[2] || 0);
  if (minute > 59 || hour > 23 || half && (hour < 1 || hour > 12)) {
    return undefined;
  }
  hour = half ? hour % 12 + (half === 'p' ? 12 : 0) : hour;
  return String(hour).padStart(2, '0') + ':' + String(minute).padStart(2, '0');
}

function inWords(date) {
  return [String(date.getDate()).padStart(2, '0'), String(date.getMonth() + 1).padStart(2, '0'), date.getFullYear()].join('/');
}

function watchDate(input) {
  const picker = input._flatpickr;
  if (!picker || !picker.config || picker.config.parseDate === dateTyped) {
    return;
  }
  picker.config.parseDate = dateTyped;
  picker.config.formatDate = (date, format) => format === picker.config.dateFormat ? inWords(date)
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  input.placeholder = 'dd/mm/yyyy';
  if (picker.selectedDates.length) {
    input.value = inWords(picker.selectedDates[0]);
  }
}

function noteOf(input) {
  return input.closest('.fjs-datetime-subsection').querySelector('.' + REFUSED);
}

function takeNoteAway(input) {
  noteOf(input)?.remove();
}

function refuse(input, words, why) {
  takeNoteAway(input);
  const note = document.createElement('div');
  note.className = 'fjs-form-field-error ' + REFUSED;
  note.setAttribute('role', 'alert');
  note.textContent = '“' + words + '” ' + why;
  input.closest('.fjs-datetime-subsection').append(note);
}

function left(input) {
  const words = (typed.get(input) || '').trim();
  typed.delete(input);
  if (words && input._flatpickr && !input._flatpickr.selectedDates.length) {
    refuse(input, words, dateTyped(words) ? 'is too early here.' : 'is no date: write it as 20/11/2026, 20 Nov 2026 or 2026-11-20.');
  }
}

/** Before the field itself reads it. */
function settleTime(input) {
  const words = input.value.trim();
  const time = words && timeTyped(words);
  if (words && time !== words) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, time || '');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    if (!time) {
      refuse(input, words, 'is no time: write it as 15:30 or 3.30pm.');
    }
    return true;
  }
  return false;
}

function onCapture(kind, handle) {
  document.addEventListener(kind, event => {
    if (event.target instanceof Element) {
      handle(event, event.target);
    }
  }, true);
}

onCapture('focusin', (event, target) => target.matches(DATE) && watchDate(target));

onCapture('input', (event, target) => {
  if (!target.matches(DATE) && !target.matches(TIME)) {
    return;
  }
  if (target.value !== '') {
    typed.set(target, target.value);
    takeNoteAway(target);
  } else if (event.isTrusted) {
    typed.delete(target);
    takeNoteAway(target);
  }
});

onCapture('focusout', (event, target) => target.matches(DATE) && left(target));

onCapture('change', (event, target) => target.matches(TIME) && settleTime(target));

onCapture('keydown', (event, target) => {
  if (event.key === 'Enter' && target.matches(TIME) && settleTime(target)) {
    event.stopImmediatePropagation();
    event.preventDefault();
    Promise.resolve().then(() => target.blur());
  }
});

onCapture('click', (event, target) => {
  const refused = target.closest(SEND) && [...document.querySelectorAll('.' + REFUSED)].find(note => note.offsetParent);
  if (refused) {
    event.stopImmediatePropagation();
    event.preventDefault();
    refused.closest('.fjs-datetime-subsection').querySelector('input').focus();
  }
});

new MutationObserver(() => document.querySelectorAll(DATE).forEach(watchDate)).observe(document.documentElement, { childList: true, subtree: true });
