// Tasklist puts the newest task first unless its address says otherwise. People work in order of due date.
const BY_DUE_DATE = '[{"sortBy":"dueDate","sortOrder":"asc"}]';

if (!window.location.hash.includes('sorting=')) {
  const [path, query] = (window.location.hash || '#/').split('?');
  const parameters = [query, 'sorting=' + encodeURIComponent(BY_DUE_DATE)].filter(Boolean).join('&');
  window.history.replaceState(window.history.state, '', path + '?' + parameters);
}
