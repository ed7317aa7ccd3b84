/** The value below which `share` of the values lie, between neighbours in proportion. */
export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
};

export const median = (values) => quantile(values, 0.5);
