/** How wide a picture is to its height where it is shown best. */
const aspect = 16 / 10;

/**
 * The number of columns in which `count` equal tiles fill a box of `width` × `height` with the most picture, cropping
 * none of it. At least 1.
 */
export const columnsFor = (count: number, width: number, height: number): number => {
  let best = 1;
  let most = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const tileWidth = Math.min(width / columns, (height / rows) * aspect);
    if (tileWidth > most) {
      best = columns;
      most = tileWidth;
    }
  }
  return best;
};
