// Asks questions and follows their answers as they form.
export function takeUp() {}

export function stopAnswer() {}
