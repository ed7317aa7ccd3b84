/** What someone is to an event. An organizer is also a host. */
export type Role = 'organizer' | 'host' | 'attendee';

export const roles: readonly Role[] = ['organizer', 'host', 'attendee'];

/** Whether the role leads the call. */
export const isHost = (role: Role): boolean => role !== 'attendee';
