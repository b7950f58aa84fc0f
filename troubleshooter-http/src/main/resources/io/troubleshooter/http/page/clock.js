// Times as the evidence shows them: of the day, in UTC as everywhere in the service.

/** "09:43:11" of an ISO time or epoch milliseconds. */
export function clock(time) {
  return new Date(time).toISOString().slice(11, 19);
}

/** With the day, where a range covers more than one. */
export function clockOn(time, days) {
  const text = new Date(time).toISOString();
  return days ? text.slice(5, 10) + " " + text.slice(11, 16) : text.slice(11, 19);
}
