// The web applications' own sign-in form is closed: there is one sign-in for everything. Where they would show theirs, because a person
// has signed out or their session has ended, the page is asked for again, which the server answers with its sign-in page.
const THEIR_FORM = '#/login';

function leaveTheirForm() {
  if (window.location.hash.startsWith(THEIR_FORM)) {
    const page = new URL(document.baseURI);
    page.hash = '';
    // the address differs from this one by more than what follows #, or the browser would not ask the server
    page.search = '?again';
    window.location.replace(page);
  }
}

window.addEventListener('hashchange', leaveTheirForm);
leaveTheirForm();
