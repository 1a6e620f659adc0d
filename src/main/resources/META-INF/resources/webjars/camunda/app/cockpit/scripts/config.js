// read by Camunda Cockpit when its page opens, instead of the file of the same name in Camunda's own jar
import '../../../../webapps-sign-in.js';
import '../../../../desk/top-bar.js';

export default {
  app: {
    name: 'Cockpit',
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
  disableWelcomeMessage: true
};
