/** A request to our own endpoints, as the person who is signed in. */
export function request(path, method = 'GET', body = undefined) {
  const token = document.cookie.split('; ').find(cookie => cookie.startsWith('APWS-XSRF-TOKEN='))?.split('=')[1];
  const headers = { 'X-Requested-With': 'XMLHttpRequest' };
  if (token) {
    headers['X-XSRF-TOKEN'] = decodeURIComponent(token);
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  return fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), keepalive: method === 'PUT' });
}
