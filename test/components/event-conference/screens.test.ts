import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import { until } from '../../until.js';
import { stage } from './conference-stage.js';

describe('<event-conference>: from the door to the goodbye', () => {
  it('says that a place is not kept when it has no ticket', async () => {
    const on = await stage();
    on.element.ticket = '';
    await on.sees('stopped');
    expect(on.text()).to.include('Your place is no longer kept');
  });

  it('gets ready, then shows the way in: the event, one’s name, who is there', async () => {
    let answer = (): void => {};
    const on = await stage({
      prepare: ({ adapter }) => {
        void adapter.recordAttendance('meeting', 'someone', 'join', { credential: 'hana' });
        const claim = adapter.claimMediaGrant.bind(adapter);
        const answers = new Promise<void>((resolve) => (answer = resolve));
        adapter.claimMediaGrant = (ticket) => answers.then(() => claim(ticket));
      },
    });
    expect(on.heading().textContent).to.equal('Getting ready');
    answer();
    await on.sees('prejoin');
    await until(() => on.text().includes('2 here.'));
    expect(on.heading().textContent).to.equal('Spring members’ meeting');
    expect(on.text()).to.include('You come in as Noor Jansen.');
    expect(on.element.matches(':state(preparing)')).to.equal(false);
    expect(on.conference.state.status).to.equal('idle');
  });

  it('says that the room opens, then shows the call', async () => {
    let open = (): void => {};
    const on = await stage({
      prepare: ({ conference }) => {
        conference.arrival = new Promise((resolve) => (open = resolve));
      },
    });
    await on.sees('prejoin');
    on.button('Join').click();
    await on.sees('connecting');
    expect(on.heading().textContent).to.equal('Opening the room');
    expect(on.told).to.deep.equal([]);
    open();
    await on.sees('call');
    expect(on.told).to.deep.equal(['join']);
    await until(() => on.conference.state.camera.on && on.conference.state.microphone.on);
  });

  it('shows everyone on a tile, says who is muted, and who came and left', async () => {
    const on = await stage({ prepare: ({ conference }) => conference.room.put({ name: 'Tomás Rey', camera: true }) });
    await on.joins();
    const tiles = () =>
      [...on.element.renderRoot.querySelectorAll('.tile')].map((tile) => tile.textContent.replace(/\s+/g, ' ').trim());
    await until(() => tiles().length === 2);
    expect(on.text()).not.to.include('came in');
    await until(() => tiles()[0] === 'You' && tiles()[1] === 'Tomás Rey');
    const video = on.element.renderRoot.querySelectorAll<HTMLVideoElement>('.tile video')[1]!;
    await until(() => video.videoWidth > 0);
    on.conference.room.put({ name: 'Ade Bello', microphone: false });
    await until(() => on.text().includes('Ade Bello came in.'));
    expect(tiles()[2]).to.match(/^AB Ade Bello muted$/);
    on.conference.room.take('Ade Bello', 'Tomás Rey');
    await until(() => on.text().includes('2 people left.'));
    expect(tiles()).to.have.length(1);
  });

  it('marks who speaks', async () => {
    const on = await stage();
    await on.joins();
    on.conference.room.put({ name: 'Tomás Rey', speaking: true });
    await until(() => on.element.renderRoot.querySelectorAll('.tile.talking').length === 1);
  });

  it('says when one is the first, until others come', async () => {
    const on = await stage();
    await on.joins();
    await until(() => on.text().includes('You are the first.'));
    on.conference.room.put({ name: 'Tomás Rey' });
    await until(() => !on.text().includes('You are the first.'));
  });

  it('switches microphone and camera, and says why a camera did not start', async () => {
    const on = await stage();
    await on.joins();
    await until(() => on.conference.state.camera.on);
    on.button('Mic').click();
    on.button('Camera').click();
    await until(() => on.button('Mic').ariaPressed === 'false' && on.button('Camera').ariaPressed === 'false');
    expect(on.conference.state.microphone.on).to.equal(false);
    on.conference.refusals.camera = 'media-in-use';
    on.button('Camera').click();
    await until(() => on.text().includes('Your camera is used by another app.'));
    expect(on.button('Camera').ariaPressed).to.equal('false');
  });

  it('offers to turn sound on while the browser holds it back', async () => {
    const on = await stage();
    await on.joins();
    on.conference.blockSound();
    await on.element.updateComplete;
    on.button('Turn sound on').click();
    await until(() => !on.text().includes('Turn sound on'));
    expect(on.conference.state.soundBlocked).to.equal(false);
  });

  it('leaves, gives the seat back, says goodbye and tells it once', async () => {
    const on = await stage();
    await on.joins();
    on.button('Leave').click();
    await on.sees('left');
    expect(on.text()).to.include('You have left').and.to.include('You were there for 1 minute.');
    expect(on.conference.state.status).to.equal('disconnected');
    expect(on.departed).to.deep.equal([on.element.ticket]);
    expect(on.told).to.deep.equal(['join', 'leave']);
  });

  it('comes in anew with another ticket', async () => {
    const on = await stage();
    await on.joins();
    const first = on.element.ticket;
    const { ticket } = await on.adapter.requestAdmission(
      'meeting',
      { idempotencyKey: 'another' },
      { credential: 'noor' },
    );
    on.element.ticket = ticket;
    await on.sees('prejoin');
    expect(on.conference.state.status).to.equal('disconnected');
    expect(on.departed).to.deep.equal([first]);
    await on.joins();
    expect(on.told).to.deep.equal(['join', 'leave', 'join']);
  });

  it('leaves when its ticket is taken away', async () => {
    const on = await stage();
    await on.joins();
    on.element.ticket = '';
    await on.sees('stopped');
    expect(on.conference.state.status).to.equal('disconnected');
    expect(on.told).to.deep.equal(['join', 'leave']);
  });

  it('claims a fresh grant when the one it has is too old', async () => {
    const on = await stage();
    await on.sees('prejoin');
    const claims: string[] = [];
    const claim = on.adapter.claimMediaGrant.bind(on.adapter);
    on.adapter.claimMediaGrant = (ticket) => {
      claims.push(ticket);
      return claim(ticket);
    };
    on.adapter.setNow(on.adapter.now() + 110_000);
    await on.joins();
    expect(claims).to.deep.equal([on.element.ticket]);
  });

  it('says why it cannot come in for good', async () => {
    const on = await stage({
      prepare: ({ adapter }) => (adapter.claimMediaGrant = () => Promise.reject(new VirtualEventError('unsupported'))),
    });
    await on.sees('stopped');
    expect(on.told).to.deep.equal(['error: unsupported']);
  });
});
