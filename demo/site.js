// The site's own script: it gives the elements the credential of whoever is signed in, and that is all they need.

const credential = async () => {
  const response = await fetch('/session/credential');
  return response.ok ? response.text() : undefined;
};

for (const element of document.querySelectorAll('event-join-button, virtual-event-config')) {
  element.credential = credential;
}

document.querySelector('#person')?.addEventListener('change', ({ target }) => target.form.requestSubmit());

// For this demo alone: the video engine may still be on its way, and the page says so.
const banner = document.querySelector('.engine');

const sinceWords = (since) => {
  const seconds = Math.max(0, Math.round((Date.now() - since) / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

const look = async () => {
  let engine;
  try {
    engine = await (await fetch('/engine')).json();
  } catch {
    engine = { state: 'gone' };
  }
  const words = {
    preparing: `The video engine is being made ready, ${sinceWords(engine.since)} so far; the first time takes 3 to 5 minutes. Pages work meanwhile, calls start when it is there.`,
    missing: 'There is no video engine: the pages work, calls do not. The terminal says how to get one.',
    gone: 'The demo has ended. Start it again with npm start.',
  }[engine.state];
  banner.hidden = words === undefined;
  banner.textContent = words ?? '';
  if (words !== undefined) setTimeout(look, 1000);
};

void look();
