// What one writes with livekit-client and nothing else: claim a token, connect, show what comes. As the one who is
// already inside (`publish`), the camera is given instead.
import { Room, RoomEvent, Track } from 'livekit-client';

const { backend, ticket, publish } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

const join = async () => {
  const answer = await fetch(`${backend}/v1/media-tokens`, {
    method: 'POST',
    headers: { Authorization: `Ticket ${ticket}` },
  });
  const { url, token } = await answer.json();
  const room = new Room();
  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === Track.Kind.Video) document.body.append(track.attach());
  });
  await room.connect(url, token);
  if (!publish) return;
  await room.localParticipant.setCameraEnabled(true);
  document.body.dataset.state = 'publishing';
};

const button = document.querySelector('button');
button.addEventListener('click', join);
button.disabled = false;
