// The web beyond the site.

/** Answers in the place of every page that is not the site's. Gives the list of those asked for. */
export const standIn = async (opened) => {
  const asked = [];
  await opened.setRequestInterception(true);
  opened.on('request', (request) => {
    if (!request.url().startsWith('https:')) return request.continue();
    asked.push(request.url());
    return request.respond({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Soup</title><p>Soup.' });
  });
  return asked;
};
