// The only door out of the frame. The page around it, and every script on it, is assumed to read each message,
// so what can be said is a closed list: nothing here can carry a question, an answer or a result.

const EVENTS = ['started', 'finished'];
const CHANNELS = ['phone', 'text', 'email', 'link', 'map'];

let optedIn = false;

/** The provider has asked for events (`"events": true`). Without that none is sent. */
export const allowEvents = () => {
  optedIn = true;
};

// The parent is named by reference, not by address: a sealed document does not know the page's origin.
const send = (message) => parent.postMessage({ pf: 1, ...message }, '*');

export const post = {
  ready: () => send({ type: 'ready' }),
  failed: (why) => send({ type: 'failed', why }),
  stopped: () => send({ type: 'stopped' }),
  wrong: () => send({ type: 'wrong' }), // The configuration, before the first question.
  open: () => send({ type: 'open' }),
  close: () => send({ type: 'close' }),
  exit: () => send({ type: 'exit' }),
  // Where that leads, before the first question: an address that the configuration has.
  exitPage: (address, given) => String(given).includes(address) && send({ type: 'exit-page', address }),
  language: () => send({ type: 'language' }),
  event: (name) => optedIn && EVENTS.includes(name) && send({ type: 'event', name }),
  contact: (channel) => optedIn && CHANNELS.includes(channel) && send({ type: 'contact', channel }),
};

/** Calls `take` with each message of ours from the parent window, and from no other. */
export const listen = (take) => {
  addEventListener('message', (event) => {
    if (event.source === parent && event.data?.pf === 1) take(event.data);
  });
};
