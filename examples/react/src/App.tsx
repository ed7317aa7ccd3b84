import { useState } from 'react';
import { AttendeesSide } from './AttendeesSide.js';
import { OrganizersForm } from './OrganizersForm.js';

export const App = () => {
  const [saved, setSaved] = useState<string>();
  return (
    <main>
      <h1>Spring members’ meeting</h1>
      <AttendeesSide />
      <OrganizersForm onSave={setSaved} />
      {saved && <output>Sent: {saved}</output>}
    </main>
  );
};
