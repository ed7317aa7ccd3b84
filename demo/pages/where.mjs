/** Where an event is to be met, in words. */
export const where = ({ attendanceType, location }) => {
  const place = location ?? 'At the club';
  return { 'in-person': place, virtual: 'Online', hybrid: `${place}, and online` }[attendanceType];
};
