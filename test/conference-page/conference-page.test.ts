import { expect, fixture, html } from '@open-wc/testing';
import type { EventConference } from '../../src/components/event-conference/event-conference.js';
import { VirtualEventError } from '../../src/core/index.js';
import { ConferenceErrorEvent } from '../../src/events/conference-error-event.js';
import { JoinEvent } from '../../src/events/join-event.js';
import { LeaveEvent } from '../../src/events/leave-event.js';
import { until } from '../until.js';

interface Visit {
  window: Window;
  element: EventConference;
}

describe('The conference page', () => {
  /** `keeps-nothing` in the query has the browser refuse storage. */
  const visit = async (end = ''): Promise<Visit> => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Conference"></iframe>`);
    frame.src = `/test/conference-page/page.html${end}`;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const window = frame.contentWindow!;
    const element = window.document.querySelector('event-conference')!;
    await until(() => 'ticket' in element);
    return { window, element };
  };

  beforeEach(() => sessionStorage.clear());

  it('takes the ticket from the fragment and leaves none in the address', async () => {
    const { window, element } = await visit('#ticket=secret');
    await until(() => element.ticket === 'secret');
    expect(window.location.href).to.match(/page\.html$/);
    expect(window.document.documentElement.outerHTML).not.to.include('secret');
  });

  it('comes back with the same ticket after a reload of the tab, until one left', async () => {
    const { element } = await visit('#ticket=secret');
    expect((await visit()).element.ticket).to.equal('secret');
    element.dispatchEvent(new LeaveEvent('meeting'));
    expect((await visit()).element.ticket).to.equal('');
  });

  it('keeps it for whoever was put out by a host', async () => {
    const { element } = await visit('#ticket=secret');
    element.dispatchEvent(new ConferenceErrorEvent(new VirtualEventError('removed')));
    element.dispatchEvent(new LeaveEvent('meeting'));
    expect((await visit()).element.ticket).to.equal('secret');
    element.dispatchEvent(new ConferenceErrorEvent(new VirtualEventError('ended')));
    element.dispatchEvent(new LeaveEvent('meeting'));
    expect((await visit()).element.ticket).to.equal('');
  });

  it('keeps it again once one came back', async () => {
    const { element } = await visit('#ticket=secret');
    element.dispatchEvent(new LeaveEvent('meeting'));
    element.dispatchEvent(new JoinEvent('meeting'));
    expect((await visit()).element.ticket).to.equal('secret');
  });

  it('has no ticket of another event', async () => {
    sessionStorage.setItem('virtual-event-ticket:other', 'other');
    expect((await visit()).element.ticket).to.equal('');
  });

  it('takes a newer ticket that is followed in the same tab', async () => {
    const { window, element } = await visit('#ticket=first');
    window.location.hash = '#ticket=second';
    await until(() => element.ticket === 'second');
    expect(window.location.href).not.to.include('second');
    expect((await visit()).element.ticket).to.equal('second');
  });

  it('works where the browser keeps nothing', async () => {
    const { element } = await visit('?keeps-nothing#ticket=secret');
    await until(() => element.ticket === 'secret');
    expect(sessionStorage).to.have.length(0);
  });
});
