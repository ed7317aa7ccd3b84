const grounds = ['#35566b', '#6b4b35', '#3d6146', '#5b3f66', '#5f5a34'];

const paint = (canvas: HTMLCanvasElement, name: string): void => {
  const context = canvas.getContext('2d')!;
  const { width, height } = canvas;
  context.fillStyle = grounds[name.length % grounds.length]!;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#e3c9b0';
  context.beginPath();
  context.arc(width / 2, height * 0.42, height * 0.17, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#22303a';
  context.beginPath();
  context.ellipse(width / 2, height, width * 0.24, height * 0.36, 0, Math.PI, 2 * Math.PI);
  context.fill();
};

/** A running picture of a painted person; it ends with its track. */
export const paintedStream = (name: string): MediaStream => {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  // A context must be there before its picture can be captured.
  canvas.getContext('2d');
  const stream = canvas.captureStream();
  requestAnimationFrame(() => paint(canvas, name));
  return stream;
};

/** Shows a painted person in the video element instead of a camera; returns the way to stop. */
export const paintedCamera = (name: string, video: HTMLVideoElement): (() => void) => {
  const stream = paintedStream(name);
  video.srcObject = stream;
  return () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
};
