// read by Camunda Tasklist when its page opens, instead of the file of the same name in Camunda's own jar
import '../../../../webapps-sign-in.js';
import '../../../../desk/top-bar.js';
import '../../../../desk/drafts.js';
import '../../../../desk/after-task.js';
import '../../../../desk/claims.js';
import '../../../../desk/missing.js';
import '../../../../desk/without-history.js';
import '../../../../tasklist-by-due-date.js';
import '../../../../tasklist-complete.js';
import '../../../../tasklist-typed.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Attendance Intervention'
  },
  dateFormat: {
    normal: 'D MMM YYYY, HH:mm',
    long: 'dddd D MMMM YYYY, HH:mm'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: ['scripts/case-tab.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
