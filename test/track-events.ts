/** Whether listeners hear of an event that a script dispatches at a track: in Firefox they do not. */
export const areTrackEventsHeard = (): boolean => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const [track] = canvas.captureStream().getTracks();
  let isHeard = false;
  track!.addEventListener('probe', () => (isHeard = true));
  track!.dispatchEvent(new Event('probe'));
  return isHeard;
};
