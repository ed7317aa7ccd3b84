/** Who may be signed in on this site. A real one has accounts; here one picks who to be. */
export const people = [
  { id: 'amira', name: 'Amira Haddad', role: 'organizer', about: 'organizer' },
  { id: 'noor', name: 'Noor Jansen', role: 'attendee', about: 'member' },
  { id: 'tomas', name: 'Tomás Rey', role: 'attendee', about: 'member' },
  { id: 'kofi', name: 'Kofi Mensah', role: 'attendee', about: 'member' },
  { id: 'visitor', name: 'A visitor', role: undefined, about: 'no account' },
];

export const organizer = people[0];

/** The person of that id, or the member that a newcomer is. */
export const personCalled = (id) => people.find((person) => person.id === id) ?? people[1];

export const initialsOf = ({ name }) =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('');
