import { useState } from 'react';
import type { AttendanceSettings } from 'virtual-event-elements';
import { endsAt, startsAt } from './service.js';

interface Props {
  onSave: (sent: string) => void;
}

/** The organizer's form: a control of a form like any other, whose value is this component's state. */
export const OrganizersForm = ({ onSave }: Props) => {
  const [settings, setSettings] = useState<AttendanceSettings | null>(null);
  const [isSent, setSent] = useState(false);
  const send = (entries: FormData) => {
    setSent(true);
    onSave(String(entries.get('attendance')));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
    >
      <virtual-event-config
        name="attendance"
        required
        disabled={isSent}
        startsAt={startsAt}
        endsAt={endsAt}
        timeZone="Europe/Lisbon"
        value={settings}
        onchange={(event) => setSettings(event.target.value)}
      />
      <p id="chosen">The page holds: {settings?.attendanceType ?? 'nothing yet'}</p>
      <button>Send</button>
    </form>
  );
};
