import { useRef, useState } from 'react';
import type { EventJoinButton } from 'virtual-event-elements';
import { credential, eventId, service } from './service.js';

/** An attendee's way in. What the button tells is this component's state. */
export const AttendeesSide = () => {
  const button = useRef<EventJoinButton>(null);
  const [phase, setPhase] = useState('loading');
  const [isIn, setIn] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  return (
    <section>
      <event-join-button
        ref={button}
        eventId={eventId}
        service={service}
        credential={credential}
        onphase-change={(event) => setPhase(event.phase)}
        onjoin={() => setIn(true)}
        onjoin-error={(event) => setTrouble(event.reason)}
      >
        <span slot="live">Come on in</span>
      </event-join-button>
      <p id="told">
        The page was told: {phase}
        {isIn && ', you are in'}
        {trouble && `, ${trouble}`}
      </p>
      <button type="button" onClick={() => void button.current?.refresh()}>
        Ask again
      </button>
    </section>
  );
};
