import { FakeConference, FakeRoom } from '../../../stories/fake-conference.js';
import { conferenceSuite } from '../../suites/conference-suite.js';

conferenceSuite('FakeConference', async () => {
  const room = new FakeRoom();
  const grant = { url: 'wss://conference.invalid', token: 'local', expiresAt: Date.now() + 120_000 };
  const guest = (name: string) => ({ name, conference: new FakeConference(name, room), grant });
  return { guests: [guest('Noor Jansen'), guest('Tomás Rey')], invalidGrant: { ...grant, token: '' } };
});
