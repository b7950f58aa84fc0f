// Brings evidence in.
export function listenForDrops() {}
