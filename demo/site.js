// The site's own script: it gives the elements the credential of whoever is signed in, and that is all they need.

const credential = async () => {
  const response = await fetch('/session/credential');
  return response.ok ? response.text() : undefined;
};

for (const element of document.querySelectorAll('event-join-button, virtual-event-config')) {
  element.credential = credential;
}

// Whoever picks a person becomes them. Arrow keys pass several on the way: those wait for Enter, or for going on.
const person = document.querySelector('#person');
let isOnTheWay = false;
const become = () => {
  if (!person.selectedOptions[0].defaultSelected) person.form.requestSubmit();
};
person.addEventListener('keydown', ({ key }) => {
  isOnTheWay = key !== 'Enter';
  if (key === 'Enter') become();
});
person.addEventListener('pointerdown', () => (isOnTheWay = false));
person.addEventListener('change', () => isOnTheWay || become());
person.addEventListener('blur', become);

// For this demo alone: the video engine may still be on its way, and the page says so.
const banner = document.querySelector('.engine');
const [words, soFar] = banner.children;

const engineWords = {
  preparing:
    'The video engine is being built; the first time takes 3 to 5 minutes. Pages work meanwhile, calls start when it is there.',
  away: 'The video engine does not answer yet. Pages work meanwhile, calls start when it does.',
  missing: 'There is no video engine: the pages work, calls do not. The terminal says how to get one.',
  gone: 'The demo has ended. Start it again with npm start.',
};

const clock = (milliseconds) => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

const look = async () => {
  const { state, since } = await fetch('/engine').then(
    (response) => response.json(),
    () => ({ state: 'gone' }),
  );
  if (state === 'ready') {
    banner.hidden = true;
    return;
  }
  // One that was built earlier is there in a moment: nothing worth saying.
  banner.hidden = state === 'preparing' && Date.now() - since < 3000;
  // Said once; the time beside it is not read out each second.
  if (words.textContent !== engineWords[state]) words.textContent = engineWords[state];
  soFar.textContent = state === 'preparing' ? `${clock(Date.now() - since)} so far` : '';
  setTimeout(look, 1000);
};

void look();
